import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** The function that turns a key of the catalogue into its sentence. */
export type Say = TFunction;

/** The sentences of the page: `const t = useText(); t('common.close')`. */
export function useText(): Say {
  return useTranslation().t;
}
