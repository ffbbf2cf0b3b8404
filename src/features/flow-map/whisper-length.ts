import type { FlowAssignments, FlowFindings, FlowStepFinding } from '../../protocol/http-flows.ts';
import type { QueueChange } from './edits.ts';

/** How long a message plays before people talk. */
export interface WhisperLength {
  /** Whole seconds; null: not known beforehand. 0 where there is no message. */
  readonly seconds: number | null;
  /** It depends on the contact; `seconds` is the longest. */
  readonly isAtMost: boolean;
  /** The flow that plays it; null: there is none, or it is not known which. */
  readonly flowName: string | null;
}

/** Which flows play to agent and customer when a callback of a queue is connected; `undefined`: it is not known. */
export interface Whispers {
  readonly agent: string | null | undefined;
  readonly customer: string | null | undefined;
}

/** Ends of the way through which a message is played without anybody deciding anything. */
const decides: ReadonlySet<string> = new Set(['GetParticipantInput', 'Wait', 'Loop', 'InvokeLambdaFunction', 'InvokeFlowModule', 'DistributeByPercentage', 'MessageParticipantIteratively', 'TransferToFlow']);

/** Whole seconds that a flow speaks from its beginning to its end, by its shortest and longest way; null when nobody can tell beforehand. */
export function secondsSaid({ Start, Steps }: FlowFindings): { readonly least: number; readonly most: number } | null {
  const steps = new Map(Steps.map((step) => [step.Id, step] as const));
  const known = new Map<string, Span | null>();
  const from = (id: string): Span | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // A way that comes back here, while it is being followed, has no end.
    known.set(id, null);
    const step = steps.get(id);
    const found = step === undefined ? null : spanOf(step, from);
    known.set(id, found);
    return found;
  };
  const whole = Start === null ? null : from(Start);
  return whole === null ? null : { least: Math.ceil(whole.leastMs / 1000), most: Math.ceil(whole.mostMs / 1000) };
}

interface Span {
  readonly leastMs: number;
  readonly mostMs: number;
}

function spanOf({ Type, SaysMs, Branches }: FlowStepFinding, from: (id: string) => Span | null): Span | null {
  if (decides.has(Type) || (Type === 'MessageParticipant' && SaysMs === null)) return null;
  const ways = [...new Set(Branches.filter(({ On }) => On === 'NextAction' || On === 'NoMatchingCondition' || On.includes(' ')).map(({ To }) => To))];
  if (ways.length === 0) return Branches.length === 0 ? { leastMs: 0, mostMs: 0 } : null;
  const rest = ways.map(from);
  const spans = rest.filter((each) => each !== null);
  const own = Type === 'MessageParticipant' ? (SaysMs ?? 0) : 0;
  return spans.length < rest.length ? null : { leastMs: own + Math.min(...spans.map(({ leastMs }) => leastMs)), mostMs: own + Math.max(...spans.map(({ mostMs }) => mostMs)) };
}

/**
 * Which messages a callback of this queue gets: the agent's by the hook that this flow sets, else the queue's, else the
 * default; the customer's by the queue or the default (spec §6.4, §6.6). `changes` are drafted and not yet saved.
 */
export function whispersOf(queueId: string | null, assignments: FlowAssignments | null, changes: readonly QueueChange[], hooked: readonly string[]): Whispers {
  const queue = assignments?.Queues.find(({ Id }) => Id === queueId);
  const byDefault = (type: string): string | null => assignments?.Defaults.find(({ Type }) => Type === type)?.ContactFlowId ?? null;
  const changed = (use: QueueChange['use'], saved: string | null): string | null => {
    const change = changes.findLast((each) => each.queueId === queueId && each.use === use);
    return change === undefined ? saved : change.flowId;
  };
  const hooks = [...new Set(hooked)];
  const own = queue === undefined ? undefined : (changed('agentWhisper', queue.AgentWhisperFlowId) ?? byDefault('AGENT_WHISPER'));
  return {
    agent: hooks.length === 0 ? own : hooks.length === 1 ? hooks[0] : undefined,
    customer: queue === undefined ? undefined : (changed('outboundWhisper', queue.OutboundWhisperFlowId) ?? byDefault('OUTBOUND_WHISPER')),
  };
}
