import type { Say } from '../../text/use-text.ts';
import type { Finding } from './check-draft.ts';
import type { Draft, FieldName } from './draft.ts';
import type { Instance } from './instance.ts';

/** What a step is filled in with. */
export interface SetupForm {
  readonly draft: Draft;
  readonly instance: Instance;
  readonly change: (change: Partial<Draft>) => void;
  /** A field was left: from now on it says what is wrong with it. */
  readonly leave: (field: FieldName) => void;
  readonly errorOf: (field: FieldName) => string | undefined;
  readonly warningOf: (field: FieldName) => string | undefined;
}

/** The sentence for a finding; the catalogue's types ask for every value that any of the sentences may hold. */
export const findingSentence = ({ code, values }: Finding, t: Say): string => t(`setup.faults.${code}`, { ...none, ...values });

const none = { name: '', char: '', profile: '', queue: '', waiting: '', flow: '', length: 0, max: 0, min: 0, value: 0, retries: 0, calls: 0, seconds: 0 } as const;

/** Where a field stands on the page: what an error summary leads to. */
export const anchorOf = (field: FieldName): string => `field-${field}`;
