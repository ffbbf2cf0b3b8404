import type { CaptionView } from '../../protocol/views.ts';

/** A caption with a name that stays when older captions are dropped from the front. */
export interface NamedCaption {
  readonly key: string;
  readonly caption: CaptionView;
}

/**
 * Names captions by their instant, kind and text, and by their place among equals: the center drops the oldest, so a
 * name can only move between captions that say the same.
 */
export function nameCaptions(captions: readonly CaptionView[]): readonly NamedCaption[] {
  const seen = new Map<string, number>();
  return captions.map((caption) => {
    const base = `${caption.atMs}/${caption.kind}/${caption.text}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return { key: `${base}/${count}`, caption };
  });
}
