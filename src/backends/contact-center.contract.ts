import { expect, test } from 'vitest';
import type { Audience } from '../protocol/envelope.ts';
import type { CenterMessage, ContactCenter } from './contact-center.ts';

/** A center for tests, whose clock is held, with agents `ana` and `ben` and at least two statuses. */
export interface CenterBed {
  /** Opens another tab. */
  readonly open: (audience: Audience) => ContactCenter;
  /** Everything that is on its way arrives. */
  readonly settled: () => Promise<void>;
}

/** A bed whose host can die while its tabs live. */
export interface MortalBed extends CenterBed {
  /** The host dies and another comes in its place. */
  readonly killHost: () => Promise<void>;
}

/** What every contact center owes the app. */
export function contactCenterContract(name: string, makeBed: () => CenterBed): void {
  test(`${name}: the snapshot comes first, then changes, and a late listener gets what is so by then`, async () => {
    const { open, settled } = makeBed();
    const center = open({ role: 'agent', username: 'ana' });
    const heard = listen(center);
    await settled();
    expect(heard[0]).toMatchObject({ kind: 'link', link: { state: 'connecting' } });
    const kinds = heard.map(({ kind }) => kind);
    expect(kinds.indexOf('snapshot')).toBeGreaterThan(0);
    expect(kinds.slice(0, kinds.indexOf('snapshot'))).not.toContain('patch');
    await center.send(pickStatus(heard, 1));
    expect(heard.at(-1)?.kind).toMatch(/patch|hints/);
    const late = listen(center);
    expect(late.map(({ kind }) => kind)).toEqual(['link', 'snapshot']);
    expect(statusIn(late)).toBe(statusIn(heard));
    center.close();
  });

  test(`${name}: an answer comes after what it changed has been told; a refusal is a value`, async () => {
    const { open, settled } = makeBed();
    const center = open({ role: 'agent', username: 'ana' });
    const heard = listen(center);
    await settled();
    const before = statusIn(heard);
    expect(await center.send(pickStatus(heard, 1))).toMatchObject({ ok: true });
    expect(statusIn(heard)).not.toBe(before);
    expect(await center.send({ type: 'offer.accept', offerId: 'no such offer' as never })).toMatchObject({ ok: false, code: 'OFFER_GONE' });
    center.close();
  });

  test(`${name}: what is asked before the connection stands is not lost`, async () => {
    const { open } = makeBed();
    const center = open({ role: 'viewer' });
    const [reply, instance] = await Promise.all([center.send({ type: 'clock.advance', ms: 1000 }), center.query({ type: 'instance' })]);
    expect(reply).toMatchObject({ ok: true });
    expect(instance).toMatchObject({ agents: expect.arrayContaining([expect.objectContaining({ username: 'ana' })]) });
    center.close();
  });

  test(`${name}: a command under the same id is done once`, async () => {
    const { open, settled } = makeBed();
    const center = open({ role: 'viewer' });
    const heard = listen(center);
    await settled();
    const startMs = clockIn(heard);
    await Promise.all([center.send({ type: 'clock.advance', ms: 1000 }, 'one'), center.send({ type: 'clock.advance', ms: 1000 }, 'one')]);
    expect(clockIn(heard)).toBe(startMs + 1000);
    center.close();
  });

  test(`${name}: tabs see what other tabs do`, async () => {
    const { open, settled } = makeBed();
    const [one, two] = [open({ role: 'agent', username: 'ana' }), open({ role: 'agent', username: 'ana' })];
    const [first, second] = [listen(one), listen(two)];
    await settled();
    await one.send(pickStatus(first, 1));
    await settled();
    expect(statusIn(second)).toBe(statusIn(first));
    one.close();
    two.close();
  });

  test(`${name}: who is closed hears nothing more, and is told so when asking`, async () => {
    const { open, settled } = makeBed();
    const center = open({ role: 'viewer' });
    const heard = listen(center);
    await settled();
    center.close();
    const count = heard.length;
    expect(await center.send({ type: 'clock.advance', ms: 1000 })).toMatchObject({ ok: false, code: 'CLOSED' });
    await settled();
    expect(heard).toHaveLength(count);
  });

  test(`${name}: an unknown agent is told so`, async () => {
    const { open, settled } = makeBed();
    const center = open({ role: 'agent', username: 'nobody' });
    const heard = listen(center);
    await settled();
    expect(heard.at(-1)).toEqual({ kind: 'link', link: { state: 'refused', why: 'unknownAgent', detail: 'nobody' } });
    center.close();
  });
}

/** What a contact center whose host lives elsewhere owes the app besides. */
export function hostDeathContract(name: string, makeBed: () => MortalBed): void {
  test(`${name}: a host that dies is replaced, and the tab goes on where it was`, async () => {
    const { open, settled, killHost } = makeBed();
    const center = open({ role: 'agent', username: 'ana' });
    const heard = listen(center);
    await settled();
    await center.send(pickStatus(heard, 1));
    const before = statusIn(heard);
    await killHost();
    expect(heard.at(-1)).toMatchObject({ kind: 'snapshot' });
    expect(statusIn(heard)).toBe(before);
    expect(await center.send({ type: 'clock.advance', ms: 1000 })).toMatchObject({ ok: true });
    center.close();
  });
}

function listen(center: ContactCenter): readonly CenterMessage[] {
  const heard: CenterMessage[] = [];
  center.subscribe((message) => void heard.push(message));
  return heard;
}

/** The rows told last of one table. */
function rowsIn(heard: readonly CenterMessage[], table: 'agents' | 'clock'): Readonly<Record<string, unknown>> {
  return heard.reduce<Readonly<Record<string, unknown>>>((rows, message) => {
    if (message.kind === 'snapshot') return message.tables[table];
    return message.kind === 'patch' ? { ...rows, ...message.patch.set[table] } : rows;
  }, {});
}

interface AgentRow { readonly id: string; readonly status: { readonly id: string }; readonly statuses: readonly { readonly id: string }[] }
const agentIn = (heard: readonly CenterMessage[]): AgentRow => Object.values(rowsIn(heard, 'agents'))[0] as AgentRow;
const statusIn = (heard: readonly CenterMessage[]): string => agentIn(heard).status.id;
const clockIn = (heard: readonly CenterMessage[]): number => (rowsIn(heard, 'clock')['clock'] as { readonly engineMs: number }).engineMs;

function pickStatus(heard: readonly CenterMessage[], index: number) {
  const { id, statuses } = agentIn(heard);
  return { type: 'agent.setStatus', agentId: id as never, statusId: statuses[index]?.id as never } as const;
}
