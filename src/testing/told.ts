import { AgentEventStream, ContactEventStream, type AgentEvent, type ContactEvent } from '../engine/index.ts';
import type { CenterDriver } from './center-driver.ts';

/** What the stream of contact events has told of a center's journal. */
export function contactEvents({ commits }: CenterDriver): readonly ContactEvent[] {
  const stream = new ContactEventStream();
  return commits.flatMap((commit) => stream.take(commit));
}

/** What the stream of agent events has told of it, without the heart beats that come when nothing happens. */
export function agentEvents({ commits }: CenterDriver): readonly AgentEvent[] {
  const stream = new AgentEventStream();
  return commits.flatMap((commit) => stream.take(commit));
}
