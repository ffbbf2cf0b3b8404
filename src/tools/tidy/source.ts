/** The project's files, by path from its root, with forward slashes. Checkers take this map, so that tests can hand them made-up files. */
export type Files = ReadonlyMap<string, string>;

/** One broken rule: where, which, and what to write instead. */
export type Problem = { readonly path: string; readonly line: number; readonly rule: string; readonly instead: string };

/** Formats a problem the way editors and terminals make clickable. */
export function describeProblem({ path, line, rule, instead }: Problem): string {
  return `${path}:${line}  ${rule}\n    ${instead}`;
}

/** A test, a contract suite or a helper for tests: they may reach anywhere and are no part of what is shipped. */
export function isTestFile(path: string): boolean {
  return /\.(test|contract|spec)\.tsx?$/.test(path) || path.startsWith('src/testing/');
}

/** A file that the compiler reads. */
export function isScript(path: string): boolean {
  return /\.tsx?$/.test(path);
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A file's text with comments blanked, and with strings blanked too; every character keeps its place. */
export type Stripped = { readonly withoutComments: string; readonly codeOnly: string };

// In order: comments, strings, template text, regular expressions after something that cannot end a value.
const tokens = /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`)|(?<=[=(,:[!&|?;{}\n>]\s*|return\s)(\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*\/[a-z]*)/g;

/**
 * Takes comments and strings out of a text, so that prose may name what code may not.
 * Code inside `${…}` of a template stays visible.
 */
export function strip(text: string): Stripped {
  const withoutComments = text.replace(tokens, (match: string, comment: string | undefined) => (comment === undefined ? match : blank(match)));
  const codeOnly = text.replace(tokens, (match: string) => (match.startsWith('`') ? blankTemplate(match) : blank(match)));
  return { withoutComments, codeOnly };
}

function blankTemplate(template: string): string {
  let depth = 0;
  let out = '';
  for (let at = 0; at < template.length; at += 1) {
    const char = template.charAt(at);
    const opens = char === '{' && (depth > 0 || template.charAt(at - 1) === '$');
    if (opens) depth += 1;
    else if (char === '}' && depth > 0) depth -= 1;
    out += depth > 0 || char === '\n' ? char : ' ';
  }
  return out;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
