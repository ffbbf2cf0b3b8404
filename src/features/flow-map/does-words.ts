import { flowMap } from '../../text/en/flow-map.ts';
import type { Say } from '../../text/use-text.ts';

/** What an action of this type does, in a sentence or two. */
export function doesWords(type: string, t: Say): string {
  return isKnown(type) ? t(`flowMap.does.${type}`) : t('flowMap.does.other', { type });
}

const isKnown = (type: string): type is Exclude<keyof typeof flowMap.does, 'other'> => type !== 'other' && Object.hasOwn(flowMap.does, type);
