import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDemoFlow } from '../../demo/demo-flows.ts';
import { demoInstance } from '../../demo/demo-instance.ts';
import { FlowTrails, epochMs } from '../../engine/index.ts';
import type { CenterEvent, Commit } from '../../engine/index.ts';
import { prepareScenario } from '../../scenario/prepare.ts';
import { runScenario } from '../../scenario/run.ts';
import { phoneNumberRules } from '../../world/rules.ts';

const folder = new URL('../../../scenarios/', import.meta.url);

/** All scenarios of the project, run; for each flow that they run as the demo ships it, what they visit. */
function counted() {
  const base = demoInstance();
  const sum = new Map<string, { scenarios: number; actions: Map<string, { visits: number; branches: Map<string, number> }> }>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted();
  for (const file of files) {
    const prepared = prepareScenario(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), { base, readFlow: readDemoFlow });
    if (!prepared.ok) throw new Error(`${file}: ${JSON.stringify(prepared.refusal)}`);
    const { scenario, instance, configured } = prepared.value;
    const trails = new FlowTrails();
    trails.apply(commitOf(0, { type: 'instance.configured', instance }));
    const { events } = runScenario(scenario, instance, { phoneNumbers: phoneNumberRules, configured });
    // A scenario's result tells events one by one; the instance it configures is told by name alone, and is known here.
    for (const { at: _at, seq, ...event } of events) if (event.type !== 'instance.configured') trails.apply(commitOf(seq, event as unknown as CenterEvent));
    for (const shipped of base.flows) {
      const own = instance.flows.find(({ id }) => id === shipped.id);
      const counts = trails.countsOf(shipped.id);
      if (counts.size === 0 || JSON.stringify(own?.content.source) !== JSON.stringify(shipped.content.source)) continue;
      const flow = sum.get(shipped.id) ?? { scenarios: 0, actions: new Map<string, { visits: number; branches: Map<string, number> }>() };
      sum.set(shipped.id, flow);
      flow.scenarios += 1;
      for (const [actionId, { visits, branches }] of counts) {
        const action = flow.actions.get(actionId) ?? { visits: 0, branches: new Map<string, number>() };
        flow.actions.set(actionId, action);
        action.visits += visits;
        for (const [branch, times] of Object.entries(branches)) action.branches.set(branch, (action.branches.get(branch) ?? 0) + times);
      }
    }
  }
  return sum;
}

const commitOf = (seq: number, event: CenterEvent): Commit => ({ seq, atMs: epochMs(0), cause: { kind: 'genesis' }, events: [event] });

/** Names in order, so that the file changes where the counts do. */
const plain = <Value, Plain>(table: ReadonlyMap<string, Value>, each: (value: Value) => Plain): Record<string, Plain> =>
  Object.fromEntries([...table].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, each(value)]));

test('the counts shown beside a flow are those of the scenarios as they are now (vitest -u renews the file)', async () => {
  const found = plain(counted(), ({ scenarios, actions }) => ({
    scenarios, actions: plain(actions, ({ visits, branches }) => ({ visits, branches: plain(branches, (times) => times) })),
  }));
  expect(Object.keys(found).length).toBeGreaterThan(3);
  await expect(`${JSON.stringify(found, null, 1)}\n`).toMatchFileSnapshot('./scenario-coverage.json');
});
