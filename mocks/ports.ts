import type { ContactCenter } from '../src/backends/contact-center.ts';
import type { FlowContent, FlowId, FlowType, Instance } from '../src/engine/index.ts';
import type { FlowFindings, FlowMapping } from '../src/protocol/http-flows.ts';

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
  /** The id of a flow not yet saved, from its name. */
  readonly idFor: (name: string) => FlowId;
}

/** Everything that the handlers reach. */
export interface FaceParts {
  readonly center: AskedCenter;
  readonly flows: FlowReader;
}
