import { type Files, isScript, lineAt, strip } from './source.ts';

/** How a file reaches another: types only, values, or not before it is asked for (a dynamic import or a worker's URL). */
export type ImportKind = 'types' | 'values' | 'lazy';

/** One import of one file. `to` is a path from the root, or undefined for a package. */
export type Import = {
  readonly from: string;
  readonly to: string | undefined;
  readonly specifier: string;
  readonly kind: ImportKind;
  readonly line: number;
};

const statement = /\b(import|export)\b(?!\s*[(.])([^'";]*?)(?:\bfrom\s*)?(['"])([^'"\n]+)\3/g;
const lazy = /\bimport\s*\(\s*(['"])([^'"\n]+)\1|\bnew\s+URL\(\s*(['"])([^'"\n]+)\3\s*,\s*import\.meta\.url/g;

/** Every import of every script, comments excluded. */
export function importsOf(files: Files): readonly Import[] {
  return [...files].filter(([path]) => isScript(path)).flatMap(([path, text]) => importsOfFile(path, text));
}

/** Whether the page is put together: before that, folders are still being filled, and what nobody reaches yet will be. */
export function hasPage(files: Files): boolean {
  const main = 'src/main.tsx';
  return importsOfFile(main, files.get(main) ?? '').some(({ to }) => to?.startsWith('src/app/') === true);
}

function importsOfFile(from: string, text: string): readonly Import[] {
  const { withoutComments, codeOnly } = strip(text);
  const found: Import[] = [];
  const add = (specifier: string, kind: ImportKind, offset: number): void => {
    found.push({ from, to: resolve(from, specifier), specifier, kind, line: lineAt(text, offset) });
  };
  for (const match of withoutComments.matchAll(statement)) {
    const [, keyword = '', clause = '', , specifier = ''] = match;
    // The keyword must be code (not a word in a string), and an export without "from" is no import.
    if (!codeOnly.startsWith(keyword, match.index)) continue;
    if (keyword === 'export' && !/\bfrom\s*$/.test(match[0].slice(0, match[0].indexOf(specifier) - 1))) continue;
    add(specifier, isTypesOnly(clause) ? 'types' : 'values', match.index);
  }
  for (const match of withoutComments.matchAll(lazy)) {
    const specifier = match[2] ?? match[4] ?? '';
    if (/^(import|new)/.test(codeOnly.slice(match.index))) add(specifier, 'lazy', match.index);
  }
  return found;
}

function isTypesOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const named = /^\s*\{([^}]*)\}\s*(?:from\s*)?$/.exec(clause)?.[1];
  if (named === undefined) return false;
  const names = named.split(',').map((name) => name.trim()).filter(Boolean);
  return names.length > 0 && names.every((name) => name.startsWith('type '));
}

function resolve(from: string, specifier: string): string | undefined {
  const target = specifier.replace(/\?.*$/, '');
  if (target.startsWith('/')) return target.slice(1);
  if (!target.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
