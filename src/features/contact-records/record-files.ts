import { maskedNumber } from '../../text/phone.ts';
import type { RecordView } from './timeline.ts';

/** A record as it may leave the page: with every occurrence of the customer's number masked, unless numbers are shown. */
export function asShown(record: RecordView, numbersShown: boolean): RecordView {
  const number = record.CustomerEndpoint.Address;
  return numbersShown ? record : (hideIn(record, number, maskedNumber(number)) as RecordView);
}

/** Records as a JSON document. */
export function toJsonText(records: readonly RecordView[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}

/** Records as CSV (RFC 4180), a column per field path, for spreadsheets. */
export function toCsvText(records: readonly RecordView[]): string {
  const flat = records.map((record) => flatten(record));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...flat.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet runs a cell that begins like a formula; attributes hold what callers entered. An apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return into.set(path, value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));
  for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function hideIn(value: unknown, number: string, mask: string): unknown {
  if (typeof value === 'string') return value.replaceAll(number, mask);
  if (Array.isArray(value)) return value.map((each) => hideIn(each, number, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hideIn(inner, number, mask)]));
}
