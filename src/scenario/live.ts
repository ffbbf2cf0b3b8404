import { z } from 'zod';
import type { EpochMs, Instance } from '../engine/index.ts';
import { createPlayer } from './player.ts';
import type { Player, PlayerCursor } from './player.ts';
import { prepareScenario } from './prepare.ts';
import type { ScenarioGround } from './prepare.ts';

/** A story that a host can begin: its center, and who plays it. */
export interface LiveStory {
  readonly instance: Instance;
  readonly seed: number;
  readonly startsAtMs: EpochMs;
  /** A player at the story's beginning, or where a saved one left off; a cursor that is none starts anew. */
  readonly play: (saved: unknown) => Player;
}

const cursorSchema = z.object({
  stepsDone: z.int().min(0),
  hands: z.record(z.string(), z.object({ by: z.enum(['script', 'person']), changes: z.int().min(0) })),
  behaves: z.record(z.string(), z.int().min(0)),
  offers: z.record(z.string(), z.object({ seen: z.int().min(0), last: z.string().nullable(), acted: z.string().nullable() })),
}) satisfies z.ZodType<PlayerCursor>;

/** Reads a scenario file's content for a host; a refusal names every fault with its place. */
export function loadStory(json: unknown, ground: ScenarioGround): { readonly ok: true; readonly story: LiveStory } | { readonly ok: false; readonly detail: string } {
  const prepared = prepareScenario(json, ground);
  if (!prepared.ok) return { ok: false, detail: prepared.refusal.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n') };
  const { scenario, instance, configured } = prepared.value;
  const play = (saved: unknown): Player => {
    const cursor = cursorSchema.safeParse(saved);
    return createPlayer(scenario, instance, cursor.success ? { configured, saved: cursor.data } : { configured });
  };
  return { ok: true, story: { instance, seed: scenario.seed, startsAtMs: scenario.clock.startsAtMs, play } };
}
