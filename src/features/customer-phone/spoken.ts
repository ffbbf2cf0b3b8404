import type { CaptionView } from '../../protocol/views.ts';
import { nameCaptions } from './caption-list.ts';

/** What the voice should do about captions that have come: say a text, fall silent, or go on with what it is at. */
export type VoiceOrder = { readonly kind: 'say'; readonly text: string } | { readonly kind: 'hush' | 'goOn' };

/**
 * Compares what has been heard before with what is heard now. New speech is said in one breath and takes the place of
 * older speech; a pressed key cuts a prompt short, as it does on the line. `before` null: the voice has just been
 * switched on, or the page opened in the middle, and begins with the latest prompt.
 */
export function voiceOrder(before: readonly CaptionView[] | null, now: readonly CaptionView[]): VoiceOrder {
  if (before === null) return say(now.filter(isSaid).slice(-1));
  const known = new Set(nameCaptions(before).map(({ key }) => key));
  const added = nameCaptions(now).filter(({ key }) => !known.has(key)).map(({ caption }) => caption);
  const afterKeys = added.slice(added.findLastIndex(({ kind }) => kind === 'keys') + 1);
  const speech = afterKeys.filter(isSaid);
  if (speech.length > 0) return say(speech);
  return { kind: afterKeys.length < added.length || afterKeys.some(isRecorded) ? 'hush' : 'goOn' };
}

/** A recording is heard itself; where it cannot be, its caption stands for it. */
const isRecorded = ({ recorded }: CaptionView): boolean => recorded !== undefined;
const isSaid = (caption: CaptionView): boolean => caption.kind === 'speech' && !isRecorded(caption);

function say(captions: readonly CaptionView[]): VoiceOrder {
  return captions.length === 0 ? { kind: 'goOn' } : { kind: 'say', text: captions.map(({ text }) => text).join(' ') };
}
