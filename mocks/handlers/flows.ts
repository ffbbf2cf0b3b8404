import type { HttpHandler } from 'msw/http';
import type { FlowResource, FlowType, Instance } from '../../src/engine/index.ts';
import type { ContactFlowAnswer, ContactFlowList, FlowMapping, FlowModuleList } from '../../src/protocol/http-flows.ts';
import {
  assignNumberRequest, assignQueueRequest, createContactFlowRequest, flowCheckRequest, importFlowRequest, importFlowsRequest, updateContactFlowContentRequest,
} from '../../src/protocol/http-flows.ts';
import type { Answer } from '../answers.ts';
import { answer, fromReply, refusal } from '../answers.ts';
import { idOf, thingArn } from '../arn.ts';
import type { FaceParts } from '../ports.ts';
import { toAssignments } from '../translate-flows.ts';
import { readToSave, saveTogether, withPlaces } from './flow-import.ts';
import { instanceOf, listPage, pageOf, route, withBody, withInstance } from './route.ts';

/** Flows: Amazon's operations, and ours to check, import with a mapping, and assign. */
export function flowHandlers(parts: FaceParts): readonly HttpHandler[] {
  const { center, flows } = parts;
  return [
    route('get', '/contact-flows-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) => {
        const types = asked.query.getAll('contactFlowTypes');
        const found = types.length === 0 ? instance.flows : instance.flows.filter(({ type }) => types.includes(type));
        return listPage(found, ({ id }) => id, pageOf(asked.query), (shown, NextToken) => {
          const list: ContactFlowList = {
            ContactFlowSummaryList: shown.map((flow) => ({
              Id: flow.id, Arn: flowArn(instance, flow.id), Name: flow.name, ContactFlowType: flow.type, ContactFlowState: 'ACTIVE', ContactFlowStatus: 'PUBLISHED',
            })),
            NextToken,
          };
          return list;
        });
      }),
    ),
    route('get', '/contact-flows/:instanceId/:flowId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) => {
        const flow = findFlow(instance, asked.path['flowId']);
        if (flow === undefined) return noFlow();
        const described: ContactFlowAnswer = {
          ContactFlow: {
            Id: flow.id, Arn: flowArn(instance, flow.id), Name: flow.name, Type: flow.type, State: 'ACTIVE', Status: 'PUBLISHED',
            Description: flow.description, Content: JSON.stringify(flow.content.source),
          },
        };
        return answer(described);
      }),
    ),
    route('put', '/contact-flows/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        withBody(asked, createContactFlowRequest, async (body) => {
          if (instance.flows.some(({ name }) => name === body.Name)) return duplicate(body.Name);
          const saved = { id: flows.idFor(body.Name), name: body.Name, type: body.Type, description: body.Description ?? '' };
          return save(parts, instance, saved, body.Content, knownMappings(instance));
        }),
      ),
    ),
    route('post', '/contact-flows/:instanceId/:flowId/content', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        withBody(asked, updateContactFlowContentRequest, async (body) => {
          const flow = findFlow(instance, asked.path['flowId']);
          if (flow === undefined) return noFlow();
          const saved = await save(parts, instance, flow, body.Content, flow.mapping);
          return saved.ok ? answer({}) : saved;
        }),
      ),
    ),
    route('post', '/x/flow-check', (asked) =>
      withBody(asked, flowCheckRequest, async (body) => {
        const instance = await instanceOf(center);
        const together = withPlaces(instance, body.Beside ?? [], flows);
        return answer(flows.check(body.Content, { instance: together, mapping: { ...knownMappings(instance), ...body.Mapping }, type: body.Type ?? null }).findings);
      }),
    ),
    route('put', '/x/flows', (asked) =>
      withBody(asked, importFlowRequest, async (body) => {
        const instance = await instanceOf(center);
        const existing = instance.flows.find(({ name }) => name === body.Name);
        if (existing !== undefined && !body.Replace) return duplicate(body.Name);
        const saved = { id: existing?.id ?? flows.idFor(body.Name), name: body.Name, type: body.Type, description: existing?.description ?? '' };
        return save(parts, instance, saved, body.Content, body.Mapping);
      }),
    ),
    route('put', '/x/flow-import', (asked) => withBody(asked, importFlowsRequest, (body) => saveTogether(parts, body.Flows))),
    route('get', '/contact-flow-modules-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], (instance) =>
        listPage(instance.modules, ({ id }) => id, pageOf(asked.query), (shown, NextToken) => {
          const list: FlowModuleList = {
            ContactFlowModulesSummaryList: shown.map(({ id, name }) => ({ Id: id, Arn: thingArn(instance.id, 'flow-module', id), Name: name, State: 'ACTIVE' })), NextToken,
          };
          return list;
        }),
      ),
    ),
    route('get', '/x/flow-assignments', async () => answer(toAssignments(await instanceOf(center)))),
    route('put', '/x/phone-numbers/:number/flow', (asked) =>
      withBody(asked, assignNumberRequest, async (body) => {
        const instance = await instanceOf(center);
        const number = instance.numbers.find((each) => each.number === asked.path['number'])?.number;
        if (number === undefined) return refusal('ResourceNotFoundException', 'This number is not claimed by the instance.');
        return assign(instance, body.ContactFlowId, 'CONTACT_FLOW', async (flowId) =>
          fromReply(await center.send({ type: 'number.assignFlow', number, flowId }), {}),
        );
      }),
    ),
    route('put', '/x/queues/:queueId/flows', (asked) =>
      withBody(asked, assignQueueRequest, async (body) => {
        const instance = await instanceOf(center);
        const queueId = instance.queues.find(({ id }) => id === asked.path['queueId'])?.id;
        if (queueId === undefined) return refusal('ResourceNotFoundException', 'There is no queue of this id.');
        return assign(instance, body.ContactFlowId, typeForUse[body.Use], async (flowId) =>
          fromReply(await center.send({ type: 'queue.assignFlow', queueId, use: body.Use, flowId }), {}),
        );
      }),
    ),
  ];
}

const typeForUse = {
  customerQueue: 'CUSTOMER_QUEUE', agentWhisper: 'AGENT_WHISPER', outboundWhisper: 'OUTBOUND_WHISPER',
} as const satisfies Readonly<Record<string, FlowType>>;

type SavedAs = Pick<FlowResource, 'id' | 'name' | 'type' | 'description'>;

/** Saves a flow that can run; one that cannot leaves whatever ran before untouched. */
async function save({ center, flows }: FaceParts, instance: Instance, as: SavedAs, text: string, mapping: FlowMapping): Promise<Answer> {
  const read = readToSave(flows.check(text, { instance, mapping, type: as.type }));
  if (!read.ok) return refusal('InvalidContactFlowException', 'The flow cannot run as it is.', read.faults);
  const flow: FlowResource = { ...pickSaved(as), content: read.content, mapping: read.mapping };
  const reply = await center.send({ type: 'flow.save', flow });
  return fromReply(reply, { ContactFlowId: flow.id, ContactFlowArn: flowArn(instance, flow.id) });
}

/** What references of earlier imports stand for: a second file of the same source asks no question twice. */
function knownMappings(instance: Instance): FlowMapping {
  return Object.assign({}, ...instance.flows.map((flow) => flow.mapping)) as FlowMapping;
}

const pickSaved = ({ id, name, type, description }: SavedAs): SavedAs => ({ id, name, type, description });

async function assign(instance: Instance, named: string | null, type: FlowType, send: (flowId: FlowResource['id'] | null) => Promise<Answer>): Promise<Answer> {
  if (named === null) return send(null);
  const flow = findFlow(instance, named);
  if (flow === undefined) return noFlow();
  if (flow.type !== type) return refusal('InvalidParameterException', `The flow is of type ${flow.type}; this place takes ${type}.`);
  return send(flow.id);
}

/** By id or ARN; Amazon's `:$SAVED` suffix asks for the draft, which is the flow itself here. */
function findFlow({ flows }: Instance, named: string | undefined): FlowResource | undefined {
  const id = idOf(named ?? '').replace(/:\$SAVED$/, '');
  return flows.find((flow) => flow.id === id);
}

const flowArn = (instance: Instance, id: string): string => thingArn(instance.id, 'contact-flow', id);
const noFlow = (): Answer => refusal('ResourceNotFoundException', 'There is no flow of this id.');
const duplicate = (name: string): Answer => refusal('DuplicateResourceException', `There is a flow of the name “${name}” already.`);
