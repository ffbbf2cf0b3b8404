import { z } from 'zod';
import type { FlowType, ReferenceKind } from '../engine/index.ts';

/** The kinds of flow, in Amazon's words (spec §6.3). */
export const flowTypes = [
  'CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER',
  'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CAMPAIGN',
] as const satisfies readonly FlowType[];
const flowType = z.enum(flowTypes);
export type FlowTypeName = z.infer<typeof flowType>;

/** ListContactFlows, GET /contact-flows-summary/{I}. */
export const contactFlowList = z.object({
  ContactFlowSummaryList: z.array(
    z.object({
      Id: z.string(),
      Arn: z.string(),
      Name: z.string(),
      ContactFlowType: flowType,
      ContactFlowState: z.literal('ACTIVE'),
      ContactFlowStatus: z.literal('PUBLISHED'),
    }),
  ),
  NextToken: z.string().optional(),
});
export type ContactFlowList = z.infer<typeof contactFlowList>;
export type ContactFlowSummary = ContactFlowList['ContactFlowSummaryList'][number];

/** DescribeContactFlow, GET /contact-flows/{I}/{id}: `Content` is the flow's file as text. */
export const contactFlowAnswer = z.object({
  ContactFlow: z.object({
    Id: z.string(),
    Arn: z.string(),
    Name: z.string(),
    Type: flowType,
    State: z.literal('ACTIVE'),
    Status: z.literal('PUBLISHED'),
    Description: z.string(),
    Content: z.string(),
  }),
});
export type ContactFlowAnswer = z.infer<typeof contactFlowAnswer>;

/** CreateContactFlow, PUT /contact-flows/{I}. */
export const createContactFlowRequest = z.object({
  Name: z.string().trim().min(1).max(127),
  Type: flowType,
  Content: z.string().min(1),
  Description: z.string().max(500).optional(),
  Status: z.enum(['PUBLISHED', 'SAVED']).optional(),
});

/** UpdateContactFlowContent, POST /contact-flows/{I}/{id}/content. */
export const updateContactFlowContentRequest = z.object({ Content: z.string().min(1) });

/** Reference as written in a file → id of the thing of this instance that it means. */
const mapping = z.record(z.string(), z.string());
export type FlowMapping = Readonly<Record<string, string>>;

/** What a file is saved as: a flow of a type, or a module, which flows invoke (spec §6.4, InvokeFlowModule). */
const savedAs = z.enum([...flowTypes, 'MODULE']);

/** Another file of the same import, as it is going to be called. */
const besideFile = z.object({ Name: z.string().trim().min(1).max(127), Type: savedAs });
export type BesideFile = z.infer<typeof besideFile>;

/**
 * POST /x/flow-check: reads a file and changes nothing. `Type` is asked of a file that does not tell its own; references
 * may stand for the files `Beside` it, which are to be saved with it.
 */
export const flowCheckRequest = z.object({ Content: z.string(), Mapping: mapping.optional(), Type: flowType.nullable().optional(), Beside: z.array(besideFile).max(1000).optional() });

const referenceKinds = ['queue', 'flow', 'prompt', 'lambda', 'hours', 'agent', 'module'] as const satisfies readonly ReferenceKind[];

const resource = z.object({ Id: z.string(), Name: z.string() });

/** A thing that a flow's file names, and what it stands for here. */
const flowReference = z.object({
  /** As written in the file: an ARN, an id or a name. */
  Reference: z.string(),
  Kind: z.enum(referenceKinds),
  /** How the file calls it, when it says so. */
  DisplayName: z.string().nullable(),
  /** Identifiers of the actions that use it. */
  UsedBy: z.array(z.string()),
  ResolvedTo: resource.nullable(),
  /** A choice must be made before the flow can be saved: there are candidates and none is chosen. */
  NeedsChoice: z.boolean(),
  Candidates: z.array(resource),
});
export type FlowReferenceFinding = z.infer<typeof flowReference>;

/** What is wrong, where, and what to do; `Stops`: the flow cannot run with it. */
const flowFault = z.object({
  Code: z.string(),
  Stops: z.boolean(),
  Place: z.string(),
  Sentence: z.string(),
  Remedy: z.string(),
});
export type FlowFaultFinding = z.infer<typeof flowFault>;

/** One action, for the list of a flow's steps. */
const flowStep = z.object({
  Id: z.string(),
  Type: z.string(),
  /** As the designer calls the block; the type itself when it is not known. */
  Title: z.string(),
  CanRun: z.boolean(),
  /** Why it cannot be run here; its error branch is taken instead. */
  Because: z.string().nullable(),
  /** What it says, sets or compares, when the file tells it in a line. */
  Detail: z.string().nullable(),
  /** How long what it says takes; null where it says nothing, or what only a contact will tell. */
  SaysMs: z.number().nullable(),
  Branches: z.array(z.object({ On: z.string(), To: z.string() })),
  /** Ranges of its numbers, by their place below Parameters; `Max` null: as large as one likes. */
  Limits: z.array(z.object({ Path: z.string(), Min: z.number(), Max: z.number().nullable() })),
});
export type FlowStepFinding = z.infer<typeof flowStep>;

/** What was found in a flow's file. `Readable` false: it is no flow at all, and `Faults` says why. */
export const flowFindings = z.object({
  Readable: z.boolean(),
  Name: z.string().nullable(),
  Type: flowType.nullable(),
  /** Flows invoke it and it returns to them: it has no type. */
  IsModule: z.boolean(),
  Start: z.string().nullable(),
  /** What MaximumConnectionAttempts counts in this contact center: dials after the first, or all of them (spec §11, row 5). */
  AttemptsMean: z.enum(['retries', 'total']),
  Steps: z.array(flowStep),
  References: z.array(flowReference),
  Faults: z.array(flowFault),
});
export type FlowFindings = z.infer<typeof flowFindings>;

/** PUT /x/flows: saves a flow with what its references stand for; `Replace` allows a flow of this name to be replaced. */
export const importFlowRequest = z.object({
  Name: z.string().trim().min(1).max(127),
  Type: flowType,
  Content: z.string().min(1),
  Mapping: mapping,
  Replace: z.boolean(),
});

/** PUT /x/flow-import: saves several files together, so that they may refer to one another; all of them or none. */
export const importFlowsRequest = z.object({ Flows: z.array(importFlowRequest.extend({ Type: savedAs })).min(1).max(1000) });
export type ImportFlowsRequest = z.infer<typeof importFlowsRequest>;
export const savedFlows = z.object({ Flows: z.array(z.object({ Name: z.string(), Type: savedAs, Id: z.string() })) });

/** ListContactFlowModules, GET /contact-flow-modules-summary/{I}. */
export const flowModuleList = z.object({
  ContactFlowModulesSummaryList: z.array(z.object({ Id: z.string(), Arn: z.string(), Name: z.string(), State: z.literal('ACTIVE') })),
  NextToken: z.string().optional(),
});
export type FlowModuleList = z.infer<typeof flowModuleList>;

/** What a flow can be used for at a queue. */
export const queueFlowUses = ['customerQueue', 'agentWhisper', 'outboundWhisper'] as const;
export type QueueFlowUseName = (typeof queueFlowUses)[number];

/** PUT /x/phone-numbers/{number}/flow. */
export const assignNumberRequest = z.object({ ContactFlowId: z.string().nullable() });
/** PUT /x/queues/{id}/flows. */
export const assignQueueRequest = z.object({ Use: z.enum(queueFlowUses), ContactFlowId: z.string().nullable() });

/** GET /x/flow-assignments: which flow is behind which number, queue and default. */
export const flowAssignments = z.object({
  PhoneNumbers: z.array(z.object({ PhoneNumber: z.string(), Description: z.string(), ContactFlowId: z.string().nullable() })),
  Queues: z.array(
    z.object({
      Id: z.string(),
      Name: z.string(),
      CustomerQueueFlowId: z.string().nullable(),
      AgentWhisperFlowId: z.string().nullable(),
      OutboundWhisperFlowId: z.string().nullable(),
    }),
  ),
  Defaults: z.array(z.object({ Type: flowType, ContactFlowId: z.string() })),
});
export type FlowAssignments = z.infer<typeof flowAssignments>;
