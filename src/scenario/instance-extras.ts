import { durationMs, seconds } from '../engine/index.ts';
import type { DurationMs, OpenSlice, QueueExtras, RetryRule } from '../engine/index.ts';
import type { DraftFaults, Path } from './instance-draft.ts';
import { everyDay, slices } from './instance-hours.ts';
import type { ExtrasSpec } from './instance-schema.ts';

const nothing: QueueExtras = { machine: 'asAmazon', retryRules: {}, callingWindow: null, duplicates: 'allow', rejectCoolDownMs: durationMs(0) };

/** What a queue does beyond Amazon Connect: what the section does not say stays as it was, retry rules are joined by outcome. */
export function makeExtras(spec: ExtrasSpec, before: QueueExtras = nothing, path: Path, faults: DraftFaults): QueueExtras {
  const { machine, duplicates, rejectCoolDownSeconds } = spec;
  return {
    machine: machine ?? before.machine,
    retryRules: { ...before.retryRules, ...Object.fromEntries(Object.entries(spec.retryRules ?? {}).map(([outcome, rule]) => [outcome, retryRule(rule)])) },
    callingWindow: windowOf(spec.callingWindow, before.callingWindow, [...path, 'callingWindow'], faults),
    duplicates: duplicates ?? before.duplicates,
    rejectCoolDownMs: rejectCoolDownSeconds === undefined ? before.rejectCoolDownMs : seconds(rejectCoolDownSeconds),
  };
}

function retryRule({ attempts = null, gapSeconds = null }: NonNullable<NonNullable<ExtrasSpec['retryRules']>['busy']>): RetryRule {
  const gapMs: DurationMs | null = gapSeconds === null ? null : seconds(gapSeconds);
  return { attemptsMax: attempts, gapMs };
}

function windowOf(spec: ExtrasSpec['callingWindow'], before: QueueExtras['callingWindow'], path: Path, faults: DraftFaults): readonly OpenSlice[] | null {
  if (spec === undefined) return before;
  return spec === null ? null : spec.flatMap(({ day, days, from, to }, index) => {
    if (day !== undefined && days !== undefined) faults.add([...path, index], 'Either day or days is given, not both.');
    return slices({ days: days ?? (day === undefined ? everyDay : [day]), from, to }, [...path, index], faults);
  });
}
