/** The engine's only door: everything outside imports from here. */
export type { AgentContactState, Agent, AgentSlot, SlotCause } from './agent/model.ts';
export type { Actor, Command, CommandInput, TransferTarget } from './command.ts';
export type { CallbackTerms, Consult, Contact, ContactStage, DisconnectReason, EndCause, InitiationMethod } from './contact/model.ts';
export { assert, must, unreachable, InvariantError } from './core/assert.ts';
export { asE164, looksLikeE164 } from './core/e164.ts';
export type { E164 } from './core/e164.ts';
export { idFromName } from './core/ids.ts';
export type {
  AgentId, CallbackId, CommandId, ContactId, FlowId, HoursId, InstanceId, LineId, OfferId, PromptId, QueueId,
  RoutingProfileId, StatusId,
} from './core/ids.ts';
export { ok, refuse } from './core/result.ts';
export type { Result } from './core/result.ts';
export { after, between, days, durationMs, epochMs, minutes, seconds, wholeSeconds } from './core/time.ts';
export type { DurationMs, EpochMs } from './core/time.ts';
export { createEngine, restoreEngine } from './engine.ts';
export type { Engine, EngineOptions, Step } from './engine.ts';
export type { Center } from './state.ts';
export type { CallbackClose, CenterEvent, Commit, CommitCause, QueueFlowUse } from './event.ts';
export type * from './flow/model.ts';
export type { Caption, Customer, DialBehavior, DialFailure, Line } from './line/model.ts';
export { agentActivity, queueFigures } from './metrics/realtime.ts';
export { historicalFigures } from './metrics/historical.ts';
export type { AgentFigures, QueueFigures } from './metrics/realtime.ts';
export type { Offer, OfferEnd } from './offer/model.ts';
export type { PhoneNumberRules } from './ports.ts';
export { arnOf } from './record/arn.ts';
export { contactRecord, contactRecords } from './record/assemble.ts';
export { stampOf } from './record/stamp.ts';
export type { ContactRecord, RecordAgent, RecordEndpoint, RecordExtension, RecordQueue } from './record/model.ts';
export type { Rejection, RejectionCode } from './rejection.ts';
export type * from './tenant/model.ts';
export type { QueueExtras, RetryRule } from './tenant/extras.ts';
export { defaultPolicy } from './tenant/policy.ts';
export type { Policy } from './tenant/policy.ts';
export { actionTypes, rowOf } from './flow/catalogue.ts';
export type { ActionRow, ReferenceKind } from './flow/catalogue.ts';
export { actionOf, exportFlow } from './flow/content.ts';
export { canRun, parseFlow } from './flow/parse.ts';
export type { FlowFault, ParsedFlow } from './flow/parse.ts';
export { findReferences, mappingOf, resolveReferences } from './flow/references.ts';
export type { FlowReference, ResolvedReference } from './flow/references.ts';
export { validateFlow } from './flow/validate.ts';
