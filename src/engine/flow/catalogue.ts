import type { FlowType } from './model.ts';

/** What a parameter of a flow may refer to. */
export type ReferenceKind = 'queue' | 'flow' | 'prompt' | 'lambda' | 'hours' | 'agent' | 'module';

/** What an action type is, needs and may do here (spec §6.4). One row per type. */
export interface ActionRow {
  /** As the designer calls the block. */
  readonly title: string;
  /** `takesErrorBranch`: this center cannot do it, so the flow goes on as if it had failed. */
  readonly supported: 'runs' | 'takesErrorBranch';
  /** Why it is not run; null when it is. */
  readonly because: string | null;
  /** Flow types in which it is allowed; null = every type. */
  readonly flowTypes: readonly FlowType[] | null;
  /** Parameters that must be there; of each group one is enough. */
  readonly required: readonly (readonly string[])[];
  /** Branches without which Amazon Connect refuses the flow. */
  readonly refusedWithout: readonly string[];
  /** Branches the action can take; a flow without them has nowhere to go when it happens. */
  readonly expected: readonly string[];
  /** `next`: goes to NextAction; `branches`: a condition or an error decides; `last`: this flow is over for the contact. */
  readonly exit: 'next' | 'branches' | 'last';
  /** Takes time or waits for a person before it goes on, other than by an error. */
  readonly waits: boolean;
  /** Where its parameters hold a reference; `*` stands for every element or key. */
  readonly references: readonly { readonly path: readonly string[]; readonly kind: ReferenceKind }[];
}

const NME = 'NoMatchingError';
const NMC = 'NoMatchingCondition';

const inbound: readonly FlowType[] = ['CONTACT_FLOW'];
const transfers: readonly FlowType[] = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'];
const queueing: readonly FlowType[] = ['CUSTOMER_QUEUE'];
const whispers: readonly FlowType[] = ['AGENT_WHISPER', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER'];
const holds: readonly FlowType[] = ['AGENT_HOLD', 'CUSTOMER_HOLD'];
const campaign: readonly FlowType[] = ['CAMPAIGN'];
const talking = [...inbound, ...transfers, ...queueing, ...campaign];

const at = (kind: ReferenceKind, ...path: readonly string[]): ActionRow['references'][number] => ({ path, kind });
const queueOrAgent = [at('queue', 'QueueId'), at('agent', 'AgentId')];

const plain: ActionRow = {
  title: '', supported: 'runs', because: null, flowTypes: null, required: [], refusedWithout: [], expected: [], exit: 'next', waits: false, references: [],
};
const runs = (title: string, row: Partial<ActionRow> = {}): ActionRow => ({ ...plain, title, ...row });
const fails = (title: string, because: string, row: Partial<ActionRow> = {}): ActionRow =>
  ({ ...plain, title, supported: 'takesErrorBranch', because, exit: 'branches', ...row });

const voiceOnly = 'this center handles voice contacts only';
const noAmazon = 'it needs a service of Amazon that this center does not have';

const rows: Readonly<Record<string, ActionRow>> = {
  // What people hear and press.
  MessageParticipant: runs('Play prompt', { flowTypes: [...talking, ...whispers], required: [['PromptId', 'Text', 'SSML', 'Media']], waits: true, references: [at('prompt', 'PromptId'), at('prompt', 'Media', 'Uri')] }),
  MessageParticipantIteratively: runs('Loop prompts', { flowTypes: [...queueing, ...holds], required: [['Messages']], exit: 'branches', waits: true, references: [at('prompt', 'Messages', '*', 'PromptId'), at('prompt', 'Messages', '*', 'Media', 'Uri')] }),
  GetParticipantInput: runs('Get customer input', { flowTypes: talking, expected: [NME], exit: 'branches', waits: true, references: [at('prompt', 'PromptId'), at('prompt', 'Media', 'Uri')] }),
  Wait: runs('Wait', { flowTypes: talking, required: [['TimeLimitSeconds', 'TimeoutSeconds']], expected: [NME], exit: 'branches', waits: true }),
  DisconnectParticipant: runs('Disconnect', { flowTypes: talking, exit: 'last' }),
  EndFlowExecution: runs('End flow', { exit: 'last' }),

  // Callbacks.
  UpdateContactCallbackNumber: runs('Set callback number', { flowTypes: talking, required: [['CallbackNumber']], expected: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] }),
  CreateCallbackContact: runs('Transfer to callback queue', { flowTypes: talking, expected: [NME], references: [...queueOrAgent, at('flow', 'ContactFlowId')] }),
  CompleteOutboundCall: runs('Call phone number', { flowTypes: ['OUTBOUND_WHISPER'] }),

  // Queues.
  UpdateContactTargetQueue: runs('Set working queue', { flowTypes: [...inbound, ...transfers, ...campaign], required: [['QueueId', 'AgentId']], expected: [NME], references: queueOrAgent }),
  TransferContactToQueue: runs('Transfer to queue', { flowTypes: [...inbound, ...transfers, ...campaign], refusedWithout: ['QueueAtCapacity'], expected: [NME], exit: 'last' }),
  TransferContactToAgent: runs('Transfer to agent', { flowTypes: transfers, exit: 'last' }),
  DequeueContactAndTransferToQueue: runs('Transfer to queue', { flowTypes: queueing, required: [['QueueId', 'AgentId']], expected: ['QueueAtCapacity', NME], exit: 'last', references: queueOrAgent }),
  UpdateContactRoutingBehavior: runs('Change routing priority / age', { flowTypes: talking, required: [['QueuePriority', 'QueueTimeAdjustmentSeconds']] }),
  CheckHoursOfOperation: runs('Check hours of operation', { flowTypes: talking, refusedWithout: ['Equals True', 'Equals False'], expected: [NME], exit: 'branches', references: [at('hours', 'HoursOfOperationId')] }),
  CheckMetricData: runs('Check queue status', { flowTypes: talking, required: [['MetricType']], refusedWithout: [NME, NMC], exit: 'branches', references: queueOrAgent }),
  GetMetricData: runs('Get metrics', { flowTypes: talking, expected: [NME], references: queueOrAgent }),

  // What the flow knows and does next.
  UpdateContactEventHooks: runs('Set event flow', { required: [['EventHooks']], expected: [NME], references: [at('flow', 'EventHooks', '*')] }),
  UpdateContactAttributes: runs('Set contact attributes', { required: [['Attributes']], expected: [NME] }),
  Compare: runs('Check contact attributes', { required: [['ComparisonValue']], expected: [NMC], exit: 'branches' }),
  DistributeByPercentage: runs('Distribute by percentage', { expected: [NMC], exit: 'branches' }),
  Loop: runs('Loop', { required: [['LoopCount']], refusedWithout: ['Equals ContinueLooping', 'Equals DoneLooping'], exit: 'branches' }),
  // It takes time, but nobody's: a circle through it alone is still endless. Exported outbound whispers have it, though the admin guide leaves them out.
  InvokeLambdaFunction: runs('AWS Lambda function', { required: [['LambdaFunctionARN']], expected: [NME], references: [at('lambda', 'LambdaFunctionARN')] }),
  InvokeFlowModule: runs('Invoke module', { flowTypes: inbound, required: [['FlowModuleId']], expected: [NME], references: [at('module', 'FlowModuleId')] }),
  // In modules alone.
  EndFlowModuleExecution: runs('Return from module', { flowTypes: [], exit: 'last' }),
  UpdateFlowAttributes: runs('Set contact attributes (flow)', { required: [['FlowAttributes']] }),
  TransferToFlow: runs('Transfer to flow', { flowTypes: [...inbound, ...transfers, ...campaign], required: [['ContactFlowId']], expected: [NME], exit: 'last', references: [at('flow', 'ContactFlowId')] }),

  // Taken note of; nothing that follows depends on them here.
  UpdateContactTextToSpeechVoice: runs('Set voice'),
  UpdateFlowLoggingBehavior: runs('Set logging behavior'),
  UpdateContactRecordingBehavior: runs('Set recording behavior', { flowTypes: [...talking, ...whispers] }),

  // Not possible here.
  RouteContactToAgent: fails('Transfer to agent', 'agents are reached through their queues', { exit: 'last' }),
  CheckOutboundCallStatus: fails('Check call progress', 'it belongs to campaigns and customer-first callbacks', { expected: [NME] }),
  TransferParticipantToThirdParty: fails('Transfer to phone number', 'this center has no line to third parties', { flowTypes: talking, expected: [NME] }),
  UpdatePreviousContactParticipantState: fails('Hold customer or agent', 'contacts are held by their agents'),
  ConnectParticipantWithLexBot: fails('Get customer input (Lex)', noAmazon, { expected: [NME] }),
  ...failing(noAmazon, {
    CreateCase: 'Create case', GetCase: 'Get case', UpdateCase: 'Update case', CreateWisdomSession: 'Connect assistant',
    CreateCustomerProfile: 'Create customer profile', GetCustomerProfile: 'Get customer profile', UpdateCustomerProfile: 'Update customer profile',
    GetCustomerProfileObject: 'Get profile object', GetCalculatedAttributesForCustomerProfile: 'Get calculated attributes',
    AssociateContactToCustomerProfile: 'Associate contact to profile', CheckSegmentMembership: 'Check segment membership',
    StartVoiceIdStream: 'Set Voice ID', CheckVoiceId: 'Check Voice ID', UpdateContactMediaStreamingBehavior: 'Start or stop media streaming',
    UpdateContactMediaProcessing: 'Set media processing', UpdateContactRecordingAndAnalyticsBehavior: 'Set recording and analytics behavior', LoadContactContent: 'Load contact content',
    UpdateContactData: 'Set contact data', UpdateRoutingCriteria: 'Set routing criteria', TagContact: 'Tag contact', UnTagContact: 'Untag contact',
    CreatePersistentContactAssociation: 'Create persistent contact association',
  }),
  ...failing(voiceOnly, {
    ShowView: 'Show view', SendMessage: 'Send message', StartOutboundChatContact: 'Start chat', StartOutboundEmailContact: 'Send email',
    AuthenticateParticipant: 'Authenticate customer', ResumeContact: 'Resume contact',
  }),
  CreateTask: fails('Create task', voiceOnly, { expected: [NME], references: [at('flow', 'ContactFlowId')] }),
};

/** The row of an action type; undefined for types that are not known. */
export function rowOf(type: string): ActionRow | undefined {
  return Object.hasOwn(rows, type) ? rows[type] : undefined;
}

/** Every known action type. */
export const actionTypes: readonly string[] = Object.keys(rows);

function failing(because: string, titles: Readonly<Record<string, string>>): Record<string, ActionRow> {
  return Object.fromEntries(Object.entries(titles).map(([type, title]) => [type, fails(title, because)]));
}
