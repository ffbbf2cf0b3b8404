import { utf8Length } from '../flow/content.ts';

type Attributes = Readonly<Record<string, string>>;

/** Attributes take 32 KB per contact (spec §9). */
const ATTRIBUTES_BYTES_MAX = 32_768;

/** Whether so many attributes are allowed, whoever sets them: a flow, an agent or a program. */
export const attributesFit = (attributes: Attributes): boolean => utf8Length(JSON.stringify(attributes)) <= ATTRIBUTES_BYTES_MAX;

/** What is wrong with attributes that are added to those a contact has: a name (spec §2.2), or `Attributes` when they are too many; null when nothing is. */
export function wrongAttribute(before: Attributes, added: Attributes): string | null {
  const badName = Object.keys(added).find((key) => !/^[A-Za-z0-9_-]{1,127}$/.test(key));
  if (badName !== undefined) return badName;
  return attributesFit({ ...before, ...added }) ? null : 'Attributes';
}
