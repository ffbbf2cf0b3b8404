import type { E164 } from './core/e164.ts';

/** The numbering plan of the world, handed in: the engine knows no telephone numbers by itself (spec §7). */
export interface PhoneNumberRules {
  readonly parse: (
    text: string,
    format: 'Local' | 'E164',
    country: string,
  ) => { readonly ok: true; readonly e164: E164 } | { readonly ok: false };
  readonly isDialable: (number: E164, dialableCountries: readonly string[]) => boolean;
}
