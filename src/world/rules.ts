import type { PhoneNumberRules } from '../engine/index.ts';
import { isDialable, parseNumber } from './phone-numbers.ts';

/** The numbering plan of the world as the engine asks for it (spec §7); hand it to `createEngine`. */
export const phoneNumberRules: PhoneNumberRules = {
  parse: (text, format, country) => parseNumber(text, format, country),
  isDialable,
};
