import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids, plainNumbers } from '../testing/builders.ts';
import { at, CenterDriver } from '../testing/center-driver.ts';
import { JOHN } from '../testing/talking.ts';
import type { CommandId } from './core/ids.ts';
import { seconds } from './core/time.ts';
import { restoreEngine } from './engine.ts';
import type { Commit } from './event.ts';
import { idMakers } from './new-id.ts';

const ana = ids.agent('ana');
const lab = { role: 'lab' } as const;
const toStatus = (name: string) => ({ type: 'agent.setStatus', agentId: ana, statusId: ids.status(name) }) as const;

describe('a commit', () => {
  test('tells what made it: the beginning, a command and who gave it, or a deadline and whose it was', () => {
    const center = new CenterDriver();
    center.askAs({ role: 'agent', agentId: ana }, toStatus('Available'), 'c1' as CommandId);
    center.customer(JOHN).dials();
    const offerId = center.agent('ana').contact().stage;
    center.wait(20);
    expect(center.commits.map(({ seq, atMs, cause }) => [seq, atMs, cause.kind])).toEqual([[1, at('11:30:00'), 'genesis'], [2, at('11:30:00'), 'command'], [3, at('11:30:00'), 'command'], [4, at('11:30:20'), 'timer']]);
    expect(center.commits[1]?.cause).toEqual({ kind: 'command', id: 'c1', type: 'agent.setStatus', by: 'agent' });
    expect(center.commits[3]?.cause).toEqual({ kind: 'timer', timer: 'offer', of: offerId.name === 'queued' ? offerId.offerId : null });
  });

  test('is made at the instant of its deadline, each its own, and none before it', () => {
    const center = new CenterDriver().agent('ana').sets('Available').wait(1).agent('ben').sets('Available').customer(JOHN).dials();
    const before = center.commits.length;
    center.wait(3600);
    expect(center.commits.slice(before).map(({ atMs }) => atMs)).toEqual([at('11:30:21'), at('11:30:41')]);
    expect([center.center.nowMs, center.engine.nextDueAtMs()]).toEqual([at('12:30:01'), null]);
    expect([center.engine.advanceTo(at('11:00:00')), center.center.nowMs]).toEqual([[], at('12:30:01')]);
  });

  test('of a command comes after those of the deadlines that were due before it', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    const step = center.engine.command(at('11:31:00'), { id: 'late' as CommandId, by: lab, command: toStatus('Break') });
    expect(step).toMatchObject({ commits: [{ seq: 4, atMs: at('11:30:20') }, { seq: 5, atMs: at('11:31:00') }], reply: { ok: true, seq: 5 } });
    expect(center.engine.command(at('11:31:00'), { id: 'again' as CommandId, by: lab, command: toStatus('Break') })).toEqual({ commits: [], reply: { ok: true, seq: 5 } });
    expect(center.engine.command(at('11:31:00'), { id: 'wrong' as CommandId, by: lab, command: toStatus('Nowhere') })).toEqual({ commits: [], reply: { ok: false, rejection: { code: 'NO_SUCH_STATUS' } } });
  });
});

describe('a command that comes twice', () => {
  const give = (center: CenterDriver, id: string, status: string) => center.engine.command(center.center.nowMs, { id: id as CommandId, by: lab, command: toStatus(status) });

  test('is answered as it was, and not done again', () => {
    const center = new CenterDriver();
    const { reply } = give(center, 'a', 'Break');
    give(center, 'b', 'Lunch');
    expect([give(center, 'a', 'Break'), center.agent('ana').status()]).toEqual([{ commits: [], reply }, 'Lunch']);
  });

  test('is known by the last two hundred and fifty-six, and done anew after more', () => {
    const repeatedAfter = (others: number): number => {
      const center = new CenterDriver();
      give(center, 'a', 'Available');
      for (let index = 0; index < others; index++) give(center, `other ${index}`, index % 2 === 0 ? 'Break' : 'Lunch');
      return give(center, 'a', 'Available').commits.length;
    };
    expect([repeatedAfter(254), repeatedAfter(255), repeatedAfter(256)]).toEqual([0, 0, 1]);
  });
});

describe('a journal', () => {
  /** Callbacks are served after half a minute, by nobody so far. */
  function delayed(): CenterDriver {
    const rig = baseRig();
    const profiles = rig.routingProfiles.map((profile) => ({ ...profile, entries: profile.entries.map((entry) => ({ ...entry, delayMs: seconds(30) })) }));
    return new CenterDriver({ ...rig, routingProfiles: profiles }).customer(JOHN).dials();
  }

  test('spends a deadline that came to nothing', () => {
    const center = delayed().wait(31);
    expect(center.commits.at(-1)).toMatchObject({ atMs: at('11:30:30'), cause: { kind: 'timer' }, events: [] });
    expect(center.engine.nextDueAtMs()).toBeNull();
    expect(center.restart().engine.nextDueAtMs()).toBeNull();
  });

  test('keeps a deadline that is to come, whatever was done meanwhile', () => {
    const center = delayed().wait(10).agent('ana').sets('Break');
    expect(center.restart().engine.nextDueAtMs()).toBe(at('11:30:30'));
  });

  test('can be looked at as it is told again, commit by commit', () => {
    const center = delayed().wait(40).customer(JOHN).hangsUp();
    const seen: (readonly [Commit, number])[] = [];
    restoreEngine(center.commits, 1, plainNumbers, ({ openContacts }, commit) => seen.push([commit, openContacts.size]));
    expect(seen).toEqual(center.commits.map((commit, index) => [commit, [0, 1, 1, 0][index]]));
  });

  test('begins with a genesis, and has no gap', () => {
    const { commits } = delayed().wait(40);
    const restore = (list: readonly Commit[]) => () => restoreEngine(list, 1, plainNumbers);
    expect(restore(commits)).not.toThrow();
    expect(restore([])).toThrow('the first commit');
    expect(restore(commits.slice(1))).toThrow('starts with a genesis');
    expect(restore(commits.toSpliced(1, 1))).toThrow('commit 2 follows commit 1');
  });
});

test('a waiting callback hears no queue flow that its creation flow has not asked for (spec §1.11)', () => {
  const music = aFlow('music', 'CUSTOMER_QUEUE', [{ Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '600' } }]);
  const center = new CenterDriver(baseRig({ flows: [...baseRig().flows, music], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: music.id })] }));
  center.send({ type: 'callback.request', number: JOHN as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
  expect([center.center.flowRuns.size, center.events.some(({ type }) => type === 'flow.started')]).toEqual([0, false]);
});

test('things of different kinds never have the same id, and those of a kind one after another', () => {
  const makers = Object.values(idMakers(1));
  const made = makers.flatMap((maker) => [maker.id(1), maker.id(2)]);
  expect(new Set(made).size).toBe(made.length);
  expect(Object.values(idMakers(1)).map((maker) => maker.id(1))).toEqual(makers.map((maker) => maker.id(1)));
});
