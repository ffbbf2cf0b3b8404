import type { ContactCenter } from '../src/backends/contact-center.ts';
import type { FlowContent, FlowId, FlowResource, FlowType, Instance, JsonObject, PromptId, ReferenceKind, Result } from '../src/engine/index.ts';
import type { FlowFindings, FlowMapping } from '../src/protocol/http-flows.ts';
import type { OpenReference, ResourceUse } from '../src/protocol/http-resources.ts';

/** What the handlers ask of a center: they hold nothing of their own. */
export type AskedCenter = Pick<ContactCenter, 'query' | 'send'>;

/** Reads flow files; the engine's parser, handed in so that the face stays free of it. */
export interface FlowReader {
  /**
   * `content` is null when the file is no flow. With a mapping, references it names count as resolved; `type` null is
   * for a file's own word.
   */
  readonly check: (
    text: string,
    asked: { readonly instance: Instance; readonly mapping: FlowMapping; readonly type: FlowType | null },
  ) => { readonly findings: FlowFindings; readonly content: FlowContent | null };
  /** The id of a flow or module not yet saved, from its name. */
  readonly idFor: (name: string, kind?: 'flow' | 'module') => FlowId;
}

/** What flows ask for of a kind: by id of what they get, and what they ask for in vain. */
export interface ResourceUses {
  readonly byId: ReadonlyMap<string, readonly ResourceUse[]>;
  readonly open: readonly OpenReference[];
}

/** Looks over what flows refer to and what is spoken; the engine's own eyes, handed in like its parser. */
export interface ResourceReader {
  readonly speech: (text: string) => { readonly plain: string; readonly durationMs: number; readonly read: readonly string[]; readonly ignored: readonly string[] };
  /** What a function is to return, as people type it; a refusal is a sentence. */
  readonly lambdaAnswer: (text: string) => Result<JsonObject, string>;
  readonly promptIdFor: (name: string) => PromptId;
  readonly uses: (instance: Instance, kind: ReferenceKind) => ResourceUses;
  /** The flows that mean this thing, or have this reference, and do not have it in their mapping yet: with it there, so that a name may change. */
  readonly adopters: (instance: Instance, kind: ReferenceKind, id: string, reference: string | null) => readonly FlowResource[];
}

/** Everything that the handlers reach. */
export interface FaceParts {
  readonly center: AskedCenter;
  readonly flows: FlowReader;
  readonly resources: ResourceReader;
}
