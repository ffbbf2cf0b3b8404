import { describe, expect, test } from 'vitest';
import { must, type Command, type Contact, type Instance } from '../../engine/index.ts';
import { aQueue, ids } from '../../testing/builders.ts';
import type { CenterDriver } from '../../testing/center-driver.ts';
import { consulting, talking, toBen, toExpert, toQueue } from '../../testing/talking.ts';
import type { ContactAction, ContactView } from '../../protocol/views.ts';
import { createSideIndex } from '../side-index.ts';
import { contactView } from './contact.ts';
import { createMemo } from './memo.ts';

const viewOf = (driver: CenterDriver, username: string): ContactView => {
  const agent = must(driver.center.agents.get(ids.agent(username)), 'the agent');
  return must(contactView({ center: driver.center, index: createSideIndex() }, agent, must(agent.slot, 'a slot'), createMemo()) ?? undefined, 'a contact');
};

/** The command behind each action but those that take more than the contact. */
const commands: Readonly<Record<Exclude<ContactAction, 'clear'>, (contactId: Contact['id']) => Command>> = {
  end: (contactId) => ({ type: 'contact.end', contactId }),
  hold: (contactId) => ({ type: 'contact.hold', contactId }),
  resume: (contactId) => ({ type: 'contact.resume', contactId }),
  mute: (contactId) => ({ type: 'contact.mute', contactId, muted: true }),
  unmute: (contactId) => ({ type: 'contact.mute', contactId, muted: false }),
  sendDigits: (contactId) => ({ type: 'contact.sendDigits', contactId, digits: '1' }),
  transfer: (contactId) => ({ type: 'contact.transfer', contactId, to: toQueue }),
  conference: (contactId) => ({ type: 'contact.conference', contactId }),
  swap: (contactId) => ({ type: 'contact.swap', contactId }),
  leave: (contactId) => ({ type: 'contact.leave', contactId }),
  drop: (contactId) => ({ type: 'contact.drop', contactId }),
  declareMachine: (contactId) => ({ type: 'contact.declareMachine', contactId }),
};
const named = Object.keys(commands) as readonly (keyof typeof commands)[];

/** What the engine takes from this agent now and what would change anything by it, each asked on its own. */
const takenFrom = (situation: () => CenterDriver, username: string): readonly string[] =>
  named.filter((action) => {
    const driver = situation();
    const { seq } = driver.center;
    const contactId = driver.agent(username).contact().id;
    return driver.askAs({ role: 'agent', agentId: ids.agent(username) }, commands[action](contactId)) === null && driver.center.seq > seq;
  });

const machine: Partial<Instance> = { extras: { [ids.queue('CallbackQueue')]: { machine: 'close', retryRules: {}, callingWindow: null, duplicates: 'allow', rejectCoolDownMs: 0 as never } } };

const situations: Readonly<Record<string, readonly [situation: () => CenterDriver, agents: readonly string[]]>> = {
  'two talk': [() => talking(), ['ana']],
  'two talk where a machine has a rule': [() => talking(machine), ['ana']],
  'the customer is held': [() => talking().agent('ana').holds(), ['ana']],
  'the agent is muted': [() => talking().send({ type: 'contact.mute', contactId: talking().agent('ana').contact().id, muted: true }), ['ana']],
  'a colleague rings': [() => talking().agent('ana').transfersTo(toBen), ['ana']],
  'a queue is asked': [() => talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue')] }, 'Offline').agent('ana').transfersTo(toQueue), ['ana']],
  'a telephone rings': [() => talking().agent('ana').transfersTo(toExpert), ['ana']],
  'a colleague is consulted': [() => consulting(), ['ana', 'ben']],
  'the colleague is held': [() => consulting().agent('ana').swaps(), ['ana', 'ben']],
  'three talk': [() => consulting().agent('ana').conferences(), ['ana', 'ben']],
  'the first agent has left': [() => consulting().agent('ana').leaves(), ['ben']],
};

describe.each(Object.entries(situations))('%s:', (_, [situation, agents]) => {
  test.each(agents)('what is offered to %s is what the center takes', (username) => {
    expect([...viewOf(situation(), username).can].sort()).toEqual([...takenFrom(situation, username)].sort());
  });
});

test('who was asked is told by whom, and with whom that one talks until they leave', () => {
  expect(viewOf(consulting(), 'ben')).toMatchObject({ kind: 'transfer', fromAgent: 'ana', fromAgentTalks: 'third', consult: null });
  expect(viewOf(consulting().agent('ana').leaves(), 'ben')).toMatchObject({ fromAgent: 'ana', fromAgentTalks: null });
});

test('whoever asks sees whom, and how far it is', () => {
  const consult = (driver: CenterDriver) => viewOf(driver, 'ana').consult;
  expect(consult(talking().agent('ana').transfersTo(toBen))).toMatchObject({ kind: 'agent', who: 'ben', state: 'ringing', talk: 'third' });
  expect(consult(consulting())).toMatchObject({ state: 'connected', takenBy: null });
  expect(consult(talking({}, 'Offline').agent('ana').transfersTo(toQueue))).toMatchObject({ kind: 'queue', who: 'CallbackQueue', takenBy: null, state: 'waiting' });
  expect(consult(talking().agent('ana').transfersTo(toExpert))).toMatchObject({ kind: 'number', state: 'ringing' });
});
