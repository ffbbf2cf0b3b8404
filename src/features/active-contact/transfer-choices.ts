import type { DirectoryView } from '../../protocol/views.ts';
import type { AskFor } from '../../store/commands.ts';

/** One whom the agent can ask for. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly to: AskFor;
}

/** Whom a typed text finds: the number it is, colleagues and queues of that name. */
export interface Choices {
  readonly number: Choice | null;
  readonly agents: readonly Choice[];
  readonly queues: readonly Choice[];
}

/** Fewer digits are not yet a number anybody means. */
const DIGITS_MIN = 3;

/** Everybody for an empty text; upper and lower case, accents and spaces around do not matter. */
export function choicesFor(directory: DirectoryView, typed: string): Choices {
  const wanted = plain(typed);
  const matches = ({ name }: { readonly name: string }): boolean => plain(name).includes(wanted);
  return {
    number: looksLikeNumber(typed) ? { id: 'number', name: typed.trim(), to: { kind: 'number', number: typed.trim() } } : null,
    agents: directory.agents.filter(matches).map(({ id, name }) => ({ id, name, to: { kind: 'agent', agentId: id } })),
    queues: directory.queues.filter(matches).map(({ id, name }) => ({ id, name, to: { kind: 'queue', queueId: id } })),
  };
}

const plain = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether it is one that may be called is the center's to say. */
function looksLikeNumber(text: string): boolean {
  return /^[\d\s+()./-]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= DIGITS_MIN;
}
