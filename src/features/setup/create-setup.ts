import { keys } from '../../api/keys.ts';
import type { TabCommand } from '../../protocol/envelope.ts';
import type { ContactCenter } from '../../backends/contact-center.ts';
import { refusalSentence } from '../../text/refusals.ts';
import type { Say } from '../../text/use-text.ts';
import { applyPlan } from './apply-plan.ts';
import type { Applied } from './apply-plan.ts';
import type { Draft } from './draft.ts';
import type { Instance, SetupBench } from './instance.ts';
import { planOf } from './plan.ts';

/** The configuration as it is now, with the inbound flow that was made; or the sentence why nothing was. */
export type Created = { readonly ok: true; readonly made: string; readonly instance: Instance } | { readonly ok: false; readonly sentence: string };

/** Where the configuration is kept between look-ups; under the first word, which goes out of date whenever anything is configured. */
export const instanceKey = [...keys.instance(), 'whole'];

/** The center's configuration as it is now. */
export const lookUpInstance = async (center: Pick<ContactCenter, 'query'>): Promise<Instance> => (await center.query({ type: 'instance' })) as Instance;

/** Makes of the draft ordinary configuration, in one command: all of it or nothing. The instance is looked up anew, so nothing done elsewhere is undone. */
export async function createSetup(draft: Draft, center: Pick<ContactCenter, 'query' | 'send'>, bench: SetupBench, t: Say): Promise<Created> {
  try {
    const present = await lookUpInstance(center);
    const applied = applyPlan(planOf(draft, present), present, bench, t);
    if (!applied.ok) return { ok: false, sentence: whySentence(applied, t) };
    const command: TabCommand = { type: 'instance.configure', instance: applied.instance };
    const reply = await center.send(command);
    return reply.ok ? { ok: true, made: applied.made, instance: applied.instance } : { ok: false, sentence: refusalSentence(reply, t) };
  } catch {
    // The connection broke: nothing is known of the command, and sending it again does no harm.
    return { ok: false, sentence: t('setup.review.because.noAnswer') };
  }
}

function whySentence(applied: Extract<Applied, { readonly ok: false }>, t: Say): string {
  return applied.why === 'flowCannotRun'
    ? t('setup.review.because.flowCannotRun', { flow: applied.flow, faults: applied.faults.join(' ') })
    : t(`setup.review.because.${applied.why}`);
}
