import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { Coverage } from './coverage.ts';
import styles from './CoverageBar.module.css';

/** Whose visits are shown. */
export const coverageKinds = ['none', 'session', 'scenarios'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

interface CoverageBarProps {
  readonly kind: CoverageKind;
  /** null: there is nothing to count, or nothing is to be shown. */
  readonly coverage: Coverage | null;
  /** Scenarios that run this flow. */
  readonly scenarios: number;
  readonly onKind: (kind: CoverageKind) => void;
}

/** What of the flow has been visited, and by whom. */
export function CoverageBar({ kind, coverage, scenarios, onKind }: CoverageBarProps) {
  const t = useText();
  return (
    <Card title={t('flowMap.coverage.title')} className={styles['card']}>
      <Field label={t('flowMap.coverage.show')}>
        {(control) => (
          <select {...control} value={kind} onChange={(event) => {
            onKind(coverageKinds.find((each) => each === event.target.value) ?? 'none');
          }}>
            {coverageKinds.map((each) => <option key={each} value={each}>{t(`flowMap.coverage.by.${each}`)}</option>)}
          </select>
        )}
      </Field>
      {kind === 'scenarios' && coverage === null && <p className={styles['muted']}>{t('flowMap.coverage.noScenario')}</p>}
      {coverage !== null && (
        <output className={styles['counts']}>
          <Count words={t('flowMap.coverage.actions', { visited: coverage.actionsVisited, count: coverage.actions })} visited={coverage.actionsVisited} of={coverage.actions} />
          <Count words={t('flowMap.coverage.branches', { visited: coverage.branchesVisited, count: coverage.branches })} visited={coverage.branchesVisited} of={coverage.branches} />
          <p className={styles['muted']}>{kind === 'scenarios' ? t('flowMap.coverage.ofScenarios', { count: scenarios }) : t('flowMap.coverage.ofSession')}</p>
        </output>
      )}
    </Card>
  );
}

function Count({ words, visited, of }: { readonly words: string; readonly visited: number; readonly of: number }) {
  return (
    <div className={styles['count']}>
      <span>{words}</span>
      <ProgressBar label={words} part={of === 0 ? 0 : visited / of} valueText={words} />
    </div>
  );
}
