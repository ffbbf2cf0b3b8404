import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';

/** Hands the catalogue to the page; `text` comes from `createText()`. */
export function TextProvider({ text, children }: { readonly text: i18n; readonly children: ReactNode }) {
  return <I18nextProvider i18n={text}>{children}</I18nextProvider>;
}
