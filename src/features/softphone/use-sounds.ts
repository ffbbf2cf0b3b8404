import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Sounds, SoundState } from '../../devices/audio.ts';
import { createRinger, sceneOf } from '../../devices/ringer.ts';
import type { RingerView } from '../../devices/ringer.ts';
import type { Speech } from '../../devices/speech.ts';
import { usePrefs } from '../../store/prefs-context.tsx';

/** Whether this tab may sound yet; follows the browser. */
export function useSoundState(sounds: Sounds): SoundState {
  return useSyncExternalStore(sounds.subscribe, sounds.state, sounds.state);
}

/** Brings what is heard in line with what is shown, for as long as the page stands. */
export function useRinging(sounds: Sounds, view: Omit<RingerView, 'rings'>, isMaster: boolean): void {
  const { soundOn, volumePercent } = usePrefs();
  const show = useMemo(() => createRinger(sounds), [sounds]);
  const { offer, contact, country } = view;
  useEffect(() => {
    sounds.setVolume(volumePercent);
  }, [sounds, volumePercent]);
  useEffect(() => {
    show(sceneOf({ offer, contact, country, rings: isMaster && soundOn }));
  }, [show, offer, contact, country, isMaster, soundOn]);
  useEffect(() => () => {
    sounds.loop(null);
  }, [sounds]);
}

/** Says the message to the agent while it plays, where the browser has a voice and the person wants it. */
export function useSpokenMessage(speech: Speech, text: string | null, isMaster: boolean): void {
  const { soundOn, speechOn } = usePrefs();
  const said = isMaster && soundOn && speechOn ? text : null;
  useEffect(() => {
    speech.say(said);
    return () => {
      speech.say(null);
    };
  }, [speech, said]);
}
