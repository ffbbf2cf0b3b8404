import type { QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';

/** Figures of one queue over [fromMs, toMs), by Amazon's names (spec §3.4–3.5); SERVICE_LEVEL_x in percent. */
export declare function historicalFigures(center: Center, queueId: QueueId, fromMs: number, toMs: number): Readonly<Record<string, number | null>>;
