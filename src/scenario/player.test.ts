import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoInstance } from '../demo/demo-instance.ts';
import { createEngine, epochMs } from '../engine/index.ts';
import type { Engine } from '../engine/index.ts';
import { phoneNumberRules } from '../world/rules.ts';
import { loadStory } from './live.ts';
import type { LiveStory } from './live.ts';
import type { Player } from './player.ts';

const folder = join(import.meta.dirname, '../../scenarios');
const ground = { base: demoInstance(), readFlow: () => null };
const at = (clock: string) => epochMs(Date.parse(`2024-01-10T${clock}Z`));

function story(name = 'john.json'): LiveStory {
  const loaded = loadStory(JSON.parse(readFileSync(join(folder, name), 'utf8')), ground);
  if (!loaded.ok) throw new Error(loaded.detail);
  return loaded.story;
}

function begin({ instance, seed, startsAtMs, play }: LiveStory): { readonly engine: Engine; readonly player: Player } {
  return { engine: createEngine({ instance, seed, startsAtMs, phoneNumbers: phoneNumberRules }), player: play(null) };
}

/** Plays as a host does, up to an instant; tells the ids of the commands given. */
function playTo(engine: Engine, player: Player, toMs: number): readonly string[] {
  const given: string[] = [];
  for (;;) {
    const dues = [engine.nextDueAtMs(), player.nextDueAtMs(engine.center)].filter((due) => due !== null);
    const due = Math.min(...dues);
    if (dues.length === 0 || due > toMs) break;
    engine.advanceTo(epochMs(due));
    for (let inputs = player.commandsDue(engine.center); inputs.length > 0; inputs = player.commandsDue(engine.center)) {
      for (const input of inputs) {
        given.push(input.id);
        engine.command(engine.center.nowMs, input);
      }
    }
  }
  engine.advanceTo(epochMs(toMs));
  return given;
}

test('a story’s commands have the same ids each time it is played', () => {
  const [one, two] = [begin(story()), begin(story())];
  const ids = playTo(one.engine, one.player, at('12:00:00'));
  expect(playTo(two.engine, two.player, at('12:00:00'))).toEqual(ids);
  expect(ids[0]).toBe('scenario/behave/John/0');
  expect(ids.filter((id) => id.startsWith('scenario/step/'))).toEqual(['scenario/step/0', 'scenario/step/2', 'scenario/step/5', 'scenario/step/7']);
  expect(ids.filter((id) => id.startsWith('scenario/accept/'))).toHaveLength(1);
});

test('a command given again after a restart, from a cursor that is behind, is done once', () => {
  const { play, ...rest } = story();
  const { engine, player } = begin({ play, ...rest });
  playTo(engine, player, at('11:34:59'));
  const behind = player.save();
  playTo(engine, player, at('11:36:00'));
  const contacts = engine.center.contacts.size;
  playTo(engine, play(behind), at('11:36:30'));
  expect(contacts).toBe(1);
  expect(engine.center.contacts.size).toBe(1);
});

test('a cursor survives JSON, and what is no cursor starts anew', () => {
  const { play, ...rest } = story();
  const { engine, player } = begin({ play, ...rest });
  playTo(engine, player, at('11:38:00'));
  expect(play(JSON.parse(JSON.stringify(player.save()))).save()).toEqual(player.save());
  expect(play({ stepsDone: 'many' }).save()).toEqual(play(null).save());
});

test('a person who takes over an agent accepts by hand: the script lets the offer ring', () => {
  const { engine, player } = begin(story());
  expect(player.takeOver('ana', 'person')).toBe(true);
  playTo(engine, player, at('11:39:10'));
  expect([...engine.center.agents.values()].every(({ slot }) => slot === null)).toBe(true);
  expect(player.view(engine.center).roles).toContainEqual({ name: 'ana', kind: 'agent', by: 'person' });
});

test('a person who takes over a customer finds the phone in their hands, and the script gets it back as it was', () => {
  const { engine, player } = begin(story());
  playTo(engine, player, at('11:36:00'));
  const behavior = () => [...engine.center.customers.values()][0]?.whenCalled.map(({ does }) => does);
  expect(behavior()).toEqual(['answers']);
  player.takeOver('John', 'person');
  playTo(engine, player, at('11:36:01'));
  expect(behavior()).toEqual(['manual']);
  player.takeOver('John', 'script');
  playTo(engine, player, at('11:36:02'));
  expect(behavior()).toEqual(['answers']);
});

test('the steps of a person somebody plays are passed over', () => {
  const { engine, player } = begin(story());
  player.takeOver('John', 'person');
  playTo(engine, player, at('11:38:00'));
  expect(engine.center.contacts.size).toBe(0);
});

test('nobody of another name can be taken over', () => {
  expect(begin(story()).player.takeOver('Jane', 'person')).toBe(false);
});

test('the view tells what comes next, and when all is told', () => {
  const { engine, player } = begin(story());
  playTo(engine, player, at('11:31:00'));
  expect(player.view(engine.center)).toMatchObject({ name: 'John asks for a callback', state: 'playing', nextStep: 'John dials +18005550199', nextStepAtMs: at('11:35:00') });
  playTo(engine, player, at('12:00:00'));
  expect(player.view(engine.center)).toMatchObject({ state: 'done', nextStep: null, nextStepAtMs: null });
});

test('habits are told offer by offer: the first is accepted at once, the next after five seconds', () => {
  const { engine, player } = begin(story('nobody-answers.json'));
  playTo(engine, player, at('11:50:14.999'));
  expect(engine.center.offers.size).toBe(1);
  playTo(engine, player, at('11:50:15'));
  expect(engine.center.offers.size).toBe(0);
});
