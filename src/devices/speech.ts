/** A voice of the browser. Captions are shown whether or not there is one. */
export interface Speech {
  /** Says a text in place of whatever is being said; an empty text or null only stops. */
  readonly say: (text: string | null) => void;
}

/** `synthesis` is the browser's, undefined where there is none; `volumePercent` is asked at each sentence. */
export function createSpeech(
  synthesis: SpeechSynthesis | undefined,
  makeUtterance: (text: string) => SpeechSynthesisUtterance,
  volumePercent: () => number,
): Speech {
  return {
    say: (text) => {
      if (synthesis === undefined) return;
      synthesis.cancel();
      const volume = volumePercent() / 100;
      if (text === null || text.trim() === '' || volume === 0) return;
      const utterance = makeUtterance(text);
      utterance.volume = volume;
      utterance.lang = 'en-US';
      synthesis.speak(utterance);
    },
  };
}
