import type { Brand } from './brand.ts';

/** A telephone number in international form, `+` and up to fifteen digits. */
export type E164 = Brand<string, 'E164'>;

/** Marks text as E.164; only parsers that have checked it may do so. */
export const asE164 = (text: string): E164 => text as E164;

/** True for text of the shape `+` and 2–15 digits, whatever the plan says of it. */
export const looksLikeE164 = (text: string): text is E164 => /^\+[1-9]\d{1,14}$/.test(text);
