import { ClockSection } from './ClockSection.tsx';
import styles from './LabPanel.module.css';
import { ResetSection } from './ResetSection.tsx';
import { RolesSection } from './RolesSection.tsx';
import { StorySection } from './StorySection.tsx';
import type { LabModel } from './use-lab.ts';

/** Everything the lab can do. */
export function LabPanel({ lab }: { readonly lab: LabModel }) {
  return (
    <div className={styles['panel']}>
      <ClockSection clock={lab.clock} zone={lab.zone} />
      <div className={styles['column']}>
        <StorySection story={lab.story} zone={lab.zone} />
        <ResetSection reset={lab.reset} />
      </div>
      <RolesSection links={lab.links} />
    </div>
  );
}
