import type { FlowFindings, FlowStepFinding } from '../../protocol/http-flows.ts';
import { flowMap } from '../../text/en/flow-map.ts';
import { formatSpan } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';
import { retriesOfAttempts } from '../../world/retry-forecast.ts';
import type { Json } from './flow-file.ts';
import { textAt, valueAt } from './flow-file.ts';

/** What an action is about, in a line: its key parameters in words where words say more than the file does. */
export function detailOf(step: FlowStepFinding, parameters: Json | undefined, findings: FlowFindings, t: Say): string | null {
  const at = (...path: readonly (string | number)[]): string => textAt(parameters, path);
  const named = (reference: string): string => findings.References.find(({ Reference }) => Reference === reference)?.ResolvedTo?.Name ?? reference;
  const said = (...below: readonly (string | number)[]): string => quoted(at(...below, 'Text') || at(...below, 'SSML')) || named(at(...below, 'PromptId'));
  switch (step.Type) {
    case 'CreateCallbackContact':
      return [
        t('flowMap.detail.callback', { delay: spanWords(at('InitialCallDelaySeconds') || '0', t), gap: spanWords(at('RetryDelaySeconds'), t), count: retriesOfAttempts(Number(at('MaximumConnectionAttempts')) || 0, findings.AttemptsMean) }),
        ...(at('QueueId') === '' ? [] : [t('flowMap.detail.queue', { queue: named(at('QueueId')) })]),
      ].join(', ');
    case 'MessageParticipant':
    case 'GetParticipantInput':
      return said() || step.Detail;
    case 'MessageParticipantIteratively': {
      const every = at('InterruptFrequencySeconds');
      return [...(every === '' ? [] : [t('flowMap.detail.every', { span: spanWords(every, t) })]), said('Messages', 0)].filter((part) => part !== '').join(' · ') || null;
    }
    case 'UpdateContactEventHooks':
      return Object.entries(valueAt(parameters, ['EventHooks']) ?? {}).map(([hook, flow]) => `${hookWords(hook, t)}: ${typeof flow === 'string' ? named(flow) : ''}`).join(', ') || null;
    case 'UpdateContactTargetQueue':
    case 'DequeueContactAndTransferToQueue':
      return named(at('QueueId') || at('AgentId')) || null;
    case 'UpdateContactRoutingBehavior':
      return at('QueuePriority') === ''
        ? t('flowMap.detail.age', { seconds: at('QueueTimeAdjustmentSeconds') })
        : t('flowMap.detail.priority', { priority: at('QueuePriority') });
    case 'TransferToFlow':
      return named(at('ContactFlowId')) || null;
    case 'InvokeLambdaFunction':
      return at('LambdaFunctionARN').split(':').at(-1) || null;
    case 'CheckHoursOfOperation':
      return named(at('HoursOfOperationId')) || null;
    case 'CheckMetricData':
      return [at('MetricType'), named(at('QueueId'))].filter((part) => part !== '').join(', ') || null;
    case 'UpdateContactCallbackNumber':
      return at('CallbackNumber') || null;
    case 'Compare':
      return at('ComparisonValue') || null;
    case 'Loop':
      return t('flowMap.detail.rounds', { count: Number(at('LoopCount')) || 0 });
    default:
      return step.Detail;
  }
}

/** A hook of a contact by its name in the file. */
export function hookWords(hook: string, t: Say): string {
  return isHook(hook) ? t(`flowMap.fields.hooks.${hook}`) : hook;
}

const isHook = (name: string): name is keyof (typeof flowMap)['fields']['hooks'] => Object.hasOwn(flowMap.fields.hooks, name);

/** What is spoken, without the tags that say how. */
function quoted(text: string): string {
  const plain = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? '' : `“${plain.length > 160 ? `${plain.slice(0, 159)}…` : plain}”`;
}

/** Seconds of a file as a span; a reference stays as it is. */
export function spanWords(seconds: string, t: Say): string {
  if (!/^\d+$/.test(seconds)) return seconds;
  const total = Number(seconds);
  const [days, hours, minutes, rest] = [Math.floor(total / 86_400), Math.floor((total % 86_400) / 3600), Math.floor((total % 3600) / 60), total % 60];
  const parts = [[days, 86_400_000], [hours, 3_600_000], [minutes, 60_000], [rest, 1000]].filter(([count = 0]) => count > 0).map(([count = 0, unit = 0]) => formatSpan(count * unit, t));
  return parts.length === 0 ? formatSpan(0, t) : parts.join(' ');
}
