import type { ActionSnapshot } from './map-snapshot.ts';

/*
 * How large an action is drawn. Known before it is drawn, so that the layout needs no measuring and nothing jumps; the
 * stylesheet (ActionNode.module.css) keeps to the same numbers.
 */
export const NODE_WIDTH = 248;
const HEAD = 44;
const DETAIL = 38;
const ROW = 24;
/** Room for the contact's time, which stands on the lower edge. */
const FOOT = 14;

/** Height of an action in px of the map at its natural size. */
export function nodeHeight({ detail, rows }: ActionSnapshot): number {
  return HEAD + (detail === null ? 0 : DETAIL) + rows.length * ROW + FOOT;
}
