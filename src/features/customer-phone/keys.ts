/** The keys of a telephone. */
const phoneKeys = '0123456789*#';

/** What of a key press on a keyboard matters to a phone. */
export interface KeyStroke {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  /** Focus is where text is typed, or in a list that reads keys itself. */
  readonly inField: boolean;
}

/** The telephone key meant by a key stroke, or null: shortcuts, key repeat and typing into a field are not meant for the phone. */
export function phoneKeyOf(stroke: KeyStroke): string | null {
  if (stroke.inField || stroke.repeat || stroke.altKey || stroke.ctrlKey || stroke.metaKey) return null;
  return stroke.key.length === 1 && phoneKeys.includes(stroke.key) ? stroke.key : null;
}
