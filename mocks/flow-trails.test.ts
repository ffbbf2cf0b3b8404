import { expect, test } from 'vitest';
import { FlowTrails } from '../src/engine/index.ts';
import type { CenterQuery } from '../src/protocol/envelope.ts';
import { flowTrailAnswer, flowTrailList } from '../src/protocol/http-flow-trails.ts';
import { centerQuery } from '../src/protocol/parse-query.ts';
import { resourceReader } from '../src/app/resource-reader.ts';
import { baseRig, ids } from '../src/testing/builders.ts';
import { CenterDriver } from '../src/testing/center-driver.ts';
import { createInPageFetch } from './in-page-fetch.ts';

const JOHN = '+12065550142';

/** The face over a center's trails, each question read as the host reads it. */
function faceOver(driver: CenterDriver) {
  const trails = new FlowTrails();
  for (const commit of driver.commits) trails.apply(commit);
  const query = async (asked: CenterQuery): Promise<unknown> => {
    const read = centerQuery.parse(structuredClone(asked));
    if (read.type === 'flowTrails') return structuredClone({ trails: trails.trailsThrough(read.flowId), counts: Object.fromEntries(trails.countsOf(read.flowId)) });
    if (read.type === 'flowTrail') return structuredClone(trails.trailOf(read.contactId));
    return driver.center.config.instance;
  };
  const fetch = createInPageFetch({ center: { query, send: async () => ({ ok: true, seq: 0 }) }, flows: { check: () => { throw new Error('no flows here'); }, idFor: () => ids.flow('none') }, resources: resourceReader }, 'http://ringback.test');
  return async (path: string) => (await fetch(`/connect-api${path}`)).json() as Promise<unknown>;
}

test('a flow’s contacts are told newest first, with what they visited, and the way of each', async () => {
  const driver = new CenterDriver(baseRig()).customer(JOHN).dials();
  const ask = faceOver(driver);
  const list = flowTrailList.parse(await ask(`/x/flows/${ids.flow('main')}/trails`));
  expect(list.Trails).toMatchObject([{ InitiationMethod: 'INBOUND', CustomerNumber: JOHN, CustomerName: null, EndedTimestamp: null, ActionId: null }]);
  expect(list.Coverage.find(({ ActionId }) => ActionId === 'set')).toEqual({ ActionId: 'set', Visits: 1, Branches: [{ Branch: 'NextAction', Visits: 1 }] });
  const trail = flowTrailAnswer.parse(await ask(`/x/flow-trails/${list.Trails[0]?.ContactId}`)).Trail;
  expect(trail.Visits.map(({ ActionId, LeftBy, Ended }) => [ActionId, LeftBy, Ended])).toEqual([['set', 'NextAction', null], ['go', null, 'transferred']]);
  expect(trail.StartedTimestamp).toBe(driver.center.nowMs / 1000);
});

test('a flow that nobody has come to has no contacts, and a contact that never was is refused', async () => {
  const ask = faceOver(new CenterDriver());
  expect(await ask('/x/flows/none/trails')).toEqual({ Trails: [], Coverage: [] });
  expect(await ask('/x/flow-trails/none')).toMatchObject({ __type: 'ResourceNotFoundException' });
});
