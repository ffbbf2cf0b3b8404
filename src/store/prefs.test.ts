import { expect, test } from 'vitest';
import { browserStorage, createPrefsStore, defaultPrefs, memoryStorage, parsePrefs } from './prefs.ts';

test('what is chosen is there after a reload', () => {
  const storage = memoryStorage();
  createPrefsStore(storage).setState({ theme: 'dark', volumePercent: 20 });
  expect(createPrefsStore(storage).getState()).toEqual({ ...defaultPrefs, theme: 'dark', volumePercent: 20 });
});

test.each([[null], [''], ['{'], ['null'], ['[]'], ['"x"'], ['{"theme":"pink","volumePercent":1e9,"soundOn":"no"}']])(
  'what cannot be read takes its default: %s',
  (text) => {
    expect(parsePrefs(text)).toEqual(defaultPrefs);
  },
);

test('one odd field does not cost the others', () => {
  expect(parsePrefs('{"version":9,"theme":"light","volumePercent":-4,"soundOn":false}')).toEqual({
    ...defaultPrefs, theme: 'light', soundOn: false,
  });
});

test('a browser that denies storage works and forgets', () => {
  const denied = browserStorage(() => {
    throw new Error('denied');
  });
  const store = createPrefsStore(denied);
  store.setState({ soundOn: false });
  expect(store.getState().soundOn).toBe(false);
  expect(denied.read('x')).toBeNull();
});
