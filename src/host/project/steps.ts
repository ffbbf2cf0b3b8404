import type { Contact, FlowRun, Line, Utterance } from '../../engine/index.ts';
import type { StepView } from '../../protocol/views.ts';
import { playingOf } from './playing.ts';

type Share = NonNullable<Contact['agent']>;
type Span = readonly [name: StepView['name'], fromMs: number | null, toMs: number | null];

/** The way from accept to talking, step by step, each with its own times; a step under way when the leg ended has failed. */
export function stepViews(contact: Contact, share: Share, line: Line | undefined, run: FlowRun | undefined): readonly StepView[] {
  const spans = spansOf(contact, share, line);
  const endedAtMs = contact.disconnectedAtMs;
  return spans.map(([name, fromMs, toMs]): StepView => {
    const quiet = { untilMs: null, caption: null };
    if (fromMs === null) return { name, state: 'waiting', fromMs: null, toMs: null, ...quiet };
    if (toMs !== null) return { name, state: 'done', fromMs, toMs, ...quiet };
    if (endedAtMs !== null) return { name, state: 'failed', fromMs, toMs: endedAtMs, ...quiet };
    const isWhisper = name === 'agentWhisper' || name === 'customerWhisper';
    return { name, state: 'now', fromMs, toMs: null, ...(isWhisper ? spoken(run) : quiet) };
  });
}

function spansOf(contact: Contact, share: Share, line: Line | undefined): readonly Span[] {
  if (contact.callback) return dialedSpans(contact, share, line);
  // Whoever dials by themselves accepts nothing, and hears no message.
  return contact.method === 'OUTBOUND' ? dialedSpans(contact, share, line).slice(2) : inboundSpans(contact, share);
}

/** Callbacks, and whom an agent dials. Agent first: whisper to the agent, dial, ring, whisper to the customer (spec §1.1). */
function dialedSpans(contact: Contact, share: Share, line: Line | undefined): readonly Span[] {
  const { dialedAtMs, connectedToSystemAtMs: answeredAtMs } = contact;
  const rungAtMs = line?.openedAtMs ?? null;
  return [
    ['accepted', share.acceptedAtMs, share.acceptedAtMs],
    ['agentWhisper', share.acceptedAtMs, dialedAtMs],
    ['dialing', dialedAtMs, rungAtMs],
    ['ringing', rungAtMs, answeredAtMs],
    ['customerWhisper', answeredAtMs, share.connectedAtMs],
  ];
}

/** The caller is on the line already: nothing is dialed. */
function inboundSpans(contact: Contact, share: Share): readonly Span[] {
  const { stage } = contact;
  const whisperedAtMs = stage.name === 'customerWhisper' ? stage.fromMs : share.connectedAtMs;
  return [
    ['accepted', share.acceptedAtMs, share.acceptedAtMs],
    ['agentWhisper', share.acceptedAtMs, whisperedAtMs],
    ['customerWhisper', whisperedAtMs, share.connectedAtMs],
  ];
}

/** What the running whisper says, and until when. */
function spoken(run: FlowRun | undefined): Pick<StepView, 'untilMs' | 'caption' | 'playing'> {
  const wait = run?.wait;
  const playing = playingOf(run);
  if (wait?.kind === 'prompt') return { untilMs: wait.untilMs, caption: captionOf(wait.utterance), ...(playing && { playing }) };
  if (wait?.kind === 'input') return { untilMs: wait.promptUntilMs, caption: wait.utterance && captionOf(wait.utterance), ...(playing && { playing }) };
  return { untilMs: null, caption: null };
}

/** A recording of which nobody wrote down the words is known by its name. */
const captionOf = ({ text, prompt }: Utterance): string => (text === '' && prompt ? prompt.name : text);
