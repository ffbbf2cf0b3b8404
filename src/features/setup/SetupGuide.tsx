import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useCenter } from '../../store/center-context.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { findingsOf } from './check-draft.ts';
import type { Finding } from './check-draft.ts';
import { createSetup, instanceKey } from './create-setup.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { isHandMade } from './hand-made.ts';
import type { Instance, SetupBench } from './instance.ts';
import { ReviewStep } from './ReviewStep.tsx';
import styles from './SetupPages.module.css';
import { SetupNav } from './SetupNav.tsx';
import { StepFields } from './StepFields.tsx';
import { Welcome } from './Welcome.tsx';
import { resumeAt, stepRows } from './step-states.ts';
import type { StepId } from './steps.ts';
import { stepIds } from './steps.ts';
import type { Setup } from './use-setup.ts';

interface SetupGuideProps {
  readonly setup: Setup;
  readonly instance: Instance;
  readonly bench: SetupBench;
  /** The step of the address; null: where one left off. */
  readonly asked: StepId | null;
  readonly hrefOf: (step: StepId) => string;
  readonly onGo: (step: StepId) => void;
  readonly onMade: () => void;
}

/** One step at a time: why, the form, and the way on. */
export function SetupGuide({ setup, instance, bench, asked, hrefOf, onGo, onMade }: SetupGuideProps) {
  const t = useText();
  const center = useCenter();
  const queries = useQueryClient();
  const { draft, findings, form, existing } = setup;
  const rows = stepRows(draft, findings);
  const [resumed] = useState(() => resumeAt(rows));
  const step = asked ?? resumed;
  const [attempt, setAttempt] = useState({ step, count: 0 });
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const heading = useStepFocus(step);
  const isReview = step === 'review';
  const errors = (isReview ? findings : findingsOf(findings, step)).filter(({ severity }) => severity === 'error');
  const own = existing.find(({ inbound }) => inbound.id === draft.changes) ?? null;
  const tried = attempt.step === step ? attempt.count : 0;

  const goOn = async (): Promise<void> => {
    if (!isReview) {
      const next = stepIds[stepIds.indexOf(step) + 1];
      if (setup.leaveStep(step).length > 0) setAttempt({ step, count: tried + 1 });
      else if (next !== undefined) onGo(next);
      return;
    }
    setBusy(true);
    const created = await createSetup(draft, center, bench, t);
    setBusy(false);
    setRefused(created.ok ? null : created.sentence);
    if (!created.ok) return;
    // Known at once, so that the page shows what was made before it is looked up again.
    queries.setQueryData(instanceKey, created.instance);
    setup.markMade(created.made);
    onMade();
  };
  const before = stepIds[stepIds.indexOf(step) - 1];
  return (
    <div className={styles['page']}>
      <Welcome setup={setup} isFirst={step === 'queue'} isWhereLeft={step === resumed} onStartOver={() => {
        setup.startOver();
        onGo('queue');
      }} />
      <div className={styles['columns']}>
        <SetupNav rows={rows} current={step} hrefOf={hrefOf} onGo={onGo} />
        <form
          className={styles['card']} noValidate aria-labelledby="setup-step"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) void goOn();
          }}
        >
          <header className={styles['stepHead']}>
            <h2 id="setup-step" ref={heading} tabIndex={-1} className={styles['stepTitle']}>{t(`setup.${step}.title`)}</h2>
            <p className={styles['why']}>{isReview && own !== null ? t('setup.review.whyChange', { flow: own.inbound.name }) : t(`setup.${step}.why`)}</p>
          </header>
          {!isReview && tried > 0 && <ErrorSummary errors={errors} attempt={tried} />}
          {isReview ? (
            <ReviewStep
              draft={draft} instance={instance} findings={findings} refused={refused} hrefOf={hrefOf} onGo={onGo}
              isHandMade={own !== null && isHandMade(own, instance, bench, t)}
            />
          ) : (
            <StepFields step={step} form={form} existing={existing} onTarget={setup.aim} speechMs={bench.speechMs} />
          )}
          <Buttons isReview={isReview} isChange={own !== null} isBusy={isBusy} errors={errors} onBack={before === undefined ? undefined : () => onGo(before)} />
        </form>
      </div>
    </div>
  );
}

interface ButtonsProps {
  readonly isReview: boolean;
  readonly isChange: boolean;
  readonly isBusy: boolean;
  readonly errors: readonly Finding[];
  readonly onBack: (() => void) | undefined;
}

function Buttons({ isReview, isChange, isBusy, errors, onBack }: ButtonsProps) {
  const t = useText();
  return (
    <div className={styles['buttons']}>
      {onBack !== undefined && <Button onClick={onBack}>{t('setup.back')}</Button>}
      <Button submit kind="primary" busy={isBusy} disabled={isReview && errors.length > 0}>
        {isReview ? t(isChange ? 'setup.review.save' : 'setup.review.create') : t('setup.next')}
      </Button>
    </div>
  );
}

/** Another step begins at its heading; the page itself is begun where the browser begins it. */
function useStepFocus(step: StepId) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return heading;
}
