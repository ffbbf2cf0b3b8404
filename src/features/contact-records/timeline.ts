import type { ContactRecordPage } from '../../protocol/http-contacts.ts';
import type { Tone } from '../../ui/tone.ts';

/** A record as the page has it from the HTTP face. */
export type RecordView = ContactRecordPage['ContactRecords'][number];

export type SegmentName = 'flow' | 'scheduled' | 'queue' | 'joining' | 'agentWhisper' | 'dialing' | 'customerWhisper' | 'talking' | 'work';

/** One part of a contact's life, in epoch ms; `toMs` null: not over when the record was written. */
export interface Segment {
  readonly name: SegmentName;
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** The colour family of each part: the softphone's own, so that both screens speak alike. */
export const segmentTone = {
  flow: 'away', scheduled: 'late', queue: 'ring', joining: 'reach', agentWhisper: 'speak', dialing: 'reach', customerWhisper: 'speak', talking: 'live', work: 'away',
} as const satisfies Readonly<Record<SegmentName, Tone>>;

/** A contact's life in parts that follow one another; parts without length are left out (spec §2.6). */
export function segmentsOf(record: RecordView): readonly Segment[] {
  const { Queue: queue, Agent: agent, Ringback: ours } = record;
  const began = ms(record.InitiationTimestamp);
  const ended = ms(record.DisconnectTimestamp);
  const enqueued = ms(queue?.EnqueueTimestamp);
  const dequeued = ms(queue?.DequeueTimestamp);
  const dialed = ms(ours.DialedTimestamp);
  const answered = ms(record.ConnectedToSystemTimestamp);
  const joined = ms(agent?.ConnectedToAgentTimestamp);
  const isCallback = record.InitiationMethod === 'CALLBACK';
  const wasAccepted = isCallback && dequeued !== null && (dialed !== null || joined !== null || dequeued !== ended);

  const parts: readonly (Segment | null)[] = [
    part(isCallback ? 'scheduled' : 'flow', began, enqueued ?? ended),
    part('queue', enqueued, dequeued),
    wasAccepted ? part('agentWhisper', dequeued, dialed ?? ended) : part('joining', dequeued, joined),
    isCallback ? part('dialing', dialed, answered ?? ended) : null,
    isCallback ? part('customerWhisper', answered, joined ?? ended) : null,
    part('talking', joined, ended),
    workPart(ms(agent?.AfterContactWorkStartTimestamp), ms(agent?.AfterContactWorkEndTimestamp)),
  ];
  return parts.filter((each) => each !== null);
}

/** How much of the bar a part takes: its length, but never so little that it cannot be seen. 0–1, summing to 1. */
export function shares(segments: readonly Segment[]): readonly number[] {
  const least = 0.04;
  const lengths = segments.map(({ fromMs, toMs }) => Math.max(0, (toMs ?? fromMs) - fromMs));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const raised = lengths.map((length) => Math.max(least, total === 0 ? least : length / total));
  const sum = raised.reduce((all, share) => all + share, 0);
  return raised.map((share) => share / sum);
}

function part(name: SegmentName, fromMs: number | null, toMs: number | null): Segment | null {
  return fromMs === null || toMs === null || toMs <= fromMs ? null : { name, fromMs, toMs };
}

/** Work that is still going on has a beginning only. */
function workPart(fromMs: number | null, toMs: number | null): Segment | null {
  return fromMs === null || fromMs === toMs ? null : { name: 'work', fromMs, toMs };
}

function ms(stamp: string | null | undefined): number | null {
  return stamp === null || stamp === undefined ? null : Date.parse(stamp);
}
