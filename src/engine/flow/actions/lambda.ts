import { after, seconds } from '../../core/time.ts';
import { must } from '../../core/assert.ts';
import type { CenterEvent } from '../../event.ts';
import { isObject, member, objectOf, utf8Length } from '../content.ts';
import { quoted } from '../fault.ts';
import { LAMBDA_ANSWER_BYTES_MAX } from '../lambda-answer.ts';
import type { FlowWait, JsonObject } from '../model.ts';
import { resolveRef } from '../references.ts';
import { goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { numberOf, textOf } from '../values.ts';
import { waiting } from './play.ts';

type LambdaWait = Extract<FlowWait, { kind: 'lambda' }>;

/** The longest Amazon Connect waits for a function (spec §6.4), and how long a flow waits that does not say. */
const LIMIT_SECONDS_MAX = 8;

/** Asks the instance's mock of a function; its answer, failure or silence comes when its time is over (spec §6.4). */
export const invokeLambdaFunction: RunAction = (step) => {
  const { center, action, flow } = step;
  const reference = textOf(action.parameters['LambdaFunctionARN'], step);
  if (reference === '') return goToError(step, 'NoMatchingError', 'no Lambda function is named');
  const arn = resolveRef('lambda', reference, flow.mapping, center.config);
  if (arn === null) return goToError(step, 'NoMatchingError', `the Lambda function ${quoted(reference.replace(/^arn:.*:function:/, ''))} has no answer here: nobody has said what it returns`);
  const mock = must(center.config.instance.lambdas.find((each) => each.arn === arn), 'the mock that was found');
  // Nobody waits for what is asked in passing: its answer is not to be had in the flow.
  if (textOf(action.parameters['InvocationType'], step).toUpperCase() === 'ASYNCHRONOUS') return goOn(step);
  const limit = numberOf(action.parameters['InvocationTimeLimitSeconds'], step) ?? LIMIT_SECONDS_MAX;
  const limitMs = seconds(Math.min(LIMIT_SECONDS_MAX, Math.max(1, limit)));
  const inTime = mock.answer.kind !== 'timesOut' && mock.delayMs <= limitMs;
  const untilMs = after(center.nowMs, inTime ? mock.delayMs : limitMs);
  const wait: LambdaWait = { kind: 'lambda', arn, answer: inTime ? mock.answer : { kind: 'timesOut' }, fromMs: center.nowMs, untilMs };
  return untilMs === center.nowMs ? lambdaAnswered(step, wait) : [waiting(step, wait)];
};

/** The time of a function is over: it has returned something that may be used, has failed, or has not answered. */
export function lambdaAnswered(step: FlowStep, { arn, answer }: LambdaWait): readonly CenterEvent[] {
  const answered = (how: 'returned' | 'failed' | 'timedOut', external: JsonObject | null): CenterEvent =>
    ({ type: 'flow.lambdaAnswered', contactId: step.contact.id, actionId: step.action.id, arn, how, external });
  switch (answer.kind) {
    case 'timesOut':
      return [answered('timedOut', null), ...goToError(step, 'NoMatchingError', 'the Lambda function did not answer in time')];
    case 'fails':
      return [answered('failed', null), ...goToError(step, 'NoMatchingError', `the Lambda function failed: ${answer.error}`)];
    case 'returns': {
      const wrong = whatIsWrong(step, answer.json);
      if (wrong === null) return [answered('returned', answer.json), ...goOn(step)];
      return [answered('failed', null), ...goToError(step, 'NoMatchingError', wrong)];
    }
  }
}

/** ResponseValidation: a flat map of texts, unless the action says that any JSON will do. Numbers and true or false pass as texts. */
function whatIsWrong(step: FlowStep, json: JsonObject): string | null {
  if (utf8Length(JSON.stringify(json)) > LAMBDA_ANSWER_BYTES_MAX) return `the Lambda function returned more than ${LAMBDA_ANSWER_BYTES_MAX} bytes`;
  if (textOf(member(objectOf(step.action.parameters['ResponseValidation']), 'ResponseType'), step) === 'JSON') return null;
  const nested = Object.entries(json).find(([, value]) => isObject(value) || Array.isArray(value));
  return nested === undefined ? null : `the Lambda function returned a nested value in ${quoted(nested[0])}; set the response type to JSON`;
}
