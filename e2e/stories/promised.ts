import type { AgentPage } from '../pages/agent.page.ts';
import type { PhonePage } from '../pages/phone.page.ts';
import type { Center } from '../center.ts';
import { expect } from '../fixtures.ts';

export const john = '+12065550142';
export const mary = '+12065550187';

/** What a scenario may say of a telephone that is called. */
type WhenCalled = readonly Readonly<Record<string, unknown>>[];

/**
 * The demo's day in which John, and Mary if wanted, have asked to be called back at 11:37: their callbacks are due at
 * 11:38:39. Nobody plays the agents, and without `whenCalled` nobody plays the telephones.
 */
export function promised({ whenCalled, mary: withMary = false, instance }: { readonly whenCalled?: WhenCalled; readonly mary?: boolean; readonly instance?: object } = {}): object {
  const people = [{ name: 'John', number: john, reason: 'a refund' }, ...(withMary ? [{ name: 'Mary', number: mary, reason: 'a delivery' }] : [])];
  return {
    name: 'A callback is promised',
    seed: 1,
    startsAt: '2024-01-10T11:30:00Z',
    ...(instance && { instance }),
    customers: people.map((person) => ({ ...person, ...(whenCalled && { whenCalled }) })),
    steps: people.flatMap(({ name }, at) => [
      { at: `11:35:0${at}`, customer: name, dials: '+18005550199' },
      { at: `11:37:0${at}`, customer: name, requestsCallback: true },
    ]),
    until: '11:38:00',
  };
}

/** The story up to the offer that rings at the agent: it is 11:39:00, and 20 seconds are left. */
export async function ringsAt(center: Center, agent: AgentPage, options: Parameters<typeof promised>[0] = {}): Promise<void> {
  await center.play(promised(options));
  await center.clock.advanceTo('2024-01-10T11:39:00Z');
  await agent.sets('Available');
  await expect(agent.stage('offer')).toContainText('John');
}

/** From the offer to the customer's ringing phone: 10 seconds of message to the agent. */
export async function isDialed(center: Center, agent: AgentPage): Promise<void> {
  await agent.accepts();
  await agent.isAt('Message to you');
  await center.clock.advance(10_000);
  await agent.isAt('Ringing');
}

/** From the ringing phone to the conversation: 15 seconds of message to the customer. */
export async function isJoined(center: Center, agent: AgentPage, phone: PhonePage): Promise<void> {
  await phone.answers();
  await agent.isAt('Message to them');
  await center.clock.advance(15_000);
  await expect(agent.stage('talking')).toContainText('0:00');
}
