import { expect, test } from 'vitest';
import { choicesFor } from './transfer-choices.ts';

const directory = { agents: [{ id: 'A1', name: 'Ben Okafor' }, { id: 'A2', name: 'Chloé Laurent' }], queues: [{ id: 'Q1', name: 'BillingQueue' }, { id: 'Q2', name: '24/7' }] };
const names = (typed: string) => {
  const { number, agents, queues } = choicesFor(directory, typed);
  return { number: number?.name ?? null, agents: agents.map(({ name }) => name), queues: queues.map(({ name }) => name) };
};

test('everybody can be asked for while nothing is typed', () => {
  expect(names('  ')).toEqual({ number: null, agents: ['Ben Okafor', 'Chloé Laurent'], queues: ['BillingQueue', '24/7'] });
});

test('a name is found by any part of it, without accents or capitals', () => {
  expect(names('OKA').agents).toEqual(['Ben Okafor']);
  expect(names('chloe').agents).toEqual(['Chloé Laurent']);
  expect(names(' billing ').queues).toEqual(['BillingQueue']);
  expect(names('nobody')).toEqual({ number: null, agents: [], queues: [] });
});

test('three digits are a number, as it was typed; what is named so is found as well', () => {
  expect(names('(206) 555-0142').number).toBe('(206) 555-0142');
  expect(names('+44 20 7946 0000 ').number).toBe('+44 20 7946 0000');
  expect(names('24')).toMatchObject({ number: null, queues: ['24/7'] });
  expect(names('24/7')).toMatchObject({ number: '24/7', queues: ['24/7'] });
  expect(names('555 Ben').number).toBeNull();
});

test('each choice says whom to ask for', () => {
  const { agents, queues, number } = choicesFor(directory, '');
  expect(number).toBeNull();
  expect(agents[0]?.to).toEqual({ kind: 'agent', agentId: 'A1' });
  expect(queues[0]?.to).toEqual({ kind: 'queue', queueId: 'Q1' });
  expect(choicesFor(directory, '911').number?.to).toEqual({ kind: 'number', number: '911' });
});
