import { formatSpan } from '../../text/format.ts';
import { numberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';
import type { Draft } from './draft.ts';
import type { Instance } from './instance.ts';
import { planOf } from './plan.ts';
import type { StepId } from './steps.ts';

/** A line of what will be made, and the step in which it is changed. */
export interface ReviewRow {
  readonly step: StepId;
  readonly name: string;
  readonly value: string;
}

/** The draft in words, in the order of the steps. What is still missing reads as a dash. */
export function reviewRows(draft: Draft, instance: Instance, t: Say): readonly ReviewRow[] {
  const plan = planOf(draft, instance);
  const orDash = (text: string): string => (text === '' ? '–' : text);
  const shown = (number: string): string => (number === '' ? '–' : numberWords(number, t).shown);
  const name = (key: Parameters<typeof factName>[0]): string => factName(key, t);
  const profile = instance.routingProfiles.find(({ id }) => id === plan.profileId)?.name ?? '–';
  const calls = t('setup.review.calls', { count: plan.retries + 1 });
  return [
    { step: 'queue', name: name('queue'), value: orDash(plan.queueName) },
    { step: 'callerId', name: name('callerId'), value: [plan.callerName, shown(plan.callerNumber)].filter((part) => part !== null).join(', ') },
    { step: 'profile', name: name('profile'), value: t('setup.profile.entry', { queue: profile, priority: plan.priority, delay: plan.delaySeconds }) },
    { step: 'flow', name: name('flow'), value: orDash(plan.flowName) },
    { step: 'flow', name: name('offered'), value: t(`setup.flow.${plan.offered}`) },
    { step: 'flow', name: name('format'), value: t(plan.format === 'Local' ? 'setup.flow.local' : 'setup.flow.international') },
    { step: 'flow', name: name('plan'), value: t('setup.review.callPlan', { calls, delay: exactSpan(plan.initialDelaySeconds, t), gap: exactSpan(plan.gapSeconds, t) }) },
    { step: 'flow', name: name('working'), value: plan.setsQueue ? orDash(plan.queueName) : t('setup.review.notSet') },
    { step: 'number', name: name('number'), value: shown(plan.number) },
    { step: 'customerWhisper', name: name('customerWhisper'), value: plan.customerWhisper ?? t('setup.review.usual') },
    { step: 'agentWhisper', name: name('agentWhisper'), value: plan.agentWhisper ?? t('setup.review.usual') },
  ];
}

/** A delay without rounding: "99 s", "10 min", "2 h 30 min". */
export function exactSpan(seconds: number, t: Say): string {
  const parts = seconds < 120 ? [seconds * 1000] : [seconds - (seconds % 3600), (seconds % 3600) - (seconds % 60), seconds % 60].filter((part) => part > 0).map((part) => part * 1000);
  return parts.map((ms) => (seconds < 120 ? t('common.span.seconds', { count: ms / 1000 }) : formatSpan(ms, t))).join(' ');
}

function factName(key: 'queue' | 'callerId' | 'profile' | 'flow' | 'offered' | 'format' | 'plan' | 'working' | 'number' | 'customerWhisper' | 'agentWhisper', t: Say): string {
  return t(`setup.review.facts.${key}`);
}
