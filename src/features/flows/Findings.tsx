import { CircleAlert, Info } from 'lucide-react';
import type { FlowFaultFinding, FlowStepFinding } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import styles from './FlowImport.module.css';

interface FaultListProps {
  readonly title: string;
  readonly faults: readonly FlowFaultFinding[];
  readonly isBad?: boolean;
}

/** What is wrong with a file: the place, what is so, what to do. */
export function FaultList({ title, faults, isBad = false }: FaultListProps) {
  const t = useText();
  if (faults.length === 0) return null;
  const Icon = isBad ? CircleAlert : Info;
  return (
    <section className={cx(styles['faults'], isBad ? styles['faultsBad'] : styles['faultsNote'])} aria-label={title} role={isBad ? 'alert' : undefined}>
      <h4 className={styles['legend']}><Icon size={16} aria-hidden /> {title}</h4>
      <ul className={styles['faultList']}>
        {faults.map((fault) => (
          <li key={`${fault.Code} ${fault.Place}`}>
            <p>{fault.Sentence}</p>
            <p className={styles['hint']}><code>{t('flows.import.place', { place: fault.Place })}</code> · {fault.Remedy}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Actions that this center does not run: named, with the reason. */
export function UnsupportedList({ steps }: { readonly steps: readonly FlowStepFinding[] }) {
  const t = useText();
  if (steps.length === 0) return null;
  return (
    <section className={cx(styles['faults'], styles['faultsNote'])} aria-label={t('flows.import.unsupported')}>
      <h4 className={styles['legend']}><Info size={16} aria-hidden /> {t('flows.import.unsupported')}</h4>
      <p className={styles['hint']}>{t('flows.import.unsupportedHint')}</p>
      <ul className={styles['faultList']}>
        {steps.map((step) => (
          <li key={step.Id}>
            <p><strong>{step.Title}</strong> <code className={styles['hint']}>{step.Type}</code></p>
            <p className={styles['hint']}><code>{t('flows.import.place', { place: step.Id })}</code>{step.Because !== null && <> · {step.Because}</>}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
