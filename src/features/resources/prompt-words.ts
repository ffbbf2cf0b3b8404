import type { PromptAnswer, ResourceUse } from '../../protocol/http-resources.ts';
import type { Say } from '../../text/use-text.ts';

/** What a person takes a prompt for. Music without a recording is a caption that lasts. */
export type PromptKind = 'text' | 'recording' | 'silence' | 'music';

/** What a prompt is, whatever it says. */
export function kindOf({ Kind, Recording }: Pick<PromptAnswer, 'Kind' | 'Recording'>): PromptKind {
  if (Recording !== null) return 'recording';
  return Kind === 'speech' ? 'text' : Kind;
}

/** "12.3": seconds to the tenth, to the millisecond where that is what a person typed. */
export function secondsWord(ms: number): string {
  const seconds = ms / 1000;
  return ms % 100 === 0 ? String(seconds) : seconds.toFixed(seconds < 10 ? 2 : 1);
}

/** "37 kB": decimal units, as browsers and shops count them. */
export function sizeWords(bytes: number, t: Say): string {
  if (bytes < 1000) return t('prompts.size.bytes', { value: bytes });
  if (bytes < 1e6) return t('prompts.size.kb', { value: Math.round(bytes / 1000) });
  if (bytes < 1e9) return t('prompts.size.mb', { value: (bytes / 1e6).toFixed(1) });
  return t('prompts.size.gb', { value: (bytes / 1e9).toFixed(1) });
}

/** A name that no prompt has yet: the given one, else with a number behind it. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const base = wanted.trim().slice(0, 120) || '?';
  let name = base;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${base} ${count}`;
  return name;
}

/** A file's name without its ending and with spaces, as people would call what is in it. */
export function nameOfFile(fileName: string): string {
  return fileName.replace(/\.(?:wav|wave|mp3)$/i, '').replaceAll(/[_\s]+/g, ' ').trim();
}

/** A use in words: the flow's name, and how often it uses the thing. */
export function usageWords({ Name, Type, Actions }: ResourceUse, t: Say): string {
  const flow = Type === 'MODULE' ? t('resources.used.module', { flow: Name }) : Name;
  return t('resources.used.actions', { flow, count: Actions });
}

/** Seconds as typed → whole milliseconds; null when they are none, or out of bounds. Both decimal signs are understood. */
export function readSeconds(typed: string, least: number, most: number): number | null {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const seconds = Number(text);
  return seconds >= least && seconds <= most ? Math.round(seconds * 1000) : null;
}
