/** What an instance in a Region of the Americas may call. */
const AMERICAN: readonly string[] = ['US', 'CA', 'MX', 'PR', 'GB'];
const EUROPEAN: readonly string[] = ['GB', 'IT', 'FR', 'IE', 'US'];

/** By the country in which a Region is. */
const BY_REGION: Readonly<Partial<Record<string, readonly string[]>>> = {
  ZA: ['ZA', 'GB', 'US'],
  KR: ['KR', 'GB', 'US'],
  SG: ['SG', 'AU', 'HK', 'US', 'GB'],
  AU: ['AU', 'NZ', 'US'],
  JP: ['JP', 'VN', 'US'],
  DE: EUROPEAN,
  GB: EUROPEAN,
  UK: EUROPEAN,
};

/**
 * The countries that an instance in the Region of this country may call until it asks for more (spec §7); an instance
 * elsewhere is taken for one in the United States. Mobiles of Britain and Japan are in none of these lists.
 */
export const dialableByDefault = (country: string): readonly string[] => BY_REGION[country] ?? AMERICAN;
