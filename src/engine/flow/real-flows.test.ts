import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { FlowResource } from '../tenant/model.ts';
import type { FlowType } from './model.ts';
import { parseFlow } from './parse.ts';
import { resolveReferences } from './references.ts';

const FOLDER = new URL('../../../../shared/flows/aws-defaults/', import.meta.url);
const there = existsSync(FOLDER);
const JOHN = '+12065550142';
if (!there) console.warn('SKIPPED: the folder of real exported flows is not here, so none of them was run.');

/** A real export under our name; references the file makes are mapped by the caller. */
function imported(file: string, type: FlowType, mapping: Readonly<Record<string, string>>): FlowResource {
  const parsed = parseFlow(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.refusal.map((fault) => fault.sentence).join('\n'));
  return { id: ids.flow(file), name: file, type, description: '', content: parsed.value.content, mapping };
}

describe.skipIf(!there)('flows exported from a live instance', () => {
  test('the interruptible queue flow offers a callback every thirty seconds and makes one', () => {
    const flow = imported('sample_interruptible_queue_flow_with_callback.json', 'CUSTOMER_QUEUE', {});
    const rig = baseRig();
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], queues: rig.queues.map((queue) => ({ ...queue, customerQueueFlowId: flow.id })) });
    center.to('11:35:00').customer(JOHN).dials();
    const run = (): unknown => [...center.center.flowRuns.values()][0]?.wait?.kind;
    expect(run()).toBe('loop');
    center.to('11:35:30');
    expect(run()).toBe('input');
    // No key: the menu lasts its prompt and five seconds, then the music goes on, and the offer comes again.
    center.to('11:35:45');
    expect(run()).toBe('loop');
    center.to('11:36:15');
    expect(run()).toBe('input');
    center.customer(JOHN).presses('1');
    center.customer(JOHN).presses('2065550142#');
    center.to('11:37:00');
    const [call] = center.records();
    const leg = [...center.center.openContacts][0];
    const callback = leg && center.center.contacts.get(leg);
    expect(call).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', NextContactId: leg });
    expect(callback).toMatchObject({ customerNumber: JOHN, stage: { name: 'queued' }, queue: { queueId: ids.queue('InboundQueue') } });
    expect(callback && callback.queue && callback.queue.enqueuedAtMs - callback.initiatedAtMs).toBe(5000);
    expect(callback?.callback?.attemptsMax).toBe(2);
  });

  test('the queue configurations flow runs as an inbound flow to a callback', () => {
    const rig = baseRig();
    const first = imported('sample_queue_configurations_flow.json', 'CONTACT_FLOW', {});
    const { unresolved } = resolveReferences(first.content, {}, rig);
    const target = { queue: ids.queue('InboundQueue'), flow: ids.flow('main') } as Record<string, string>;
    const mapping = Object.fromEntries(unresolved.flatMap(({ ref, kind }) => (target[kind] ? [[ref, target[kind]]] : [])));
    expect(Object.keys(mapping)).not.toHaveLength(0);
    const flow = { ...first, mapping };
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
    center.to('11:35:00').customer(JOHN).dials();
    const waits = (): unknown => [...center.center.flowRuns.values()][0]?.wait;
    center.to('11:35:20');
    expect(waits()).toMatchObject({ kind: 'input' });
    center.customer(JOHN).presses('1');
    center.to('11:35:27');
    expect(waits()).toMatchObject({ kind: 'input' });
    center.customer(JOHN).presses('2');
    center.wait(1).customer(JOHN).presses('2065550142#');
    center.wait(60);
    expect(center.records()[0]).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', NextContactId: expect.any(String) });
    const leg = [...center.center.openContacts][0];
    expect(leg && center.center.contacts.get(leg)).toMatchObject({ method: 'CALLBACK', priority: 1 });
  });
});
