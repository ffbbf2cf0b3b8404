import { ownerOf, type AgentId, type CenterEvent, type ContactId, type E164, type FlowWait, type InitiationMethod, type Instance, type LineId, type QueueId } from '../engine/index.ts';

/** Tells events in words; it remembers who is behind an id, so give it every event in order. */
export interface Teller {
  /** The event as a sentence, null when it is not worth a line of its own. */
  readonly tell: (event: CenterEvent) => string | null;
}

/** A teller for a story in this instance. Customers are called by name, never by their whole number. */
export function createTeller(instance: Instance): Teller {
  const people = new Map<ContactId, E164>();
  const lines = new Map<LineId, E164>();
  const personOf = (number: E164 | undefined): string =>
    instance.customers.find((customer) => customer.number === number)?.name ?? `the customer …${number?.slice(-2) ?? ''}`;
  const customer = (contactId: ContactId): string => personOf(people.get(contactId));
  const phone = (lineId: LineId): string => personOf(lines.get(lineId));
  const agent = (agentId: AgentId): string => instance.agents.find(({ id }) => id === agentId)?.username ?? agentId;
  const queue = (queueId: QueueId): string => {
    const owner = ownerOf(queueId);
    return owner === null ? (instance.queues.find(({ id }) => id === queueId)?.name ?? queueId) : `the queue of ${agent(owner)}`;
  };
  const status = (statusId: string): string => instance.statuses.find(({ id }) => id === statusId)?.name ?? statusId;

  const agentHears = new Set<ContactId>();
  /** Contacts that an agent waits for: the customer is on hold in another. */
  const asked = new Set<ContactId>();

  const remember = (event: CenterEvent): void => {
    if (event.type === 'flow.started' && event.flowType === 'AGENT_WHISPER') agentHears.add(event.contactId);
    if (event.type === 'flow.ended') agentHears.delete(event.contactId);
    if (event.type === 'contact.consulted') asked.add(event.consultId);
    if (event.type === 'line.moved') asked.delete(event.contactId);
    if (event.type === 'contact.created') people.set(event.contactId, event.customerNumber);
    if (event.type === 'line.opened') lines.set(event.lineId, event.number);
  };

  const tell = (event: CenterEvent): string | null => {
    switch (event.type) {
      case 'contact.created': return event.method === 'CALLBACK' ? null : `${personOf(event.customerNumber)} ${METHOD_WORDS[event.method]}`;
      case 'contact.enqueued': return `${customer(event.contactId)} enters ${queue(event.queueId)}`;
      case 'contact.systemConnected': return null;
      case 'contact.joined': return `${agent(event.agentId)} and ${customer(event.contactId)} are joined`;
      case 'contact.held': return `${customer(event.contactId)} is on hold`;
      case 'contact.resumed': return `${customer(event.contactId)} is off hold`;
      case 'contact.ended': return `the contact with ${customer(event.contactId)} ends: ${event.reason} (${event.cause})`;
      case 'flow.faulted': return `a flow takes its error branch at ${event.actionId}: ${event.fault}`;
      case 'flow.lambdaAnswered': return `a Lambda function ${{ returned: 'returns', failed: 'fails', timedOut: 'does not answer in time' }[event.how]}`;
      case 'contact.consulted': return `somebody else is asked in for ${customer(event.contactId)}`;
      case 'contact.consultEnded': return `the agent is alone with ${customer(event.contactId)} again`;
      case 'contact.thirdPartyJoined': return 'the third party is on the line';
      case 'line.moved': return `${phone(event.lineId)} goes on in another contact`;
      case 'line.answered': return `${phone(event.lineId)} ${event.by === 'machine' ? 'lets voicemail answer' : 'answers'}`;
      case 'flow.waiting': {
        const text = spoken(event.wait);
        return text === null ? null : `${agentHears.has(event.contactId) || asked.has(event.contactId) ? 'the agent' : customer(event.contactId)} hears “${text}”`;
      }
      case 'line.keyed': return `${phone(event.lineId)} presses ${event.keys.length === 1 ? event.keys : `${event.keys.length} keys`}`;
      case 'line.failed': return `${phone(event.lineId)} is not reached: ${event.failure}`;
      case 'offer.made': return `${customer(event.contactId)} is offered to ${agent(event.agentId)}`;
      case 'offer.accepted': return `${agent(event.agentId)} accepts`;
      case 'offer.rejected': return `${agent(event.agentId)} rejects`;
      case 'offer.expired': return `${agent(event.agentId)} misses the offer`;
      case 'offer.withdrawn': return `the offer to ${agent(event.agentId)} is withdrawn`;
      case 'callback.requested': return `${customer(event.contactId)} is promised a callback through ${queue(event.queueId)}`;
      case 'callback.attempted': return `${customer(event.contactId)} is dialed, attempt ${event.attempt}`;
      case 'callback.attemptFailed': return `the attempt failed: ${event.cause}${event.retry ? '; it will be tried again' : ''}`;
      case 'callback.closed': return `the promise is closed: ${event.cause}`;
      case 'agent.statusSet': return `${agent(event.agentId)} is ${status(event.statusId)}`;
      case 'agent.nextStatusSet': return event.statusId === null ? null : `${agent(event.agentId)} will be ${status(event.statusId)} next`;
      case 'agent.slotSet': return event.state === 'ENDED' ? `${agent(event.agentId)} is in after-contact work` : null;
      case 'agent.slotCleared': return `${agent(event.agentId)} has cleared the contact`;
      default: return null;
    }
  };
  return { tell: (event) => {
    remember(event);
    return tell(event);
  } };
}

/** What a contact that is no callback begins with. */
const METHOD_WORDS: Readonly<Record<InitiationMethod, string>> = {
  INBOUND: 'calls',
  OUTBOUND: 'is called by an agent',
  TRANSFER: 'is to be passed on',
  CALLBACK: 'is a contact (CALLBACK)',
  QUEUE_TRANSFER: 'is a contact (QUEUE_TRANSFER)',
  DISCONNECT: 'remains on the line (DISCONNECT)',
  API: 'is a contact (API)',
};

/** What a flow that waits is saying, if it is saying something. */
function spoken(wait: FlowWait): string | null {
  const utterance = wait.kind === 'prompt' || wait.kind === 'input' ? wait.utterance : wait.kind === 'loop' ? wait.utterances[0] ?? null : null;
  // A number that is read back stays between the center and its owner.
  return utterance?.kind === 'speech' ? utterance.text.replaceAll(/\+\d{5,13}(?=\d\d)/g, '…') : null;
}
