/*
 * What each command of a tab does. Commands of the engine are stamped with who gives them; those of the clock, the lab
 * and mastership are the host's own.
 */
import { epochMs, type Actor, type CommandId, type Instance, type PhoneNumberRules } from '../engine/index.ts';
import type { ClockCommand, LabCommand, Reply, TabCommand } from '../protocol/envelope.ts';
import type { LoadStory } from './driver.ts';
import { beginFresh, type Beginning } from './genesis.ts';
import type { Mastership } from './mastership.ts';
import type { Viewer } from './project/tables.ts';
import type { Writer } from './writer.ts';

/** What the host's own commands need. */
export interface CommandBench {
  readonly writer: Writer;
  readonly mastership: Mastership;
  readonly phoneNumbers: PhoneNumberRules;
  readonly instance: () => Instance;
  readonly loadStory: LoadStory;
  readonly wallNow: () => number;
}

const refused = (code: string, detail: Readonly<Record<string, string | number>> = {}): Reply => ({ ok: false, code, detail });

/** Does a tab's command, once: a repeat of an answered one gets the same answer. */
export async function obey(bench: CommandBench, by: { readonly tabId: string; readonly viewer: Viewer }, id: string, command: TabCommand): Promise<Reply> {
  const { writer } = bench;
  const before = writer.repeated(id);
  if (before) return before;
  const reply = await obeyNew(bench, by, id, command);
  writer.remember(id, reply, isHostCommand(command));
  return reply;
}

async function obeyNew(bench: CommandBench, by: { readonly tabId: string; readonly viewer: Viewer }, id: string, command: TabCommand): Promise<Reply> {
  switch (command.type) {
    case 'clock.setSpeed':
    case 'clock.advance':
    case 'clock.advanceTo':
    case 'clock.toNext':
      return moveClock(bench.writer, command);
    case 'lab.reset':
    case 'lab.play':
    case 'lab.takeOver':
    case 'lab.stopScenario':
    case 'lab.startAfresh':
      return arrange(bench, command);
    case 'mastership.take':
      return bench.mastership.take(command.resource, by.tabId) ? done(bench.writer) : refused('NOT_ALLOWED');
    default:
      return bench.writer.command({ id: id as CommandId, by: actorOf(by.viewer, command), command });
  }
}

function isHostCommand({ type }: TabCommand): boolean {
  return type.startsWith('clock.') || type.startsWith('lab.') || type.startsWith('mastership.');
}

/** How a customer's phone behaves is arranged by whoever tries things out, from whichever page. */
function actorOf(viewer: Viewer, command: TabCommand): Actor {
  if (command.type === 'customer.behave') return { role: 'lab' };
  return viewer.role === 'viewer' ? { role: 'supervisor' } : viewer;
}

function done(writer: Writer): Reply {
  return { ok: true, seq: writer.run().engine.center.seq };
}

/** The clock is moved at once; the writer answers when every deadline in between has fired. */
function moveClock(writer: Writer, command: ClockCommand): Reply {
  const pacemaker = writer.pacemaker();
  switch (command.type) {
    case 'clock.setSpeed':
      pacemaker.setSpeed(command.speed);
      break;
    case 'clock.advance':
      pacemaker.moveTo(pacemaker.now() + command.ms);
      break;
    case 'clock.advanceTo':
      pacemaker.moveTo(command.atMs);
      break;
    case 'clock.toNext': {
      const next = writer.run().nextDueAtMs();
      if (next !== null) pacemaker.moveTo(next);
      break;
    }
  }
  return done(writer);
}

async function arrange(bench: CommandBench, command: LabCommand): Promise<Reply> {
  const { writer, wallNow, phoneNumbers } = bench;
  switch (command.type) {
    case 'lab.reset':
      writer.replace(freshCenter(bench, command.startsAtMs, command.speed));
      return done(writer);
    case 'lab.play': {
      const loaded = await bench.loadStory(command.scenario);
      if (!loaded.ok) return refused('INVALID_SCENARIO', { detail: loaded.detail });
      const { story } = loaded;
      writer.replace(beginFresh({
        seed: story.seed, startsAtMs: story.startsAtMs, speed: command.speed, wallMs: wallNow(), instance: story.instance,
        phoneNumbers, driver: story.play(null), story: { scenario: command.scenario, cursor: null },
      }));
      return done(writer);
    }
    case 'lab.takeOver':
      return writer.run().driver()?.takeOver(command.person, command.by) ? done(writer) : refused('NO_SUCH_PERSON');
    case 'lab.stopScenario':
      writer.setStory(null);
      return done(writer);
    case 'lab.startAfresh':
      // Only for a journal that cannot be read, and then there is no writer; here everything is in order.
      return done(writer);
  }
}

/** The demo's center, with the seed of the one it replaces, so that a run can be repeated. */
function freshCenter({ writer, wallNow, phoneNumbers, instance }: CommandBench, startsAtMs: number | null, speed: number): Beginning {
  return beginFresh({
    seed: writer.seed(), startsAtMs: epochMs(startsAtMs ?? wallNow()), speed, wallMs: wallNow(), instance: instance(), phoneNumbers,
    driver: null, story: null,
  });
}
