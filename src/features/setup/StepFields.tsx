import { CallerIdStep } from './CallerIdStep.tsx';
import type { ExistingSetup } from './existing.ts';
import { FlowStep } from './FlowStep.tsx';
import type { SetupForm } from './form.ts';
import { NumberStep } from './NumberStep.tsx';
import { ProfileStep } from './ProfileStep.tsx';
import { QueueStep } from './QueueStep.tsx';
import styles from './Steps.module.css';
import type { StepId } from './steps.ts';
import { WhisperStep } from './WhisperStep.tsx';

interface StepFieldsProps {
  readonly step: Exclude<StepId, 'review'>;
  readonly form: SetupForm;
  readonly existing: readonly ExistingSetup[];
  readonly onTarget: (setup: ExistingSetup | null) => void;
  readonly speechMs: (text: string) => number;
}

/** What is to be filled in at a step. */
export function StepFields(props: StepFieldsProps) {
  return <div className={styles['fields']}><Fields {...props} /></div>;
}

function Fields({ step, form, existing, onTarget, speechMs }: StepFieldsProps) {
  switch (step) {
    case 'queue':
      return <QueueStep form={form} existing={existing} onTarget={onTarget} />;
    case 'callerId':
      return <CallerIdStep form={form} />;
    case 'profile':
      return <ProfileStep form={form} />;
    case 'flow':
      return <FlowStep form={form} speechMs={speechMs} />;
    case 'number':
      return <NumberStep form={form} />;
    case 'customerWhisper':
    case 'agentWhisper':
      return <WhisperStep form={form} which={step} speechMs={speechMs} />;
  }
}
