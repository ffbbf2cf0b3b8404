import { LabStrip } from './LabStrip.tsx';

/** The lab in 24 px: for a page's own ribbon slot and for the smallest screens. It unfolds into all controls. */
export function ClockRibbon() {
  return <LabStrip size="ribbon" />;
}
