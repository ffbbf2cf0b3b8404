import { LabStrip } from './LabStrip.tsx';

/** The lab on every page of the demo: a ribbon where room is short, a bar with the usual controls where it is not. */
export function LabBar() {
  return <LabStrip size="bar" />;
}
