import type { E164 } from './core/e164.ts';
import type { ZoneTable } from './tenant/model.ts';

/** The numbering plan of the world, handed in: the engine knows no telephone numbers by itself (spec §7). */
export interface PhoneNumberRules {
  readonly parse: (
    text: string,
    format: 'Local' | 'E164',
    country: string,
  ) => { readonly ok: true; readonly e164: E164 } | { readonly ok: false };
  /** The zone of a number's owner as far as the number tells; null when it does not. */
  readonly zoneOf: (number: E164) => ZoneTable | null;
  readonly isDialable: (number: E164, dialableCountries: readonly string[]) => boolean;
}
