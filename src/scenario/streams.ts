/*
 * What the streams of the center have told so far, for expectations: read anew from the commits each time a story looks,
 * since stories look seldom and a stream that is kept would have to survive restarts.
 */
import { AgentEventStream, arnOf, ContactEventStream } from '../engine/index.ts';
import type { Center, Commit } from '../engine/index.ts';

/** The states that contacts had with an agent, in order, as the agent event stream shows them (spec §4.7). */
export function statesOf({ config }: Center, commits: readonly Commit[], username: string): readonly string[] {
  const agentId = config.agentsByUsername.get(username)?.id ?? '';
  const arn = arnOf(config.instance.id, 'agent', agentId);
  const stream = new AgentEventStream();
  const shown = commits.flatMap((commit) => stream.take(commit)).filter(({ AgentARN }) => AgentARN === arn).flatMap(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts);
  // An event that tells of something else shows the contact as it was.
  const changes = shown.filter((contact, index) => JSON.stringify(keyOf(contact)) !== JSON.stringify(keyOf(shown[index - 1])));
  return changes.map(({ State }) => State);
}

/** A contact event, in the words of its envelope and detail (spec §2.7). */
export interface SampledContactEvent {
  readonly eventType: string;
  readonly time: string;
  readonly initiationMethod: string;
  readonly disconnectReason: string | null;
}

/** The contact events of each contact; `$n` is the n-th contact of the story. */
export function contactEventsOf({ contacts }: Center, commits: readonly Commit[]): Readonly<Record<string, readonly SampledContactEvent[]>> {
  const stream = new ContactEventStream();
  const told = commits.flatMap((commit) => stream.take(commit));
  return Object.fromEntries([...contacts.keys()].map((id, index) => [`$${index}`, told.filter(({ detail }) => detail.contactId === id).map(({ time, detail }) => (
    { eventType: detail.eventType, time, initiationMethod: detail.initiationMethod, disconnectReason: detail.disconnectReason ?? null }
  ))]));
}

interface Shown {
  readonly ContactId: string;
  readonly State: string;
  readonly StateStartTimestamp: string;
}

function keyOf(contact: Shown | undefined): unknown {
  return contact === undefined ? null : [contact.ContactId, contact.State, contact.StateStartTimestamp];
}
