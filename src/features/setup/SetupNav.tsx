import { Check, TriangleAlert } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SetupNav.module.css';
import type { StepRow } from './step-states.ts';
import type { StepId } from './steps.ts';

interface SetupNavProps {
  readonly rows: readonly StepRow[];
  readonly current: StepId;
  readonly hrefOf: (step: StepId) => string;
  readonly onGo: (step: StepId) => void;
}

/** Every step with what is done and what is left; folded on a narrow page. */
export function SetupNav({ rows, current, hrefOf, onGo }: SetupNavProps) {
  const t = useText();
  const isWide = useMedia('(width >= 900px)');
  const steps = rows.filter(({ id }) => id !== 'review');
  const done = steps.filter(({ state }) => state === 'done').length;
  const left = steps.length - done;
  const leftWords = left === 0 ? t('setup.steps.noneLeft') : t('setup.steps.left', { count: left });
  const list = (
    <ol className={styles['list']}>
      {rows.map(({ id, state, optional }, at) => (
        <li key={id}>
          <a
            className={cx(styles['step'], styles[state])}
            href={hrefOf(id)}
            aria-current={id === current ? 'step' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onGo(id);
            }}
          >
            <span className={styles['mark']} aria-hidden>
              {state === 'done' ? <Check size={14} strokeWidth={3} /> : state === 'faulty' ? <TriangleAlert size={14} /> : at + 1}
            </span>
            <span className={styles['name']}>{t(`setup.${id}.short`)}</span>
            <VisuallyHidden>, {t(`setup.steps.${state}`)}</VisuallyHidden>
            {optional && <span className={styles['note']}>{t('setup.steps.optional')}</span>}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className={styles['nav']} aria-label={t('setup.steps.label')}>
      <div className={styles['head']}>
        <p className={styles['progress']}>{t('setup.steps.progress', { at: rows.findIndex(({ id }) => id === current) + 1, of: rows.length })}</p>
        <p className={styles['left']}>{leftWords}</p>
      </div>
      <ProgressBar label={t('setup.steps.label')} part={done / steps.length} valueText={leftWords} />
      {isWide ? list : (
        <details key={current} className={styles['fold']}>
          <summary>{t('setup.steps.all')}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}
