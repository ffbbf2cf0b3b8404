import type { Result } from '../core/result.ts';
import type { FlowContent, FlowType } from './model.ts';

/** What is wrong with a file, where, and what to do. `stops`: the flow cannot run with it. */
export interface FlowFault {
  readonly code: string;
  readonly stops: boolean;
  /** JSON path or action identifier. */
  readonly place: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** Reads a flow file's text; never throws. */
export declare function parseFlow(text: string): Result<{ readonly content: FlowContent; readonly type: FlowType | null; readonly name: string | null; readonly faults: readonly FlowFault[] }, readonly FlowFault[]>;
