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

/** The sentence with the field that it is about, where it is read away from it. */
export const findingAtPlace = (finding: Finding, t: Say): string => t('setup.at', { label: t(labels[finding.field]), sentence: findingSentence(finding, t) });

const labels = {
  queueName: 'setup.queue.name', hoursId: 'setup.queue.hours',
  callerName: 'setup.callerId.name', callerNumber: 'setup.callerId.number', callerTyped: 'setup.callerId.typed',
  profileId: 'setup.profile.profile', priority: 'setup.profile.priority', delay: 'setup.profile.delay',
  flowName: 'setup.flow.name', offered: 'setup.flow.when', waitingQueueId: 'setup.flow.waitingQueue', offerEvery: 'setup.flow.every',
  greeting: 'setup.flow.greeting', waiting: 'setup.flow.waiting', offer: 'setup.flow.offer', format: 'setup.flow.format',
  askNumber: 'setup.flow.askNumber', notValid: 'setup.flow.notValid', promise: 'setup.flow.promise',
  initialDelay: 'setup.flow.initialDelay', initialDelayUnit: 'setup.flow.unit', retries: 'setup.flow.retries', gap: 'setup.flow.gap', gapUnit: 'setup.flow.unit',
  setsQueue: 'setup.flow.working', number: 'setup.number.number', numberTyped: 'setup.number.typed', numberFor: 'setup.number.meaning',
  customerWhisperOn: 'setup.customerWhisper.on', customerWhisper: 'setup.customerWhisper.text', agentWhisperOn: 'setup.agentWhisper.on', agentWhisper: 'setup.agentWhisper.text',
} as const satisfies Readonly<Record<FieldName, string>>;

/** Where a field stands on the page: what an error summary leads to. */
export const anchorOf = (field: FieldName): string => `field-${field}`;
