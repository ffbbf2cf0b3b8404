import { describe, expect, test } from 'vitest';
import type { PromptAnswer } from '../../protocol/http-resources.ts';
import { faultsIn, fieldsOf, formOf, requestOf } from './prompt-form.ts';
import type { PromptDraft } from './prompt-form.ts';

const prompt: PromptAnswer = { Id: 'p', Arn: 'a', Name: 'Greeting', Text: 'Good day.', Plain: 'Good day.', Kind: 'speech', DurationMs: 1000, IsPaced: true, UsedIn: [], Recording: null };
const of = (change: Partial<PromptAnswer>): PromptDraft => ({ of: 'prompt', prompt: { ...prompt, ...change } });
const sound = { ClipId: 'c', FileName: 'f.wav', Format: 'WAV', Bytes: 9 } as const;

describe('the form of a prompt', () => {
  test('is that of what it is; music without sound has but its length', () => {
    expect([of({}), of({ Recording: sound }), of({ Kind: 'silence' }), of({ Kind: 'music' }), { of: 'text', name: '', reference: null } as const].map(formOf)).toEqual(['text', 'recording', 'silence', 'silence', 'text']);
  });

  test('shows a text’s length only where somebody has set one', () => {
    expect([fieldsOf(of({})).seconds, fieldsOf(of({ IsPaced: false, DurationMs: 10_500 })).seconds]).toEqual(['', '10.5']);
  });
});

describe('what is typed', () => {
  const fields = { name: 'A', text: 'Hi', seconds: '', isMusic: false };

  test('needs a name of its own, words to say, and a length that can be', () => {
    expect(faultsIn('text', { ...fields, name: ' ', text: '  ', seconds: '0' }, [])).toEqual({ name: 'nameMissing', text: 'textMissing', seconds: 'secondsWrong' });
    expect(faultsIn('text', fields, ['a'])).toEqual({ name: 'nameTaken' });
    expect(faultsIn('text', fields, [])).toEqual({});
    expect(faultsIn('silence', fields, [])).toEqual({ seconds: 'secondsWrong' });
    expect(faultsIn('recording', { ...fields, text: '' }, [])).toEqual({});
  });

  test('is saved as the prompt it was, or a new one for whoever asks', () => {
    expect(requestOf(of({ Recording: sound, DurationMs: 1234 }), { ...fields, text: '', isMusic: true })).toEqual({ Id: 'p', Name: 'A', Text: '', Kind: 'music', DurationMs: 1234, Recording: sound });
    expect(requestOf({ of: 'text', name: '', reference: 'arn' }, fields)).toEqual({ Name: 'A', Text: 'Hi', Kind: 'speech', DurationMs: null, Recording: null, Reference: 'arn' });
    expect(requestOf({ of: 'silence', name: '', reference: null }, { ...fields, text: '', seconds: '1.5' })).toMatchObject({ Kind: 'silence', DurationMs: 1500 });
    expect(requestOf(of({ Kind: 'music', DurationMs: 9000 }), { ...fields, seconds: '3', isMusic: true })).toMatchObject({ Kind: 'music', DurationMs: 3000 });
  });
});
