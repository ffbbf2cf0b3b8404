import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { asE164, looksLikeE164 } from '../core/e164.ts';
import { createEngine } from '../engine.ts';
import type { PhoneNumberRules } from '../ports.ts';
import { dialableNumber } from './dial.ts';

type Asked = Parameters<PhoneNumberRules['parse']>;

/** A center whose numbering plan takes every text as this number, and notes what it was asked. */
function noting(asked: Asked[], dialable = true): CenterDriver {
  const instance = baseRig({ country: 'DE', dialableCountries: ['DE'] });
  const center = new CenterDriver(instance);
  const phoneNumbers: PhoneNumberRules = {
    ...plainNumbers,
    parse: (...given) => {
      asked.push(given);
      return { ok: true, e164: asE164('+4930123456') };
    },
    isDialable: () => dialable,
  };
  center.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance, phoneNumbers });
  return center;
}

describe('a number that an agent enters (spec §7)', () => {
  test('is read as international from its plus on, else as one of the country, spaces around it aside', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9 ()-]{1,12}$/), fc.boolean(), fc.stringMatching(/^ {0,3}$/), (digits, plus, space) => {
      const asked: Asked[] = [];
      const center = noting(asked);
      const text = plus ? `+${digits.trim()}` : digits.trim();
      expect(dialableNumber(center.center, `${space}${text}${space}`)).toEqual({ ok: true, value: '+4930123456' });
      expect(asked).toEqual([[text, plus ? 'E164' : 'Local', 'DE']]);
    }));
  });

  test('is refused as none, or as one that is not called, before anything is dialed', () => {
    expect(dialableNumber(new CenterDriver().center, '12')).toEqual({ ok: false, refusal: { code: 'INVALID_NUMBER' } });
    expect(dialableNumber(noting([], false).center, '030 123456')).toEqual({ ok: false, refusal: { code: 'NOT_DIALABLE' } });
  });
});

describe('keys as a number', () => {
  const flow = aFlow('entry', 'CONTACT_FLOW', [
    { Identifier: 'ask', Type: 'GetParticipantInput', Parameters: { StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, Transitions: { NextAction: 'set', Errors: [{ ErrorType: 'InvalidPhoneNumber', NextAction: 'invalid' }, { ErrorType: 'NoMatchingError', NextAction: 'invalid' }] } },
    { Identifier: 'set', Type: 'UpdateContactCallbackNumber', Parameters: { CallbackNumber: '$.StoredCustomerInput' }, Transitions: { NextAction: 'done', Errors: [{ ErrorType: 'InvalidCallbackNumber', NextAction: 'invalid' }, { ErrorType: 'CallbackNumberNotDialable', NextAction: 'undialable' }] } },
    ...['done', 'invalid', 'undialable'].map((Identifier) => ({ Identifier, Type: 'Wait', Parameters: { TimeLimitSeconds: '600' } })),
  ]);
  const rig = baseRig();
  const instance = { ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) };

  test('end in a number to call back in international form, or in the branch for what is none, whatever is pressed', () => {
    fc.assert(fc.property(fc.oneof(fc.stringMatching(/^[0-9*#]{1,24}$/), fc.stringMatching(/^[2-9]\d{9}#$/)), (keys) => {
      const center = new CenterDriver(instance).customer(JOHN).dials().customer(JOHN).presses(keys).wait(10);
      const [contact] = [...center.center.contacts.values()];
      const [run] = [...center.center.flowRuns.values()];
      const number = contact?.callbackNumber ?? null;
      expect(number !== null).toBe(run?.actionId === 'done');
      expect(number === null || (looksLikeE164(number) && number === contact?.storedInput)).toBe(true);
      expect(['done', 'invalid']).toContain(run?.actionId);
    }), { numRuns: 200 });
  });
});
