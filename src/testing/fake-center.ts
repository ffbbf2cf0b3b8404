import type { CenterMessage, ContactCenter } from '../backends/contact-center.ts';
import type { ContactRecord, Instance } from '../engine/index.ts';
import type { Reply, TabCommand } from '../protocol/envelope.ts';
import type { LiveTables } from '../protocol/views.ts';
import { demoInstance } from './fake-instance.ts';
import { johnsRecords } from './johns-records.ts';

/** A center that answers from memory and notes what it was told; it knows no rule of the engine. */
export interface FakeCenter extends ContactCenter {
  readonly sent: readonly TabCommand[];
  readonly instance: () => Instance;
  readonly setRecords: (records: readonly ContactRecord[]) => void;
  /** The next command gets this answer instead of a yes. */
  readonly refuseNext: (reply: Extract<Reply, { readonly ok: false }>) => void;
  readonly tell: (message: CenterMessage) => void;
}

/** A fake at the port `ContactCenter`: John's two records, a small instance, flows that can be saved and assigned. */
export function createFakeCenter(start: { readonly instance?: Instance; readonly records?: readonly ContactRecord[] } = {}): FakeCenter {
  let instance = start.instance ?? demoInstance();
  let records = start.records ?? johnsRecords();
  let refuse: Extract<Reply, { readonly ok: false }> | null = null;
  const sent: TabCommand[] = [];
  const listeners = new Set<(message: CenterMessage) => void>();
  const tell = (message: CenterMessage): void => listeners.forEach((listener) => listener(message));

  const send = async (command: TabCommand): Promise<Reply> => {
    sent.push(command);
    if (refuse !== null) {
      const reply = refuse;
      refuse = null;
      return reply;
    }
    instance = configured(instance, command);
    if (command.type === 'flow.save' || /^(?:prompt|lambda)\./.test(command.type) || command.type.endsWith('assignFlow')) tell({ kind: 'hints', hints: ['flows', 'instance'] });
    return { ok: true, seq: sent.length };
  };

  return {
    audience: { role: 'viewer' },
    subscribe: (listener) => {
      listeners.add(listener);
      listener({ kind: 'link', link: { state: 'ready', transport: 'inPage' } });
      listener({ kind: 'snapshot', tables: fakeTables(instance) });
      return () => void listeners.delete(listener);
    },
    send,
    query: async (query) => (query.type === 'records' ? records : query.type === 'instance' ? instance : {}),
    salvage: async () => '{"kept":true}',
    startAfresh: async () => {},
    close: () => listeners.clear(),
    sent,
    instance: () => instance,
    setRecords: (next) => {
      records = next;
    },
    refuseNext: (reply) => {
      refuse = reply;
    },
    tell,
  };
}

function configured(instance: Instance, command: TabCommand): Instance {
  switch (command.type) {
    case 'instance.configure':
      return command.instance;
    case 'flow.save':
      return { ...instance, flows: [...instance.flows.filter(({ id }) => id !== command.flow.id), command.flow] };
    case 'prompt.save':
      return { ...instance, prompts: [...instance.prompts.filter(({ id }) => id !== command.prompt.id), command.prompt] };
    case 'prompt.remove':
      return { ...instance, prompts: instance.prompts.filter(({ id }) => id !== command.promptId) };
    case 'lambda.save':
      return { ...instance, lambdas: [...instance.lambdas.filter(({ arn }) => arn !== command.lambda.arn), command.lambda] };
    case 'lambda.remove':
      return { ...instance, lambdas: instance.lambdas.filter(({ arn }) => arn !== command.arn) };
    case 'number.assignFlow':
      return { ...instance, numbers: instance.numbers.map((each) => (each.number === command.number ? { ...each, flowId: command.flowId } : each)) };
    case 'queue.assignFlow': {
      const key = `${command.use}FlowId` as const;
      return { ...instance, queues: instance.queues.map((each) => (each.id === command.queueId ? { ...each, [key]: command.flowId } : each)) };
    }
    default:
      return instance;
  }
}

function fakeTables(instance: Instance): LiveTables {
  return {
    clock: { clock: { engineMs: Date.parse('2024-01-10T11:45:00Z'), wallMs: 0, speed: 0, nextDueAtMs: null } },
    center: {
      center: {
        instanceName: instance.name,
        country: instance.country,
        timeZone: instance.timeZone,
        numbers: instance.numbers.map(({ number, description }) => ({ number, description })),
        agents: instance.agents.map(({ username, firstName, lastName }) => ({ username, name: `${firstName} ${lastName}` })),
        customers: instance.customers.map(({ number, name }) => ({ number, name })),
        scenario: null,
      },
    },
    agents: {}, offers: {}, contacts: {}, phones: {}, queues: {}, directory: {}, notices: {}, mastership: {},
  };
}
