import { expect, test } from 'vitest';
import { baseRig, ids } from '../testing/builders.ts';
import { createRig, settled } from '../testing/host-rig.ts';

test('an agent or a status that is taken out of the instance leaves everybody else’s tables as they are', async () => {
  const rig = createRig();
  const host = rig.startHost();
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  const lab = rig.openTab({ role: 'viewer' }, () => host);
  await settled();
  expect(await ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') })).toMatchObject({ ok: true });
  const { statuses, agents } = baseRig();
  expect(await lab.send({ type: 'instance.configure', instance: baseRig({ statuses: statuses.filter(({ name }) => name !== 'Break') }) })).toMatchObject({ ok: true });
  await settled();
  expect(ana.tables().agents[ids.agent('ana')]).toMatchObject({ status: { name: '', type: 'OFFLINE' }, statuses: [{ name: 'Available' }, { name: 'Lunch' }, { name: 'Offline' }] });
  expect(await lab.send({ type: 'instance.configure', instance: baseRig({ agents: agents.filter(({ username }) => username !== 'ana') }) })).toMatchObject({ ok: true });
  await settled();
  expect([Object.keys(ana.tables().agents), Object.keys(lab.tables().agents), rig.logged]).toEqual([[], [ids.agent('ben')], []]);
});

test('a custom status that is disabled is offered to nobody, and stays that of who is in it (spec §4.1)', async () => {
  const rig = createRig();
  const host = rig.startHost();
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  const lab = rig.openTab({ role: 'viewer' }, () => host);
  await settled();
  await ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') });
  const statuses = baseRig().statuses.map((status) => ({ ...status, state: 'DISABLED' as const }));
  await lab.send({ type: 'instance.configure', instance: baseRig({ statuses }) });
  await settled();
  expect(ana.tables().agents[ids.agent('ana')]).toMatchObject({ status: { name: 'Break' }, statuses: [{ name: 'Available' }, { name: 'Offline' }] });
});
