import { useMemo, useState } from 'react';
import john from '../../../scenarios/john.json';
import type { TabCommand } from '../../protocol/envelope.ts';
import { useSend } from '../../store/center-context.tsx';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter, selectClock } from '../../store/selectors.ts';
import { clockSnapshot } from './clock-snapshot.ts';
import type { ClockSnapshot } from './clock-snapshot.ts';
import { resetCommand } from './fresh-start.ts';
import type { FreshStart } from './fresh-start.ts';
import { roleLinks } from './role-links.ts';
import { storySnapshot } from './story-snapshot.ts';
import type { StorySnapshot } from './story-snapshot.ts';

export interface LabModel {
  readonly clock: ClockSnapshot;
  /** IANA zone in which the center's clock is shown. */
  readonly zone: string;
  readonly story: StorySnapshot;
  readonly links: ReturnType<typeof roleLinks>;
  readonly reset: (start: FreshStart) => void;
}

/** The lab's view of the center; null until there is a clock to show. */
export function useLab(): LabModel | null {
  const clock = useLive(selectClock);
  const center = useLive(selectCenter);
  const send = useSend();
  const runSpeed = useRunSpeed(clock?.speed ?? 0);
  return useMemo(() => {
    if (clock === null) return null;
    const tell = (command: TabCommand): void => void send(command);
    return {
      clock: clockSnapshot(clock, center?.scenario ?? null, runSpeed, tell),
      zone: center?.timeZone ?? 'UTC',
      story: storySnapshot(john, center, tell),
      links: roleLinks(center),
      reset: (start) => tell(resetCommand(start)),
    };
  }, [clock, center, runSpeed, send]);
}

/** The speed at which the clock last ran, whoever set it. */
function useRunSpeed(speed: number): number {
  const [runSpeed, setRunSpeed] = useState(1);
  // React's own way to remember something of the last value: set while rendering, before anything is painted.
  if (speed > 0 && speed !== runSpeed) setRunSpeed(speed);
  return runSpeed;
}
