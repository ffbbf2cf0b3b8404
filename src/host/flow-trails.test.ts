import { expect, test } from 'vitest';
import type { FlowTrail } from '../engine/index.ts';
import { asE164 } from '../engine/index.ts';
import type { Hint } from '../protocol/envelope.ts';
import { ids } from '../testing/builders.ts';
import { createRig, settled, WALL_MS, type RigTab } from '../testing/host-rig.ts';

const john = asE164('+12065550142');
const main = asE164('+18005550199');

interface Told {
  readonly trails: readonly { readonly contactId: FlowTrail['contactId']; readonly customerNumber: string }[];
  readonly counts: Readonly<Record<string, { readonly visits: number }>>;
}
const asks = (tab: RigTab): Promise<Told> => tab.center.query({ type: 'flowTrails', flowId: ids.flow('main') }) as Promise<Told>;

test('a tab hears that contacts have moved through flows, and may ask which way, after a restart too', async () => {
  const rig = createRig();
  let host = rig.startHost();
  const phone = rig.openTab({ role: 'customer', number: john }, () => host, { genesis: { seed: 1, startsAtMs: WALL_MS, speed: 0 } });
  const viewer = rig.openTab({ role: 'viewer' }, () => host);
  const hints: Hint[] = [];
  viewer.center.subscribe((message) => {
    if (message.kind === 'hints') hints.push(...message.hints);
  });
  await settled();
  expect(await asks(viewer)).toEqual({ trails: [], counts: {} });

  await phone.send({ type: 'customer.dial', number: john, to: main });
  await rig.pass(1000);
  expect(hints).toContain('flow-trails');
  const told = await asks(viewer);
  expect(told.trails).toMatchObject([{ customerNumber: john }]);
  expect(Object.keys(told.counts)).toEqual(['set', 'go']);
  const [contact] = told.trails;
  const trail = (await viewer.center.query({ type: 'flowTrail', contactId: contact?.contactId as FlowTrail['contactId'] })) as FlowTrail;
  expect(trail.visits.map(({ actionId, leftBy }) => [actionId, leftBy])).toEqual([['set', 'NextAction'], ['go', null]]);

  host.die();
  phone.die();
  viewer.die();
  host = rig.startHost();
  const later = rig.openTab({ role: 'viewer' }, () => host);
  await rig.pass(1000);
  expect(await asks(later)).toEqual(told);
});
