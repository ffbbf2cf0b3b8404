import type { ContactId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import type { ContactRecord } from './model.ts';

/** The ARN of a thing of this instance. */
export declare function arnOf(instanceId: string, kind: string, id: string): string;
/** The records of all contacts that have disconnected, oldest initiation first. */
export declare function contactRecords(center: Center): readonly ContactRecord[];
export declare function contactRecord(center: Center, contactId: ContactId): ContactRecord | null;
