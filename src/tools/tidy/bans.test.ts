import { expect, test } from 'vitest';
import { bans, checkBans } from './bans.ts';

/** One line that each rule must refuse, and where; a rule without a row here fails the last test. */
const refused: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['the engine reads no clock', 'src/engine/a.ts', 'const a = Date;'],
  ['the engine draws no chance of its own', 'src/engine/a.ts', 'const a = Math.random;'],
  ['the engine knows no locale', 'src/engine/a.ts', 'new Intl.NumberFormat();'],
  ['the engine does not wait', 'src/engine/a.ts', 'const a = async () => 1;'],
  ['the engine does not print', 'src/engine/a.ts', 'console.log(1);'],
  ['the engine uses no function that differs between JavaScript engines', 'src/engine/a.ts', 'Math.log2(3);'],
  ['time enters in a few places only', 'src/store/live-store.ts', 'setTimeout(() => 1, 2);'],
  ['only the HTTP client fetches', 'src/features/a/b.ts', "fetch('/x');"],
  ['storage has two doors', 'src/app/boot.ts', 'localStorage.clear();'],
  ['only a log prints', 'src/host/a.ts', 'console.warn(1);'],
  ['sound comes from devices', 'src/features/a/b.ts', 'new AudioContext();'],
  ['a test does not sleep', 'e2e/a.spec.ts', 'await page.waitForTimeout(5);'],
  ['no focused test', 'src/a.test.ts', "test.only('a', () => {});"],
  ['no breakpoint', 'src/app/a.ts', 'debugger;'],
  ['the compiler is not silenced', 'src/app/a.ts', '// @ts-ignore'],
  ['a lint rule is switched off without a reason', 'src/app/a.ts', '// oxlint-disable-next-line no-shadow'],
  ['no HTML from strings', 'src/ui/A.tsx', 'const a = <p dangerouslySetInnerHTML={b} />;'],
  ['no note to do it later', 'src/app/a.ts', ['// TO', 'DO: later'].join('')],
];

/** Lines that look alike and are allowed. */
const allowed: readonly (readonly [path: string, text: string])[] = [
  ['src/engine/a.ts', "// A Date is no instant.\nconst a = 'Date';"],
  ['src/engine/a.test.ts', 'new Date(0);'],
  ['src/host/pacemaker.ts', 'setTimeout(() => 1, 2);'],
  ['src/api/http-client.ts', "fetch('/x');"],
  ['src/api/a.ts', 'query.fetch(1); client.prefetch(2);'],
  ['src/store/prefs.ts', 'localStorage.clear();'],
  ['src/host/log.ts', 'console.warn(1);'],
  ['src/devices/web-audio.ts', 'new AudioContext();'],
  ['src/app/a.ts', '// oxlint-disable-next-line no-shadow -- the outer name is the domain word'],
];

test.each(refused)('refused: %s', (rule, path, text) => {
  expect(checkBans(new Map([[path, text]])).map((problem) => problem.rule)).toEqual([rule]);
});

test.each(allowed)('allowed: %s %s', (path, text) => {
  expect(checkBans(new Map([[path, text]]))).toEqual([]);
});

test('every ban has a line here that it refuses', () => {
  expect(refused.map(([rule]) => rule)).toEqual(bans.map(({ rule }) => rule));
});
