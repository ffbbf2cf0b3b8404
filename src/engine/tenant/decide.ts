import type { Command } from '../command.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import type { Prompt } from './model.ts';

type TenantCommand = Extract<Command, { readonly type: 'instance.configure' | 'flow.save' | 'prompt.save' | 'prompt.remove' | 'lambda.save' | 'lambda.remove' | 'number.assignFlow' | 'queue.assignFlow' }>;

/** Changes of configuration; running flows keep the content they started with only until their next action. */
export function decideTenant(center: Center, command: TenantCommand): Result<readonly CenterEvent[], Rejection> {
  switch (command.type) {
    case 'instance.configure':
      return ok([{ type: 'instance.configured', instance: command.instance }]);
    case 'flow.save':
      return ok([{ type: 'flow.saved', flow: command.flow }]);
    case 'prompt.save':
      if (isNameTaken(center, command.prompt)) return refuse({ code: 'INVALID_VALUE', field: 'name' });
      return ok([{ type: 'prompt.saved', prompt: command.prompt }]);
    case 'prompt.remove':
      if (!center.config.prompts.has(command.promptId)) return refuse({ code: 'NO_SUCH_PROMPT' });
      return ok([{ type: 'prompt.removed', promptId: command.promptId }]);
    case 'lambda.save':
      return ok([{ type: 'lambda.saved', lambda: command.lambda }]);
    case 'lambda.remove':
      if (!center.config.instance.lambdas.some(({ arn }) => arn === command.arn)) return refuse({ code: 'NO_SUCH_LAMBDA' });
      return ok([{ type: 'lambda.removed', arn: command.arn }]);
    case 'number.assignFlow':
      if (!center.config.numbers.has(command.number)) return refuse({ code: 'NO_SUCH_NUMBER' });
      if (!flowKnown(center, command.flowId)) return refuse({ code: 'NO_SUCH_FLOW' });
      return ok([{ type: 'number.flowAssigned', number: command.number, flowId: command.flowId }]);
    case 'queue.assignFlow':
      if (!center.config.queues.has(command.queueId)) return refuse({ code: 'NO_SUCH_QUEUE' });
      if (!flowKnown(center, command.flowId)) return refuse({ code: 'NO_SUCH_FLOW' });
      return ok([{ type: 'queue.flowAssigned', queueId: command.queueId, use: command.use, flowId: command.flowId }]);
  }
}

/** Flows find prompts by name, so two of one name would leave it open which is meant. */
const isNameTaken = (center: Center, { id, name }: Prompt): boolean =>
  center.config.instance.prompts.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase());

const flowKnown = (center: Center, flowId: Parameters<Center['config']['flows']['get']>[0] | null): boolean =>
  flowId === null || center.config.flows.has(flowId);
