import { TriangleAlert } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import type { Finding } from './check-draft.ts';
import { findingAtPlace } from './form.ts';
import styles from './Review.module.css';
import { reviewRows } from './review-rows.ts';
import type { Draft } from './draft.ts';
import type { Instance } from './instance.ts';
import type { StepId } from './steps.ts';
import { stepOf } from './steps.ts';

interface ReviewStepProps {
  readonly draft: Draft;
  readonly instance: Instance;
  readonly findings: readonly Finding[];
  readonly isHandMade: boolean;
  /** Why it was not set up, when it was tried. */
  readonly refused: string | null;
  readonly hrefOf: (step: StepId) => string;
  readonly onGo: (step: StepId) => void;
}

/** Everything at a glance, with the way back to each step. */
export function ReviewStep({ draft, instance, findings, isHandMade, refused, hrefOf, onGo }: ReviewStepProps) {
  const t = useText();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const link = (step: StepId, words: string, label?: string) => (
    <a
      href={hrefOf(step)} aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        onGo(step);
      }}
    >
      {words}
    </a>
  );
  const list = (found: readonly Finding[]) => (
    <ul className={styles['list']}>
      {found.map((finding) => (
        <li key={`${finding.field} ${finding.code}`}>
          {link(stepOf(finding.field), findingAtPlace(finding, t))}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {refused !== null && <Banner kind="bad">{t('setup.review.refused')} {refused}</Banner>}
      {errors.length > 0 && (
        <section className={styles['errors']} aria-labelledby="review-errors">
          <h3 id="review-errors" className={styles['title']}>{t('setup.review.missing')}</h3>
          {list(errors)}
        </section>
      )}
      {(warnings.length > 0 || isHandMade) && (
        <section className={styles['warnings']} aria-labelledby="review-warnings">
          <h3 id="review-warnings" className={styles['title']}><TriangleAlert size={18} aria-hidden />{t('setup.review.warnings')}</h3>
          {list(warnings)}
          {isHandMade && <p>{t('setup.review.handMade')}</p>}
        </section>
      )}
      <dl className={styles['facts']}>
        {reviewRows(draft, instance, t).map(({ name, step, value }) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className={styles['edit']}>{link(step, t('setup.review.edit'), t('setup.review.editOf', { step: name }))}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
