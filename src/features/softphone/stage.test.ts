import { expect, test } from 'vitest';
import type { AgentView, ContactStageView, ContactView, OfferView } from '../../protocol/views.ts';
import { createText } from '../../text/create-text.ts';
import { statusSnapshot } from '../agent-state/status-snapshot.ts';
import { galleryStates } from './gallery-states.ts';
import { linkWords } from './LinkGlyph.tsx';
import { levelOf, levels } from './sound-levels.ts';
import { stageOf } from './stage.ts';

const { t } = createText();
const agent = { id: 'A1', status: { id: 'S1' } } as AgentView;
const offer = { id: 'O1' } as OfferView;
const contact = (stage: ContactStageView) => ({ id: 'C1', stage }) as ContactView;

test('the card follows what is at hand, a contact before an offer', () => {
  expect(stageOf(agent, null, null).name).toBe('idle');
  expect(stageOf(agent, offer, null).name).toBe('offer');
  expect(stageOf(agent, offer, contact('connected')).name).toBe('talking');
});

test.each<[ContactStageView, string]>([
  ['agentWhisper', 'connecting'], ['dialing', 'connecting'], ['customerWhisper', 'connecting'], ['connected', 'talking'], ['held', 'talking'],
  ['afterContactWork', 'work'], ['missed', 'closed'], ['rejected', 'closed'], ['failed', 'closed'],
])('a contact in %s stands on the %s card', (stage, card) => {
  expect(stageOf(agent, null, contact(stage)).name).toBe(card);
});

test('each level of sound is found again from what it stores', () => {
  for (const { id, prefs } of levels) expect(levelOf({ soundOn: true, volumePercent: 70, ...prefs })).toBe(id);
});

test('at work on a contact, the chosen status is the next one and the list says so', () => {
  const state = Object.values(galleryStates['muted']?.agents ?? {})[0];
  if (state === undefined) throw new Error('The gallery has lost its muted state.');
  const shown = statusSnapshot(state, state.statusSinceMs + 65_000, t);
  expect(shown).toMatchObject({ name: 'Available', time: '1:05', next: 'Next: Break', listTitle: 'Set the status for after this contact' });
  expect(shown.choices.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(['Break']);
});

test('only a routable status has a filled dot', () => {
  const state = Object.values(galleryStates['available']?.agents ?? {})[0];
  if (state === undefined) throw new Error('The gallery has lost its available state.');
  expect(statusSnapshot(state, 0, t).choices.map(({ hollow }) => hollow)).toEqual([false, true, true, true]);
});

test('every state of the connection has its sentence', () => {
  expect(linkWords({ state: 'ready', transport: 'inPage' }, t)).toContain('this tab alone');
  expect(linkWords({ state: 'refused', why: 'unknownAgent', detail: 'bob' }, t)).toContain('"bob"');
  expect(linkWords({ state: 'failed', detail: 'no room' }, t)).toContain('no room');
});
