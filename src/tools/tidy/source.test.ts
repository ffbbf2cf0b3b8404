import { expect, test } from 'vitest';
import { describeProblem, strip } from './source.ts';

test('comments and strings are blanked and every character keeps its place', () => {
  const text = "const a = 'Date'; // Date\n/* Date */ const b = \"Date\";";
  const { codeOnly, withoutComments } = strip(text);
  expect(codeOnly).not.toContain('Date');
  expect(codeOnly).toHaveLength(text.length);
  expect(codeOnly.indexOf('const b')).toBe(text.indexOf('const b'));
  expect(withoutComments).toContain("'Date'");
  expect(withoutComments).not.toContain('// Date');
});

test('code inside a template stays visible, its text does not', () => {
  const { codeOnly } = strip('const a = `Date ${Date.now()} Date`;');
  expect(codeOnly.match(/Date/g)).toHaveLength(1);
});

test('a quote inside a regular expression opens no string', () => {
  expect(strip("const a = /['\"`]/; const b = Date;").codeOnly).toContain('Date');
});

test('two slashes inside a string open no comment', () => {
  expect(strip("const a = 'https://x'; const b = Date;").codeOnly).toContain('Date');
});

test('a division is no regular expression', () => {
  expect(strip('const a = b / c; const d = Date / e;').codeOnly).toContain('Date');
});

test('a problem starts with file and line, so that it can be clicked', () => {
  expect(describeProblem({ path: 'src/a.ts', line: 3, rule: 'r', instead: 'i' })).toBe('src/a.ts:3  r\n    i');
});
