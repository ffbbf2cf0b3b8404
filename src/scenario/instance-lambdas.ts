import { readLambdaAnswer, seconds } from '../engine/index.ts';
import type { LambdaAnswer, LambdaMock } from '../engine/index.ts';
import type { DraftFaults, Path } from './instance-draft.ts';
import type { LambdaSpec } from './instance-schema.ts';

/** A mock of a Lambda function; what the section does not say stays as it was. null, with the reason among the faults, when it says two things. */
export function makeLambda(spec: LambdaSpec, before: LambdaMock | null, path: Path, faults: DraftFaults): LambdaMock | null {
  const answer = answerOf(spec, before, path, faults);
  return answer === null ? null : {
    arn: spec.arn,
    name: spec.name ?? before?.name ?? nameIn(spec.arn),
    delayMs: spec.delaySeconds === undefined ? (before?.delayMs ?? seconds(0)) : seconds(spec.delaySeconds),
    answer,
  };
}

function answerOf({ returns, fails, timesOut }: LambdaSpec, before: LambdaMock | null, path: Path, faults: DraftFaults): LambdaAnswer | null {
  const said = [returns, fails, timesOut].filter((each) => each !== undefined).length;
  if (said === 0 && before !== null) return before.answer;
  if (said !== 1) {
    faults.add(path, 'Exactly one of returns, fails and timesOut is given.');
    return null;
  }
  if (fails !== undefined) return { kind: 'fails', error: fails };
  if (returns === undefined) return { kind: 'timesOut' };
  const read = readLambdaAnswer(JSON.stringify(returns));
  if (read.ok) return { kind: 'returns', json: read.value };
  faults.add([...path, 'returns'], read.refusal);
  return null;
}

/** The function's name: the last part of its ARN but for a version or alias. */
const nameIn = (arn: string): string => /:function:([^:]+)/.exec(arn)?.[1] ?? arn;
