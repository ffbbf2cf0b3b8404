import { useMutation } from '@tanstack/react-query';
import { assignFlowMutation } from '../../api/flows.ts';
import type { FlowAssignment } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import { problemOf } from '../../api/problem.ts';
import type { ContactFlowAnswer, ContactFlowSummary, FlowAssignments } from '../../protocol/http-flows.ts';
import { numberWords } from '../../text/phone.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { flowOfQueue, queueUseOf } from './flow-uses.ts';
import styles from './FlowPlaces.module.css';

interface FlowPlacesProps {
  readonly flow: ContactFlowAnswer['ContactFlow'];
  readonly assignments: FlowAssignments;
  readonly flows: readonly ContactFlowSummary[];
}

/** A place that takes flows of this type, and what is there now. */
interface Place {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly flowId: string | null;
  readonly with: (flowId: string | null) => FlowAssignment;
}

/** The places where a flow is or could be used, each with the way to put it there or take it away. */
export function FlowPlaces({ flow, assignments, flows }: FlowPlacesProps) {
  const t = useText();
  const toast = useToast();
  const assigning = useMutation(assignFlowMutation(useHttp()));
  const use = queueUseOf[flow.Type];
  const numbers: readonly Place[] = assignments.PhoneNumbers.map(({ PhoneNumber, Description, ContactFlowId }) => ({
    key: PhoneNumber, name: numberWords(PhoneNumber, t).shown, note: Description, flowId: ContactFlowId,
    with: (flowId) => ({ to: 'number', number: PhoneNumber, flowId }),
  }));
  const queues: readonly Place[] = use === undefined ? [] : assignments.Queues.map((queue) => ({
    key: queue.Id, name: queue.Name, note: t(`flows.uses.${use}`), flowId: flowOfQueue(queue, use),
    with: (flowId) => ({ to: 'queue', queueId: queue.Id, use, flowId }),
  }));
  const places = flow.Type === 'CONTACT_FLOW' ? numbers : queues;
  const isDefault = assignments.Defaults.some((each) => each.ContactFlowId === flow.Id);

  const assign = (place: Place, flowId: string | null): void => {
    assigning.mutate(place.with(flowId), {
      onSuccess: () => {
        toast({ kind: 'good', text: t(flowId === null ? 'flows.assign.removed' : 'flows.assign.done', { place: place.name, name: flow.Name }) });
      },
      onError: (error) => {
        toast({ kind: 'bad', text: problemSentence(problemOf(error), t) });
      },
    });
  };
  const nowWords = (place: Place): string => {
    if (place.flowId === flow.Id) return t('flows.assign.isHere');
    if (place.flowId === null) return t(flow.Type === 'CONTACT_FLOW' ? 'flows.assign.empty' : 'flows.assign.default');
    return t('flows.assign.instead', { name: flows.find((each) => each.Id === place.flowId)?.Name ?? place.flowId });
  };

  return (
    <Card title={t('flows.assign.title')} level={3}>
      {isDefault && <p className={styles['note']}>{t('flows.assign.isDefault')}</p>}
      {places.length === 0 ? (
        <p className={styles['note']}>{t('flows.assign.nowhere')}</p>
      ) : (
        <ul className={styles['places']} aria-label={t(flow.Type === 'CONTACT_FLOW' ? 'flows.assign.numbers' : 'flows.assign.queues')}>
          {places.map((place) => (
            <li key={place.key} className={styles['place']}>
              <div>
                <p className={styles['name']}>{place.name}</p>
                <p className={styles['note']}>{place.note} · {nowWords(place)}</p>
              </div>
              {place.flowId === flow.Id ? (
                <Button size="small" busy={assigning.isPending} aria-label={`${t('flows.assign.remove')}: ${place.name}`} onClick={() => {
                  assign(place, null);
                }}>
                  {t('flows.assign.remove')}
                </Button>
              ) : (
                <Button size="small" kind="primary" busy={assigning.isPending} aria-label={`${t('flows.assign.here')}: ${place.name}`} onClick={() => {
                  assign(place, flow.Id);
                }}>
                  {t('flows.assign.here')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
