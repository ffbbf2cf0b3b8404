import { readNumber } from '../../text/number-entry.ts';
import { numberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';
import { freshDraft } from './draft.ts';
import type { ExistingSetup } from './existing.ts';
import { draftOf } from './existing.ts';
import type { Instance } from './instance.ts';
import { planOf } from './plan.ts';
import { exactSpan } from './review-rows.ts';

/** A customer whose phone can be used to try it. */
export interface TryCustomer {
  readonly number: string;
  readonly name: string;
  /** What to key in when asked for the number. */
  readonly keys: string;
}

/** A thing that was made, and where it can be seen. */
export interface MadeThing {
  readonly key: string;
  readonly words: string;
  readonly link: { readonly words: string; readonly label: string | undefined; readonly to: 'metrics' } | { readonly words: string; readonly label: string; readonly to: 'flow'; readonly flowId: string } | null;
}

/** What the last page shows of a setup. */
export interface MadeSnapshot {
  readonly things: readonly MadeThing[];
  readonly agents: readonly { readonly username: string; readonly name: string }[];
  readonly customers: readonly TryCustomer[];
  /** The number that leads to it; null when it was taken away since. */
  readonly number: string | null;
  readonly delay: string;
  readonly offered: 'atOnce' | 'whileWaiting';
}

/** Read from the configuration as it is, so that it stays true whatever is changed later. */
export function madeSnapshot(setup: ExistingSetup, instance: Instance, t: Say): MadeSnapshot {
  const { inbound, queue, parts } = setup;
  const plan = planOf(draftOf(setup, instance, freshDraft(instance, t)), instance);
  const profiles = instance.routingProfiles.filter(({ entries }) => entries.some(({ queueId }) => queueId === queue?.id));
  const numbers = instance.numbers.filter(({ flowId }) => flowId === inbound.id);
  const onMap = (flow: { readonly id: string; readonly name: string }) => ({ to: 'flow' as const, flowId: flow.id, words: t('setup.made.flowMap'), label: t('setup.made.mapOf', { flow: flow.name }) });
  const used = { waiting: plan.offered === 'whileWaiting', customerWhisper: plan.customerWhisper !== null, agentWhisper: plan.agentWhisper !== null };
  return {
    things: [
      ...(queue === null ? [] : [{ key: 'queue', words: t('setup.made.queue', { queue: queue.name }), link: { to: 'metrics' as const, words: t('setup.made.queueLink'), label: undefined } }]),
      ...profiles.map((profile) => {
        const entry = profile.entries.find(({ queueId }) => queueId === queue?.id);
        return { key: profile.id, words: t('setup.made.profile', { profile: profile.name, priority: entry?.priority ?? 1, delay: (entry?.delayMs ?? 0) / 1000 }), link: null };
      }),
      { key: 'flow', words: t('setup.made.flow', { flow: inbound.name }), link: onMap(inbound) },
      ...(['waiting', 'customerWhisper', 'agentWhisper'] as const).flatMap((part) => {
        const flow = parts[part];
        return flow === undefined || !used[part] ? [] : [{ key: part, words: `${t(`setup.made.parts.${part}`)}: ${flow.name}`, link: onMap(flow) }];
      }),
      ...numbers.map(({ number }) => ({ key: number, words: t('setup.made.number', { number: numberWords(number, t).shown }), link: null })),
    ],
    agents: instance.agents.filter(({ routingProfileId }) => profiles.some(({ id }) => id === routingProfileId)).map(({ username, firstName, lastName }) => ({ username, name: `${firstName} ${lastName}` })),
    customers: instance.customers.flatMap(({ number, name }) => {
      const keys = keysFor(number, plan.format, instance.country, t);
      return keys === null ? [] : [{ number, name, keys }];
    }),
    number: numbers.at(-1)?.number ?? null,
    delay: exactSpan(plan.initialDelaySeconds, t),
    offered: plan.offered,
  };
}

/** What a person keys in: all digits, or those after the country code; null where only numbers of another country can be keyed. */
function keysFor(number: string, format: 'Local' | 'E164', country: string, t: Say): string | null {
  if (format === 'E164') return number.slice(1);
  const { shown } = numberWords(number, t);
  const national = shown.slice(shown.indexOf(' ')).replace(/\D/g, '');
  const read = readNumber(national, country);
  return read.ok && read.number === number ? national : null;
}
