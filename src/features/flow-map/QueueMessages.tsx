import { Map } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './ActionPanel.module.css';
import { queueChangesOf, withChange } from './edits.ts';
import { queueIdOf } from './queue-of.ts';
import type { FlowDraft } from './use-flow-map.ts';

interface QueueMessagesProps {
  /** The queue as the file names it; empty for the working queue. */
  readonly queueRef: string;
  readonly draft: FlowDraft;
  readonly mapHref: (flowId: string) => string;
}

const messages = [
  { use: 'agentWhisper', type: 'AGENT_WHISPER', label: 'toAgent' },
  { use: 'outboundWhisper', type: 'OUTBOUND_WHISPER', label: 'toCustomer' },
] as const;

/** The two messages of the callback's queue: which flow each is, and the way to its map, where its words are changed. */
export function QueueMessages({ queueRef, draft, mapHref }: QueueMessagesProps) {
  const t = useText();
  const { assignments, drafts, flows } = draft;
  const id = queueIdOf(queueRef, draft);
  const queue = assignments?.Queues.find(({ Id }) => Id === id);
  if (assignments === null || queue === undefined) return null;
  return (
    <section className={styles['part']} aria-labelledby="queue-messages">
      <h3 id="queue-messages" className={styles['legend']}>{t('flowMap.action.messages', { queue: queue.Name })}</h3>
      <p className={styles['muted']}>{t('flowMap.action.messagesHint')}</p>
      {messages.map(({ use, type, label }) => {
        const saved = use === 'agentWhisper' ? queue.AgentWhisperFlowId : queue.OutboundWhisperFlowId;
        const change = queueChangesOf(drafts).find((each) => each.queueId === queue.Id && each.use === use);
        const chosen = change === undefined ? saved : change.flowId;
        const fallback = assignments.Defaults.find((each) => each.Type === type)?.ContactFlowId ?? null;
        const played = chosen ?? fallback;
        const nameOf = (flowId: string): string => draft.flowNames.get(flowId) ?? flowId;
        return (
          <div key={use} className={styles['way']}>
            <Field label={t(`flowMap.action.${label}`)}>
              {(control) => (
                <select {...control} value={chosen ?? ''} onChange={(event) => {
                  const flowId = event.target.value === '' ? null : event.target.value;
                  draft.setDrafts(withChange(drafts, { of: 'queue', change: { queueId: queue.Id, use, flowId } }));
                }}>
                  <option value="">{fallback === null ? t('flowMap.action.noDefault') : t('flowMap.action.byDefault', { flow: nameOf(fallback) })}</option>
                  {flows.filter(({ ContactFlowType }) => ContactFlowType === type).map(({ Id, Name }) => <option key={Id} value={Id}>{Name}</option>)}
                </select>
              )}
            </Field>
            {played !== null && <a className={styles['link']} href={mapHref(played)}><Map size={14} aria-hidden />{t('flowMap.action.openMap', { flow: nameOf(played) })}</a>}
          </div>
        );
      })}
    </section>
  );
}
