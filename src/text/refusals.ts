import { rejections } from './en/rejections.ts';
import type { Say } from './use-text.ts';

/** What `refusalSentence` needs of a reply. */
export interface RefusalWords {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** The sentence for a refused command; anything without one of its own is told as a lost connection. */
export function refusalSentence(refusal: RefusalWords, t: Say): string {
  if (!isRejection(refusal.code)) return t('common.link.lost');
  return t(`rejections.${refusal.code}`, { field: String(refusal.detail['field'] ?? '') });
}

function isRejection(code: string): code is keyof typeof rejections {
  return Object.hasOwn(rejections, code);
}
