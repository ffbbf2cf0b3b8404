/*
 * Reads speech markup for captions and for lengths. What a voice does with the rest of a tag (accent, pitch, volume, whispering)
 * changes neither, so it is passed over; docs/flows.md has the table.
 */

import { must } from '../core/assert.ts';

/** A text as it is heard. */
export interface Reading {
  /** Without markup, with single spaces. */
  readonly text: string;
  /** How many characters of ordinary speech it takes as long as: slow speech counts for more. */
  readonly characters: number;
  readonly pausesMs: number;
  /** Names of the tags that change what is heard or how long it takes, each once, in their order. */
  readonly read: readonly string[];
  /** Names of the tags that are passed over: the words in them are said all the same. */
  readonly ignored: readonly string[];
}

/** A pause is never longer (Amazon Connect's limit of one break tag). */
const BREAK_MS_MAX = 10_000;

/** Ours, after Polly's words for them: like a comma, like a full stop, like a new paragraph. */
const pauseMsByStrength: ReadonlyMap<string, number> = new Map([['none', 0], ['x-weak', 0], ['weak', 250], ['medium', 250], ['strong', 500], ['x-strong', 1000]]);
const pauseMsAfter: ReadonlyMap<string, number> = new Map([['p', 1000], ['s', 500]]);

const rateByName: ReadonlyMap<string, number> = new Map([['x-slow', 0.5], ['slow', 0.75], ['medium', 1], ['fast', 1.25], ['x-fast', 1.5]]);

/** Between these and the words around them there is no gap. */
const inline: ReadonlySet<string> = new Set(['say-as', 'sub', 'w', 'lang', 'prosody', 'phoneme', 'emphasis', 'mark', 'amazon:effect', 'amazon:domain']);

/** A digit said by itself is a word: with the gap after it, it takes as long as five characters. */
const SINGLE_CHARACTER = 4;

/** Reads a text that may be speech markup; what is not well formed is read as far as it goes. Linear in its length. */
export function readSsml(markup: string): Reading {
  const reader = new Reader();
  let at = 0;
  for (const match of markup.matchAll(/<!--[^<>]*-->|<(\/?)([A-Za-z][\w:-]*)([^<>]*)>/g)) {
    reader.say(markup.slice(at, match.index));
    const [tag, slash, written, rest = ''] = match;
    if (written !== undefined) {
      const name = written.toLowerCase();
      if (slash === '/') reader.close(name);
      else reader.open(name, attributesOf(rest), tag.endsWith('/>'));
    }
    at = match.index + tag.length;
  }
  reader.say(markup.slice(at));
  return reader.reading();
}

/** What holds inside of an element. */
interface Element {
  readonly name: string;
  readonly rate: number;
  /** `each`: character by character; `digits`: those of a number, in which the rest is passed over; `nothing`: said otherwise already. */
  readonly how: 'words' | 'each' | 'digits' | 'nothing';
}

class Reader {
  #text = '';
  #characters = 0;
  #pausesMs = 0;
  /** A gap is written when something follows it. */
  #gap = false;
  readonly #open: Element[] = [];
  readonly #read = new Set<string>();
  readonly #ignored = new Set<string>();

  open(name: string, attributes: ReadonlyMap<string, string>, empty: boolean): void {
    const outer = this.#open.at(-1);
    (isRead(name, attributes) ? this.#read : this.#ignored).add(name);
    if (!inline.has(name)) this.#gap = true;
    if (name === 'break') this.#pausesMs += breakMs(attributes);
    const alias = name === 'sub' ? attributes.get('alias') : undefined;
    if (alias !== undefined && outer?.how !== 'nothing') this.#write(decode(alias), 1);
    if (empty || name === 'break') return;
    const how = alias !== undefined ? 'nothing' : name === 'say-as' ? howToSay(attributes.get('interpret-as')) : (outer?.how ?? 'words');
    this.#open.push({ name, how: outer?.how === 'nothing' ? 'nothing' : how, rate: (outer?.rate ?? 1) * (name === 'prosody' ? rateOf(attributes.get('rate')) : 1) });
  }

  close(name: string): void {
    if (!inline.has(name)) this.#gap = true;
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index === -1) return;
    // What was left open inside of it ends with it.
    this.#open.length = index;
    this.#pausesMs += pauseMsAfter.get(name) ?? 0;
  }

  say(text: string): void {
    const how = this.#open.at(-1)?.how ?? 'words';
    if (text === '' || how === 'nothing') return;
    const words = decode(text);
    if (how === 'words') return this.#write(words, 1);
    const said = how === 'digits' ? words.replace(/[^\d+]/g, '') : words.replace(/\s+/g, '');
    // "+1" is written in one, as people write it.
    this.#write([...said].join(' ').replace('+ ', '+'), SINGLE_CHARACTER);
  }

  reading(): Reading {
    return { text: this.#text, characters: this.#characters, pausesMs: this.#pausesMs, read: [...this.#read], ignored: [...this.#ignored] };
  }

  #write(text: string, weight: number): void {
    const rate = this.#open.at(-1)?.rate ?? 1;
    const parts = text.split(/\s+/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#gap = true;
      if (part === '') continue;
      const gap = this.#gap && this.#text !== '';
      this.#text += gap ? ` ${part}` : part;
      this.#characters += (part.length * weight + (gap ? 1 : 0)) / rate;
      this.#gap = false;
    }
  }
}

function isRead(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (name === 'say-as') return howToSay(attributes.get('interpret-as')) !== 'words';
  if (name === 'prosody') return attributes.has('rate');
  return name === 'speak' || name === 'break' || name === 'sub' || pauseMsAfter.has(name);
}

/** Attributes by name; of a tag that is longer than any real one the first ones. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.slice(0, 400).matchAll(/([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = '', double, single = '']) => [name, double ?? single]));
}

function breakMs(attributes: ReadonlyMap<string, string>): number {
  const [, count, unit] = /^\+?(\d{1,9}(?:\.\d{1,9})?)(ms|s)$/.exec(attributes.get('time') ?? '') ?? [];
  if (count !== undefined) return Math.min(BREAK_MS_MAX, Number(count) * (unit === 's' ? 1000 : 1));
  return pauseMsByStrength.get(attributes.get('strength') ?? 'medium') ?? 250;
}

/** How fast, 1 being ordinary; Polly takes 20 % to 200 %. */
function rateOf(rate: string | undefined): number {
  const [, sign, percent] = /^([+-]?)(\d{1,3})(?:\.\d{1,9})?%$/.exec(rate ?? '') ?? [];
  if (percent === undefined) return rateByName.get(rate ?? 'medium') ?? 1;
  const change = Number(percent) / 100;
  return Math.min(2, Math.max(0.2, sign === '+' ? 1 + change : sign === '-' ? 1 - change : change));
}

function howToSay(interpretAs: string | undefined): Element['how'] {
  if (interpretAs === 'telephone' || interpretAs === 'digits') return 'digits';
  return interpretAs === 'characters' || interpretAs === 'spell-out' ? 'each' : 'words';
}

const entities: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);

const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_entity, name: string) => must(entities.get(name), 'a character that has a name'));
