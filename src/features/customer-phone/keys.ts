/** The keys of a telephone, in the order in which they are laid out, with the letters printed on them. */
export const phoneKeys = [
  { key: '1', letters: '' },
  { key: '2', letters: 'ABC' },
  { key: '3', letters: 'DEF' },
  { key: '4', letters: 'GHI' },
  { key: '5', letters: 'JKL' },
  { key: '6', letters: 'MNO' },
  { key: '7', letters: 'PQRS' },
  { key: '8', letters: 'TUV' },
  { key: '9', letters: 'WXYZ' },
  { key: '*', letters: '' },
  { key: '0', letters: '' },
  { key: '#', letters: '' },
] as const;

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
  return phoneKeys.find(({ key }) => key === stroke.key)?.key ?? null;
}
