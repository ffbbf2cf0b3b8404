import type { LabCommand } from '../../protocol/envelope.ts';

/** From which instant a fresh center's clock may start. */
export const freshStarts = ['now', 'seed'] as const;

export type FreshStart = (typeof freshStarts)[number];

/** 2024-01-10T11:30:00Z in ms: five minutes before John calls, in the story this demo is made for. */
export const seedStartMs = 1_704_886_200_000;

/** The command that starts a fresh center, its clock running as the wall's does. */
export function resetCommand(start: FreshStart): LabCommand {
  return { type: 'lab.reset', startsAtMs: start === 'seed' ? seedStartMs : null, speed: 1 };
}
