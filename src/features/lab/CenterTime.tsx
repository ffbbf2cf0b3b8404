import { useEngineNow } from '../../store/engine-time.ts';
import { formatClock, formatDateTime } from '../../text/format.ts';
import { TimeText } from '../../ui/TimeText.tsx';

interface CenterTimeProps {
  readonly zone: string;
  readonly form: 'time' | 'full';
}

/** The center's now, drawn several times a second; alone, so that nothing else is drawn with it. */
export function CenterTime({ zone, form }: CenterTimeProps) {
  const nowMs = useEngineNow();
  return <TimeText>{form === 'time' ? formatClock(nowMs, zone, 'seconds') : `${formatDateTime(nowMs, zone)} ${zoneName(zone)}`}</TimeText>;
}

/** The last part of a zone's name says enough: "UTC", "Los Angeles". */
function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
