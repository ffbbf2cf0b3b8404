import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoMap, t } from '../../testing/demo-map.ts';
import { coverageOf } from './coverage.ts';
import { isLaned, lanesOf } from './edge-path.ts';
import { fieldsOf, wrongWith } from './fields.ts';
import { textAt } from './flow-file.ts';
import { placesOf } from './layout.ts';
import { NODE_WIDTH, nodeHeight } from './node-size.ts';

const folder = new URL('../../../../shared/flows/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')) : [];
if (files.length === 0) console.warn('SKIPPED: ../shared/flows is not here, so no real flow was drawn.');

test.skipIf(files.length === 0).each(files)('%s is drawn as its author placed it, each action in words, each field right as it is', (name) => {
  const { map, file, findings, step } = demoMap(readFileSync(new URL(name, folder), 'utf8'));
  const boxes = map.actions.map((action) => ({ id: action.id, width: NODE_WIDTH, height: nodeHeight(action), to: action.rows.map(({ toId }) => toId) }));
  const { how, places } = placesOf(boxes, file.places);
  expect([how, places.size]).toEqual(['saved', map.actions.length]);
  const placed = boxes.map((box) => ({ ...box, ...(places.get(box.id) ?? { x: Number.NaN, y: Number.NaN }) }));
  const lanes = lanesOf(placed, boxes.flatMap(({ id, to }) => to.map((next) => ({ from: id, to: next }))));
  for (const from of placed) for (const to of placed.filter(({ id }) => from.to.includes(id) && isLaned(from, placed.find((each) => each.id === id)))) expect(lanes.has(to.id)).toBe(true);
  for (const { id } of map.actions) {
    const parameters = file.parameters.get(id);
    const wrong = fieldsOf(step(id), parameters, t).filter((field) => wrongWith(field, textAt(parameters, field.path), t) !== null);
    expect(wrong.map(({ label, path }) => [id, label, textAt(parameters, path)])).toEqual([]);
  }
  expect(coverageOf(findings.Steps, []).branches).toBe(map.branchCount);
});

test('a flow without places is laid out, one without anything to show is drawn all the same', () => {
  const { map, file } = demoMap(JSON.stringify({ Version: '2019-10-30', StartAction: '__proto__', Metadata: { type: 'contactFlow', ActionMetadata: null }, Actions: [{ Identifier: '__proto__', Type: 'constructor', Parameters: null, Transitions: { NextAction: 'toString' } }] }));
  expect(map.actions).toMatchObject([{ id: '__proto__', title: 'constructor', rows: [{ to: null }] }]);
  expect(placesOf([{ id: '__proto__', width: 1, height: 1, to: ['toString'] }], file.places)).toMatchObject({ how: 'laidOut' });
});
