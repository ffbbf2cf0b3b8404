import { NumberText } from './TimeText.tsx';

interface WhoTitleProps {
  readonly name: string | null;
  readonly number: { readonly shown: string; readonly spoken: string };
}

/** A name, or the number where there is no name. */
export function WhoTitle({ name, number }: WhoTitleProps) {
  return name === null ? <NumberText spoken={number.spoken}>{number.shown}</NumberText> : <span title={name}>{name}</span>;
}
