import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const light = declarations(blockAfter(':root {'));
const darkBySystem = declarations(blockAfter(":root:not([data-theme='light']) {"));
const darkByChoice = declarations(blockAfter(":root[data-theme='dark'] {"));
const themes = [['light', light], ['dark', new Map([...light, ...darkBySystem])]] as const;

const tones = ['ready', 'away', 'ring', 'speak', 'reach', 'live', 'pause', 'late', 'fault'];
const surfaces = ['surface-page', 'surface-card', 'surface-sunken'];

/** Text on what lies below it: 4.5:1 (WCAG 1.4.3). */
const textPairs: readonly (readonly [string, string])[] = [
  ...[...surfaces, 'surface-hover'].flatMap((below) => [['text', below], ['text-muted', below], ['link', below]] as const),
  ...tones.map((tone) => ['band-on', `${tone}-band`] as const),
  ...tones.flatMap((tone) => surfaces.map((below) => [`${tone}-text`, below] as const)),
  ...tones.map((tone) => [`${tone}-bar`, 'surface-bar'] as const),
  ['text-on-bar', 'surface-bar'], ['text-on-bar-muted', 'surface-bar'], ['text-on-bar', 'bar-hover'], ['text-on-bar-muted', 'bar-hover'],
  ['accent-on', 'accent'], ['accent-on', 'accent-hover'], ['good-on', 'good'], ['good-on', 'good-hover'], ['bad-on', 'bad'], ['bad-on', 'bad-hover'],
  ['text', 'accent-tint'], ['bad-text', 'bad-tint'], ['warn-text', 'warn-tint'], ['good-text', 'good-tint'], ['bad-text', 'surface-card'],
  ['text', 'warn-tint'], ['text', 'bad-tint'], ['text', 'good-tint'],
];

/** Edges of controls and the focus ring against what lies beside them: 3:1 (WCAG 1.4.11, 2.4.13). */
const edgePairs: readonly (readonly [string, string])[] = [
  ...surfaces.flatMap((below) => [['line-strong', below], ['focus', below]] as const),
  ['focus-on-bar', 'surface-bar'], ['focus-on-bar', 'bar-hover'],
];

describe.each(themes)('%s theme', (_name, tokens) => {
  test.each(textPairs)('text %s on %s reaches 4.5:1', (over, below) => {
    expect(contrast(color(tokens, over), color(tokens, below))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)('edge %s on %s reaches 3:1', (over, below) => {
    expect(contrast(color(tokens, over), color(tokens, below))).toBeGreaterThanOrEqual(3);
  });
});

test('the state bands measure as designed', () => {
  const measured = Object.fromEntries(tones.map((tone) => [tone, Number(contrast('#ffffff', color(light, `${tone}-band`)).toFixed(1))]));
  expect(measured).toEqual({ ready: 7.6, away: 7.7, ring: 6.7, speak: 7.1, reach: 5.4, live: 5.5, pause: 6.3, late: 6.8, fault: 6.6 });
});

test('dark by choice is dark by system', () => {
  expect([...darkByChoice]).toEqual([...darkBySystem]);
});

test('the formula is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

function blockAfter(head: string): string {
  const from = css.indexOf(head);
  if (from < 0) throw new Error(`No block ${head}`);
  return css.slice(from + head.length, css.indexOf('}', from));
}

function declarations(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
}

function color(tokens: ReadonlyMap<string, string>, name: string): string {
  const value = tokens.get(name);
  if (value === undefined || !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is not a plain colour: ${value}`);
  return value;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
