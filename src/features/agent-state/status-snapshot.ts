import type { AgentView, StatusView } from '../../protocol/views.ts';
import { formatDuration } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';
import type { Tone } from '../../ui/tone.ts';

/** One line of the list of statuses. */
export interface StatusChoice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly tone: Tone;
  readonly hollow: boolean;
  readonly chosen: boolean;
}

/** The state button and its list. */
export interface StatusSnapshot {
  readonly name: string;
  readonly tone: Tone;
  /** A ring instead of a dot, so that colour is not alone. */
  readonly hollow: boolean;
  readonly time: string;
  readonly sinceMs: number;
  readonly next: string | null;
  readonly listTitle: string;
  readonly choices: readonly StatusChoice[];
}

/** With a contact at hand a pick is for afterwards (spec §4.2), and the list says so. */
export function statusSnapshot(agent: AgentView, nowMs: number, t: Say): StatusSnapshot {
  const busy = agent.contactId !== null;
  const next = agent.nextStatus === null ? null : t('softphone.header.next', { name: agent.nextStatus.name });
  const chosenId = (agent.nextStatus ?? agent.status).id;
  return {
    name: agent.status.name,
    ...look(agent.status),
    time: formatDuration(nowMs - agent.statusSinceMs),
    sinceMs: agent.statusSinceMs,
    next,
    listTitle: busy ? t('softphone.header.chooseNext') : t('softphone.header.choose'),
    choices: agent.statuses.map((status) => ({
      id: status.id,
      name: status.name,
      note: noteOf(status, t),
      ...look(status),
      chosen: status.id === chosenId,
    })),
  };
}

function look(status: StatusView): { readonly tone: Tone; readonly hollow: boolean } {
  return status.type === 'ROUTABLE' ? { tone: 'live', hollow: false } : { tone: status.type === 'OFFLINE' ? 'away' : 'late', hollow: true };
}

function noteOf(status: StatusView, t: Say): string {
  switch (status.type) {
    case 'ROUTABLE':
      return t('softphone.status.routable');
    case 'CUSTOM':
      return t('softphone.status.custom');
    case 'OFFLINE':
      return t('softphone.status.offline');
  }
}
