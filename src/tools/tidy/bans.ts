import { type Files, type Problem, isScript, isTestFile, lineAt, strip } from './source.ts';

/** A pattern that is banned in some places. `look` says whether prose counts: `code` ignores comments and strings. */
export type Ban = {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly look: 'code' | 'text';
  readonly applies: (path: string) => boolean;
  readonly instead: string;
};

const under = (...folders: readonly string[]) => (path: string): boolean => folders.some((folder) => path.startsWith(folder));
/** What reaches a user; tools and benchmarks may use the machine as it is. */
const shipped = (path: string): boolean => path.startsWith('src/') && !isTestFile(path) && !path.startsWith('src/tools/') && !path.startsWith('src/bench/');
const shippedExcept = (...places: readonly string[]) => (path: string): boolean => shipped(path) && !places.some((place) => path.startsWith(`src/${place}`));
const inEngine = (path: string): boolean => path.startsWith('src/engine/') && !isTestFile(path);
const anywhere = (): boolean => true;

/** What may not be written, where, and what to write instead. */
export const bans: readonly Ban[] = [
  { rule: 'the engine reads no clock', pattern: /\bDate\b/, look: 'code', applies: inEngine, instead: 'Take nowMs as an argument; instants are EpochMs.' },
  { rule: 'the engine draws no chance of its own', pattern: /\bMath\.random\b/, look: 'code', applies: inEngine, instead: 'Use draw(seed, stream, index) of engine/core/random.ts.' },
  { rule: 'the engine knows no locale', pattern: /\bIntl\b/, look: 'code', applies: inEngine, instead: 'Let world/ state the fact and hand it in.' },
  { rule: 'the engine does not wait', pattern: /\basync\b|\bawait\b|\bPromise\b/, look: 'code', applies: inEngine, instead: 'Return events and effects; the host waits.' },
  { rule: 'the engine does not print', pattern: /\bconsole\b/, look: 'code', applies: inEngine, instead: 'Return an event or an effect, or assert.' },
  {
    rule: 'the engine uses no function that differs between JavaScript engines',
    pattern: /\bMath\.(?:log\w*|exp\w*|pow|sinh?|cosh?|tanh?|asinh?|acosh?|atanh?|atan2|cbrt|hypot)\b/,
    look: 'code', applies: inEngine, instead: 'Use a table or integer arithmetic: the journal must come out equal everywhere.',
  },
  {
    rule: 'time enters in a few places only',
    pattern: /\b(?:setTimeout|setInterval|Date\.now|performance\.now)\b|\bnew Date\(/,
    look: 'code', applies: shippedExcept('engine/', 'host/pacemaker.ts', 'host/wall-clock.ts', 'store/engine-time.ts', 'app/services.ts', 'world/'),
    instead: 'Take the WallClock or Timer port; in a view use useEngineNow; to format, hand the number to Intl.DateTimeFormat.',
  },
  {
    rule: 'only the HTTP client fetches', pattern: /(?<![\w.])fetch\s*\(|\b(?:window|globalThis|self)\.fetch\b/,
    look: 'code', applies: shippedExcept('api/http-client.ts', 'app/services.ts'), instead: 'Use the client of api/http-client.ts; the fetch it uses is handed in by app/services.ts.',
  },
  {
    rule: 'storage has two doors', pattern: /\b(?:localStorage|sessionStorage|indexedDB)\b/,
    look: 'code', applies: shippedExcept('store/prefs.ts', 'host/journal-indexeddb.ts', 'app/services.ts'), instead: 'Use the StoragePort (preferences) or the Journal port.',
  },
  {
    rule: 'only a log prints', pattern: /\bconsole\s*\./, look: 'code',
    applies: (path) => shipped(path) && !path.endsWith('/log.ts') && path !== 'src/scenario/cli.ts' && !inEngine(path), instead: 'Use the Log port, which masks numbers.',
  },
  { rule: 'sound comes from devices', pattern: /\bnew Audio\(|\b(?:webkit|Offline)?AudioContext\b/, look: 'code', applies: shippedExcept('devices/', 'app/services.ts'), instead: 'Use the port of devices/audio.ts.' },
  { rule: 'a test does not sleep', pattern: /\bwaitForTimeout\b/, look: 'code', applies: under('e2e/'), instead: "Move the center's clock, or expect what must become visible." },
  { rule: 'no focused test', pattern: /\b(?:test|it|describe)(?:\.\w+)*\.only\b/, look: 'code', applies: anywhere, instead: 'Run one test with vitest -t or playwright -g.' },
  { rule: 'no breakpoint', pattern: /\bdebugger\b/, look: 'code', applies: anywhere, instead: 'Take it out.' },
  { rule: 'the compiler is not silenced', pattern: /@ts-(?:ignore|nocheck)\b/, look: 'text', applies: anywhere, instead: 'Parse the value to its type; in a test of a compile error use @ts-expect-error with the reason.' },
  {
    // The reason follows two dashes, as the linter itself has it.
    rule: 'a lint rule is switched off without a reason', pattern: /(?:eslint|oxlint)-disable(?![^\n]*\s--\s+\w)/, look: 'text', applies: anywhere,
    instead: 'Say why on the same line: // oxlint-disable-next-line rule -- the reason.',
  },
  { rule: 'no HTML from strings', pattern: /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=/, look: 'code', applies: anywhere, instead: 'Render elements.' },
  { rule: 'no note to do it later', pattern: /\b(?:TO[D]O|FIX[M]E|X{3})\b/, look: 'text', applies: anywhere, instead: 'Do it, or say in the README what is not there yet.' },
];

/** Finds what is banned where it stands. The rules' own folder names the words it bans, so prose rules pass over it. */
export function checkBans(files: Files, list: readonly Ban[] = bans): readonly Problem[] {
  return [...files].filter(([path]) => isScript(path)).flatMap(([path, text]) => {
    const applying = list.filter((ban) => ban.applies(path) && !(ban.look === 'text' && path.startsWith('src/tools/tidy/')));
    const { codeOnly } = strip(text);
    return applying.flatMap(({ rule, pattern, look, instead }) => {
      const searched = look === 'code' ? codeOnly : text;
      return [...searched.matchAll(new RegExp(pattern, 'g'))].map((match) => ({ path, line: lineAt(text, match.index), rule, instead }));
    });
  });
}
