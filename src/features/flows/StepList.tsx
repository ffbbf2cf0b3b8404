import type { FlowStepFinding } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { waysOut } from './step-words.ts';
import styles from './StepList.module.css';

interface StepListProps {
  readonly steps: readonly FlowStepFinding[];
  readonly start: string | null;
}

/** A flow's actions in the order in which a contact meets them, with the ways out of each. */
export function StepList({ steps, start }: StepListProps) {
  const t = useText();
  return (
    <ol className={styles['steps']}>
      {steps.map((step, at) => {
        const ways = waysOut(step, steps, t);
        return (
          <li key={step.Id} id={`step-${step.Id}`} className={styles['step']}>
            <div className={styles['head']}>
              <span className={styles['index']}>{at + 1}</span>
              <strong>{step.Title}</strong>
              {step.Id === start && <Badge>{t('flows.steps.begins')}</Badge>}
            </div>
            {step.Detail !== null && <p className={styles['detail']}>{step.Detail}</p>}
            {!step.CanRun && <p className={styles['unable']}>{t('flows.steps.unable', { because: step.Because ?? '' })}</p>}
            {ways.length === 0 ? (
              <p className={styles['way']}>{t('flows.steps.last')}</p>
            ) : (
              <ul>
                {ways.map((way) => (
                  <li key={way.toId} className={styles['way']}>{way.on} → <a href={`#step-${way.toId}`}>{way.to}</a></li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
