import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoInstance } from '../../demo/demo-instance.ts';
import { createText } from '../../text/create-text.ts';
import { freshDraft, readDraft, writeDraft } from './draft.ts';

const fresh = freshDraft(demoInstance(), createText().t);

describe('a draft kept on this device', () => {
  test('comes back as it was', () => {
    const draft = { ...fresh, queueName: 'Callbacks', retries: '20 or so', passed: ['queue'], made: 'flow-1', offered: 'whileWaiting', setsQueue: false } as const;
    expect(readDraft(writeDraft(draft), fresh)).toEqual({ found: 'draft', draft });
  });

  test('is fresh where nothing was kept', () => {
    expect(readDraft(null, fresh)).toEqual({ found: 'nothing', draft: fresh });
  });

  test.each([['no JSON', '{'], ['nothing', ''], ['a list', '[]'], ['null', 'null'], ['another version', JSON.stringify({ version: 2, draft: fresh })], ['no version', JSON.stringify(fresh)], ['a draft that is none', '{"version":1,"draft":7}']])(
    'is told as damaged when it is %s',
    (_what, text) => {
      expect(readDraft(text, fresh)).toEqual({ found: 'damaged', draft: fresh });
    },
  );

  test('loses no more than the field that is odd', () => {
    const text = JSON.stringify({ version: 1, draft: { ...fresh, queueName: 'Callbacks', gapUnit: 'weeks', offered: 7, setsQueue: 'yes', passed: 'all', retries: { count: 2 }, extra: 1 } });
    expect(readDraft(text, fresh)).toEqual({ found: 'draft', draft: { ...fresh, queueName: 'Callbacks' } });
  });

  test('takes fields that are missing as fresh', () => {
    expect(readDraft('{"version":1,"draft":{"callerName":"Us"}}', fresh).draft).toEqual({ ...fresh, callerName: 'Us' });
  });

  test('never throws, whatever was written there', () => {
    fc.assert(fc.property(fc.json(), (json) => {
      expect(Object.keys(readDraft(`{"version":1,"draft":${json}}`, fresh).draft)).toEqual(Object.keys(fresh));
    }));
  });
});
