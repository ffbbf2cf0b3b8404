import type { LabCommand } from '../../protocol/envelope.ts';
import type { CenterView, ScenarioView } from '../../protocol/views.ts';
import { personHref } from './role-links.ts';

type Player = ScenarioView['roles'][number]['by'];

/** One person of the story. */
export interface StoryRole {
  readonly name: string;
  readonly kind: 'agent' | 'customer';
  readonly by: Player;
  readonly setBy: (by: Player) => void;
  /** Where this person's page is; null when the center does not know them. */
  readonly href: string | null;
}

/** The story on offer, or the one being played. */
export interface StorySnapshot {
  readonly name: string;
  readonly state: 'offered' | ScenarioView['state'];
  readonly roles: readonly StoryRole[];
  readonly nextStep: string | null;
  readonly nextStepAtMs: number | null;
  readonly play: () => void;
  readonly stop: (() => void) | undefined;
}

/** A story file: its name is all that is read here, the center reads the rest. */
export interface StoryFile {
  readonly name: string;
}

/**
 * How fast a story is played when it is started: John's first step comes five minutes after its start, and nobody
 * should wait that long, yet at ×10 there is still time to take over a role.
 */
export const storySpeed = 10;

/** Reads the story for the lab bar. */
export function storySnapshot(file: StoryFile, center: CenterView | null, send: (command: LabCommand) => void): StorySnapshot {
  const playing = center?.scenario ?? null;
  const isPlaying = playing?.state === 'playing';
  return {
    name: playing?.name ?? file.name,
    state: playing?.state ?? 'offered',
    roles: (isPlaying ? playing.roles : []).map(({ name, kind, by }) => ({
      name,
      kind,
      by,
      setBy: (next) => send({ type: 'lab.takeOver', person: name, by: next }),
      href: personHref(center, kind, name),
    })),
    nextStep: isPlaying ? playing.nextStep : null,
    nextStepAtMs: isPlaying ? playing.nextStepAtMs : null,
    play: () => send({ type: 'lab.play', scenario: file, speed: storySpeed }),
    stop: isPlaying ? () => send({ type: 'lab.stopScenario' }) : undefined,
  };
}
