import { expect, test } from 'vitest';
import { johnsRecords } from '../../testing/johns-records.ts';
import { createText } from '../../text/create-text.ts';
import { sectionsOf } from './fields.ts';
import { asShown, toCsvText, toJsonText } from './record-files.ts';
import { rowOf } from './record-row.ts';
import { segmentsOf, shares } from './timeline.ts';
import type { RecordView } from './timeline.ts';

const [inbound, callback] = johnsRecords() as unknown as readonly [RecordView, RecordView];
const t = createText().t;
const parts = (record: RecordView) => segmentsOf(record).map(({ name, fromMs, toMs }) => [name, toMs === null ? null : (toMs - fromMs) / 1000]);

test("John's callback is drawn as delay, queue, whisper, whisper, talk and work; a dial answered at once has no length", () => {
  expect(parts(callback)).toEqual([['scheduled', 99], ['queue', 21], ['agentWhisper', 10], ['customerWhisper', 15], ['talking', 335], ['work', 30]]);
});

test("John's first call is drawn as two minutes in queue", () => {
  expect(parts(inbound)).toEqual([['queue', 120]]);
});

test('an attempt that nobody answered ends with its dialing', () => {
  const unanswered: RecordView = { ...callback, Agent: null, ConnectedToSystemTimestamp: null, DisconnectTimestamp: '2024-01-10T11:40:10Z' };
  expect(parts(unanswered)).toEqual([['scheduled', 99], ['queue', 21], ['agentWhisper', 10], ['dialing', 60]]);
});

test('a callback that expires in the queue was never accepted', () => {
  const end = '2024-01-17T11:37:00Z';
  const queue = callback.Queue === null ? null : { ...callback.Queue, DequeueTimestamp: end };
  const expired: RecordView = { ...callback, Agent: null, ConnectedToSystemTimestamp: null, DisconnectTimestamp: end, Queue: queue, Ringback: { ...callback.Ringback, DialedTimestamp: null } };
  expect(parts(expired).map(([name]) => name)).toEqual(['scheduled', 'queue']);
});

test('the shortest part of a long contact can still be seen', () => {
  const drawn = shares([{ name: 'queue', fromMs: 0, toMs: 1000 }, { name: 'talking', fromMs: 1000, toMs: 7_200_000 }]);
  expect(drawn[0]).toBeGreaterThan(0.03);
  expect(drawn.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});

test('every timestamp of a record is shown, absent ones too', () => {
  const times = sectionsOf(inbound, t).find(({ id }) => id === 'times')?.fields ?? [];
  expect(Object.fromEntries(times.map(({ path, value }) => [path, value]))).toMatchObject({
    InitiationTimestamp: '2024-01-10T11:35:00Z', 'Queue.DequeueTimestamp': '2024-01-10T11:37:00Z', 'Agent.ConnectedToAgentTimestamp': null, ScheduledTimestamp: null,
  });
});

test('a line masks the number until numbers are shown', () => {
  const how = { t, zone: 'UTC', numbersShown: false };
  expect(rowOf(callback, how)).toMatchObject({ method: 'Callback', attempt: 'attempt 1 of up to 3', beganAt: '10 Jan 2024, 11:37:00', ending: 'Customer hung up', tone: 'live' });
  expect(rowOf(callback, how).number.shown).not.toContain('206');
  expect(rowOf(callback, { ...how, numbersShown: true }).number.shown).toBe('+1 206 555 0142');
});

test('a download hides a number wherever it stands, until numbers are shown', () => {
  const record: RecordView = { ...callback, Attributes: { entered: 'call +12065550142 please' } };
  expect(toJsonText([asShown(record, false)])).not.toContain('2065550142');
  expect(asShown(record, true)).toEqual(record);
});

test('CSV has a column per field and never a cell that a spreadsheet would run', () => {
  const record: RecordView = { ...callback, Attributes: { wish: '=HYPERLINK("x")', note: 'a,"b"' } };
  const [head, row] = toCsvText([record]).split('\r\n');
  expect(head).toContain('Queue.EnqueueTimestamp');
  expect(row).toContain(`"'=HYPERLINK(""x"")"`);
  expect(row).toContain('"a,""b"""');
  expect(row).toContain("'+12065550142");
});
