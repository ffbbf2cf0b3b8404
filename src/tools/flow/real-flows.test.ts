import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seconds, type LambdaAnswer, type LambdaMock } from '../../engine/index.ts';
import { draw } from '../../engine/core/random.ts';
import { phoneNumberRules } from '../../world/rules.ts';
import { checkFlow } from './check.ts';
import { play } from './play.ts';
import { readFile } from './trial.ts';
import type { ReadFlow } from './rig.ts';
import type { Told } from './tell.ts';

const folder = join(import.meta.dirname, '../../../../shared/flows');
const files = existsSync(folder) ? globSync(join(folder, '*/*.json')).sort() : [];
if (files.length === 0) console.warn('SKIPPED: ../shared/flows is absent, so no caller went through a real flow.');

const flows: readonly ReadFlow[] = files.flatMap((file) => readFile({ file, text: readFileSync(file, 'utf8') }, null));

/** What a caller may do at an entry: the keys of menus, a number, half a number, a number that is none, a cancel, silence. */
const entries = ['1', '2', '3', '4', '7', '*', '#', '2065550142#', '55#', '206*2065550142#', ''];
const answers: readonly LambdaAnswer[] = [{ kind: 'returns', json: { StatusCode: '200', callback: 'true', value: 'Y', result: 'success' } }, { kind: 'fails', error: 'down' }, { kind: 'timesOut' }];

/** What functions answer: all of them alike. */
function mocks(flow: ReadFlow, answer: LambdaAnswer | undefined): readonly LambdaMock[] {
  const { references } = checkFlow('', JSON.stringify(flow.content.source));
  return answer === undefined ? [] : references.filter(({ kind }) => kind === 'lambda').map(({ reference }) => ({ arn: reference, name: reference, delayMs: seconds(1), answer }));
}

/** A call; with `others` the flow may go on in all the others. */
function call(tried: ReadFlow, keys: readonly string[], more: { readonly others?: boolean; readonly hours?: 'open' | 'closed'; readonly answer?: LambdaAnswer | undefined; readonly patience?: number } = {}): Told {
  return play({
    tried, others: more.others === true ? flows.filter((each) => each !== tried) : [], hours: more.hours ?? 'open', lambdas: mocks(tried, more.answer), attributes: {},
    caller: { keys, from: '+12065550142', seconds: more.patience ?? 400 }, phoneNumbers: phoneNumberRules,
  });
}

/** Tries each entry wherever one is asked for, breadth first, up to so many calls. */
function explore(tried: ReadFlow, callsMax: number): readonly { readonly keys: readonly string[]; readonly told: Told }[] {
  const calls: { readonly keys: readonly string[]; readonly told: Told }[] = [];
  const open: (readonly string[])[] = [[]];
  for (let keys = open.shift(); keys !== undefined && calls.length < callsMax; keys = open.shift()) {
    const told = call(tried, keys);
    calls.push({ keys, told });
    const before = keys;
    if (told.entries > keys.length) open.push(...entries.map((entry) => [...before, entry]));
  }
  return calls;
}

describe.skipIf(files.length === 0)('a real flow', () => {
  test.each(flows.map((flow) => [flow.name, flow] as const))('comes to an end whatever its callers key: %s', (_name, flow) => {
    const calls = explore(flow, 24);
    for (const { keys, told } of calls) expect({ keys, ended: told.outcome.ended, last: told.timeline.at(-1)?.atSeconds }).toEqual({ keys, ended: expect.any(String), last: expect.toSatisfy((atSeconds: number) => atSeconds <= 400) });
  });

  test.each(flows.map((flow, index) => [flow.name, flow, index] as const))('comes to an end when the caller hangs up at any wait: %s', (_name, flow, index) => {
    const keys = Array.from({ length: 6 }, (_, entry) => entries[Math.floor(draw(1, `keys/${index}`, entry) * entries.length)] ?? '');
    const moments = [...new Set(call(flow, keys).timeline.map(({ atSeconds }) => atSeconds))].slice(0, 8);
    for (const atSeconds of moments) {
      for (const patience of [Math.max(0.001, atSeconds), atSeconds + 0.5]) expect(call(flow, keys, { patience }).outcome.ended).toEqual(expect.any(String));
    }
  });

  test.each(flows.map((flow, index) => [flow.name, flow, index] as const))('comes to an end for callers drawn at random, on any day: %s', (_name, flow, index) => {
    for (let caller = 0; caller < 12; caller += 1) {
      const chance = (what: string, step = 0): number => draw(2, `${what}/${index}/${caller}`, step);
      const keys = Array.from({ length: 5 }, (_, entry) => entries[Math.floor(chance('key', entry) * entries.length)] ?? '');
      const told = call(flow, keys, { others: true, hours: chance('hours') < 0.5 ? 'open' : 'closed', answer: answers[Math.floor(chance('lambda') * 4)], patience: 1 + Math.floor(chance('patience') * 300) });
      expect(told.outcome.ended).toEqual(expect.any(String));
    }
  });

  test('that offers callbacks makes one for whoever keys what it asks for', () => {
    const offering = flows.filter(({ content }) => Object.values(content.actions).some(({ type }) => type === 'CreateCallbackContact'));
    const callers = [['1', '2065550142#'], ['1', '2', '2065550142#'], ['2065550142#', '1']];
    const made = offering.map((flow) => [flow.name, callers.some((keys) => call(flow, keys).outcome.callbacks.length > 0)]);
    expect(made).toEqual(offering.map(({ name }) => [name, true]));
    expect(made.length).toBeGreaterThanOrEqual(4);
  });
});
