import type { FlowAssignments } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import styles from './ActionPanel.module.css';
import type { FlowDraft } from './use-flow-map.ts';

interface QueueMessagesProps {
  /** The queue as the file names it; empty for the working queue. */
  readonly queueRef: string;
  readonly draft: FlowDraft;
  readonly assignments: FlowAssignments | null;
  readonly mapHref: (flowId: string) => string;
}

/** The two messages that the callback's queue has, each with the way to the map of its flow, where its words are changed. */
export function QueueMessages({ queueRef, draft, assignments, mapHref }: QueueMessagesProps) {
  const t = useText();
  const id = draft.choices('queue').find(({ value, name, id: queueId }) => value === queueRef || name === queueRef || queueId === queueRef)?.id ?? draft.findings.References.find(({ Reference }) => Reference === queueRef)?.ResolvedTo?.Id;
  const queue = assignments?.Queues.find(({ Id }) => Id === id);
  if (assignments === null || queue === undefined) return null;
  const fallback = (type: 'AGENT_WHISPER' | 'OUTBOUND_WHISPER'): string | undefined => assignments.Defaults.find(({ Type }) => Type === type)?.ContactFlowId;
  const messages = [
    { key: 'toAgent', own: queue.AgentWhisperFlowId, flowId: queue.AgentWhisperFlowId ?? fallback('AGENT_WHISPER') },
    { key: 'toCustomer', own: queue.OutboundWhisperFlowId, flowId: queue.OutboundWhisperFlowId ?? fallback('OUTBOUND_WHISPER') },
  ] as const;
  return (
    <section className={styles['part']} aria-labelledby="queue-messages">
      <h3 id="queue-messages" className={styles['legend']}>{t('flowMap.action.messages', { queue: queue.Name })}</h3>
      <ul className={styles['ways']}>
        {messages.map(({ key, own, flowId }) => flowId !== undefined && (
          <li key={key} className={styles['way']}>
            <span>{t(`flowMap.action.${key}`)}{own === null && <span className={styles['muted']}> ({t('flowMap.action.byDefault')})</span>}</span>
            <a href={mapHref(flowId)}>{draft.flowNames.get(flowId) ?? flowId}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
