import type { Say } from '../../text/use-text.ts';
import type { CheckedFile, ImportState } from './flow-import.ts';

/** What is to be known of a file among many: that it can be saved, or the first thing in the way. */
export function lineWords({ findings }: CheckedFile, state: ImportState, t: Say): string {
  if (state.can === 'save') return t('flows.import.line.can');
  switch (state.why) {
    case 'notAFlow':
      return t('flows.import.line.noFlow', { why: findings.Faults[0]?.Sentence ?? '' });
    case 'stops':
      return t('flows.import.line.faults', { count: findings.Faults.filter(({ Stops }) => Stops).length });
    case 'openChoices':
      return t('flows.import.line.choices', { count: state.count });
    case 'noType':
      return t('flows.import.line.noType');
    case 'sameName':
      return t('flows.import.sameName');
    case 'needsOther':
      return t('flows.import.needsOther', { name: state.name });
    case 'noName':
    case 'otherType':
      return t('flows.import.line.cannot');
  }
}
