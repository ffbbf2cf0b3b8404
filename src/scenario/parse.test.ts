import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';

const head = { name: 'A day', startsAt: '2024-01-10T11:30:00Z' };
const call = { at: '11:35:00', customer: 'John', dials: '+18005550199' };

function faultsOf(file: unknown): readonly string[] {
  const parsed = parseScenario(file);
  return parsed.ok ? [] : parsed.refusal.map(({ path, sentence }) => `${path}: ${sentence}`);
}

const withStep = (step: unknown) => ({ ...head, steps: [call, step] });

test.each([
  ['a list instead of an object', [], '(the file): A scenario is a JSON object: { "name": …, "startsAt": …, "steps": [ … ] }.'],
  ['no name', { startsAt: head.startsAt }, 'name: This is missing: text is needed here.'],
  ['a start without a zone', { ...head, startsAt: '2024-01-10 11:30' }, 'startsAt: "2024-01-10 11:30" is no full timestamp such as "2024-01-10T11:30:00Z".'],
  ['an unknown key', { ...head, step: [] }, 'step: There is no "step" here. Did you mean "steps"?'],
  ['a seed that is text', { ...head, seed: 'one' }, 'seed: "one" is not a number.'],
  ['steps that are no list', { ...head, steps: {} }, 'steps: The steps are a list.'],
  ['a step that is no object', withStep('dial'), 'steps[1]: A step is an object: { "at": "11:35:00", "customer": "John", "dials": "+18005550199" }.'],
  ['a step without a subject', withStep({ at: '11:36:00', custommer: 'John', hangsUp: true }), 'steps[1]: It is not said who does this. Possible: customer, agent, supervisor, environment, expect. Did you mean "customer"?'],
  ['a step with two subjects', withStep({ at: '11:36:00', customer: 'John', agent: 'ana', hangsUp: true }), 'steps[1]: A step has one subject, this has customer and agent. Write one step for each.'],
  ['a step without a verb', withStep({ at: '11:36:00', agent: 'ana' }), 'steps[1]: It is not said what is done. Possible: sets, setsNext, accepts, rejects, hangsUp, clears, holds, resumes, mutes, sendsDigits, declaresMachine, dials, transfersTo, conferences, swaps, leaves, drops.'],
  ['a step with two verbs', withStep({ at: '11:36:00', agent: 'ana', accepts: true, hangsUp: true }), 'steps[1]: A step does one thing, this does 2: accepts, hangsUp. Write one step for each.'],
  ['a verb with a slip of the pen', withStep({ at: '11:36:00', customer: 'John', hangUp: true }), 'steps[1].hangUp: There is no "hangUp" here. Did you mean "hangsUp"?'],
  ['a step without a time', withStep({ customer: 'John', hangsUp: true }), 'steps[1].at: This is missing: text is needed here.'],
  ['a time that is none', withStep({ at: 'noon', customer: 'John', hangsUp: true }), 'steps[1].at: "noon" is no time: write a clock time of the first day such as "11:35:00", "+00:05:00" from the start, or "2024-01-10T11:35:00Z".'],
  ['a time with 60 minutes', withStep({ at: '11:60:00', customer: 'John', hangsUp: true }), 'steps[1].at: "11:60:00" is no time that exists.'],
  ['a time before the start', withStep({ at: '00:10:00', customer: 'John', hangsUp: true }), 'steps[1].at: "00:10:00" is before the story starts. The next day goes on from 24:00:00, so ten past midnight is "24:10:00".'],
  ['a step after the end', { ...withStep({ at: '12:10:00', customer: 'John', hangsUp: true }), until: '12:00:00' }, 'steps[1].at: "12:10:00" is after the end of the story (until).'],
  ['an end that is no time', { ...head, until: '11:60:00' }, 'until: "11:60:00" is no time that exists.'],
  ['an end before the start', { ...head, until: '11:00:00' }, 'until: The story ends before it starts.'],
  ['a number that is none', withStep({ at: '11:36:00', customer: 'John', dials: '555' }), 'steps[1].dials: "555" is no telephone number: write it in international form, such as "+12065550142".'],
  ['keys that are none', withStep({ at: '11:36:00', customer: 'John', presses: 'one' }), 'steps[1].presses: "one" are no keys of a telephone: use 0–9, * and #.'],
  ['a flag that is false', withStep({ at: '11:36:00', agent: 'ana', accepts: false }), 'steps[1].accepts: false may not stand here; it must be true.'],
  ['a metric with a slip of the pen', withStep({ at: '11:36:00', expect: { queues: { Q: { CONTACT_IN_QUEUE: 1 } } } }), 'steps[1].expect.queues.Q.CONTACT_IN_QUEUE: There is no "CONTACT_IN_QUEUE" here. Did you mean "CONTACTS_IN_QUEUE"?'],
  ['a record field with a slip of the pen', { ...head, expect: { records: [{ Queue: { Nam: 'Q' } }] } }, 'expect.records[0].Queue.Nam: There is no "Nam" here. Did you mean "Name"?'],
  ['a dial plan word with a slip of the pen', { ...head, customers: [{ name: 'John', number: '+12065550142', whenCalled: [{ busyAfter: 3 }, { answerAfter: 0 }] }] }, 'customers[0].whenCalled[1].answerAfter: There is no "answerAfter" here. Did you mean "answersAfter"?'],
  ['two customers of one name', { ...head, customers: [{ name: 'John', number: '+12065550142' }, { name: 'John', number: '+12065550143' }] }, 'customers[1].name: Another customer has the name "John" already.'],
  ['a habit that says nothing', { ...head, agents: { ana: { onOffer: {} } } }, 'agents.ana.onOffer: It is not said what is done with an offer. Possible: acceptsAfter, rejectsAfter, ignores.'],
  ['a habit that says two things', { ...head, agents: { ana: { onOffer: [{ acceptsAfter: 1, ignores: true }] } } }, 'agents.ana.onOffer[0]: Of acceptsAfter and ignores only one can be.'],
])('%s is a fault with its place', (_what, file, fault) => {
  expect(faultsOf(file)).toContain(fault);
});

test('all faults of a file are told at once', () => {
  const file = { ...head, seed: -1, colour: 'red', steps: [{ at: 'noon', customer: 'John', hangsUp: true }, { at: '11:36:00', agent: 'ana' }] };
  expect(faultsOf(file).map((fault) => fault.split(':')[0])).toEqual(['seed', 'colour', 'steps[0].at', 'steps[1]']);
});

test('steps come in order of time, and in the order of the file where the time is the same', () => {
  const parsed = parseScenario({ ...head, steps: [{ ...call, at: '11:40:00' }, { at: '11:36:00', customer: 'John', hangsUp: true }, { at: '+00:06:00', agent: 'ana', accepts: true }] });
  expect(parsed.ok && parsed.value.steps.map(({ path }) => path)).toEqual(['steps[1]', 'steps[2]', 'steps[0]']);
});

test('without an end the story ends with its last step', () => {
  const parsed = parseScenario({ ...head, steps: [call] });
  expect(parsed.ok && parsed.value.untilMs).toBe(Date.parse('2024-01-10T11:35:00Z'));
});

test.each([
  { at: '11:36:00', restartHost: true },
  { at: '11:36:00', environment: 'restartHost' },
  { at: '11:36:00', environment: true, restartHost: true },
  { at: '11:36:00', supervisor: 'sam', stopsContact: '$0' },
  { at: '11:36:00', supervisor: true, changesStatus: { agent: 'ana', to: 'Offline' } },
  { at: '11:36:00', supervisor: true, changesPriority: { contact: 'John', priority: 1 } },
  { at: '11:36:00', agent: 'ana', mutes: false },
  { at: '11:36:00', agent: 'ana', transfersTo: 'Second line' },
  { at: '11:36:00', customer: 'John', enters: '2065550142#', note: 'his other number' },
])('%j is a step', (step) => {
  expect(faultsOf(withStep(step))).toEqual([]);
});
