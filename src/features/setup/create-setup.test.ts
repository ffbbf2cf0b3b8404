import { expect, test } from 'vitest';
import { setupBench } from '../../app/setup-bench.ts';
import { demoInstance } from '../../demo/demo-instance.ts';
import type { Reply, TabCommand } from '../../protocol/envelope.ts';
import { createText } from '../../text/create-text.ts';
import { createSetup } from './create-setup.ts';
import { freshDraft } from './draft.ts';
import { existingSetups } from './existing.ts';

const { t } = createText();
const instance = demoInstance();
const draft = {
  ...freshDraft(instance, t),
  queueName: 'Callbacks', callerNumber: '+18005550199', profileId: instance.routingProfiles[0]?.id ?? '', flowName: 'Line with callback', number: '+18005550177',
};

/** A center that has this instance and answers so. */
function center(reply: Reply | Error) {
  const sent: TabCommand[] = [];
  return {
    sent,
    query: () => Promise.resolve(instance),
    send: (command: TabCommand) => {
      sent.push(command);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
  };
}

test('a callback is set up in one command, all of it or nothing', async () => {
  const asked = center({ ok: true, seq: 7 });
  const created = await createSetup(draft, asked, setupBench, t);
  expect(asked.sent).toEqual([{ type: 'instance.configure', instance: expect.objectContaining({ id: instance.id }) }]);
  expect(created.ok && existingSetups(created.instance).map(({ inbound }) => inbound.id)).toEqual(created.ok && [created.made]);
});

test('a refusal of the center is told in its own sentence', async () => {
  expect(await createSetup(draft, center({ ok: false, code: 'NOT_ALLOWED', detail: {} }), setupBench, t)).toEqual({ ok: false, sentence: t('rejections.NOT_ALLOWED') });
});

test('a connection that breaks is told, and nothing is thrown', async () => {
  expect(await createSetup(draft, center(new Error('gone')), setupBench, t)).toEqual({ ok: false, sentence: 'The contact center could not be asked. Try again; everything is kept.' });
});

test('what is gone since it was chosen is told with its step, and no command is sent', async () => {
  const asked = center({ ok: true, seq: 7 });
  const created = await createSetup({ ...draft, profileId: 'gone' }, asked, setupBench, t);
  expect(created).toMatchObject({ ok: false, sentence: expect.stringContaining('The routing profile no longer exists.') });
  expect(asked.sent).toEqual([]);
});

test('a flow that would not run is told with its faults', async () => {
  const bench = { ...setupBench, readFlow: () => ({ ok: false, faults: ['It leads nowhere.'] }) as const };
  expect(await createSetup(draft, center({ ok: true, seq: 7 }), bench, t)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^The flow “.*” would not run: It leads nowhere\.$/) });
});
