import { Volume1, Volume2, VolumeX } from 'lucide-react';
import type { Sounds, SoundState } from '../../devices/audio.ts';
import { usePrefs, useSetPrefs } from '../../store/prefs-context.tsx';
import type { Prefs } from '../../store/prefs.ts';
import { useText } from '../../text/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import styles from './HeaderMenu.module.css';
import { levelOf, levels } from './sound-levels.ts';

/** Whether and how loud this tab sounds. Choosing a level plays it, and is the click a locked browser waits for. */
export function SoundMenu({ sounds, state }: { readonly sounds: Sounds; readonly state: SoundState }) {
  const t = useText();
  const prefs = usePrefs();
  const setPrefs = useSetPrefs();
  const chosen = levelOf(prefs);
  const silent = chosen === 'off' || state !== 'ready';
  const Icon = silent ? VolumeX : chosen === 'loud' ? Volume2 : Volume1;
  const set = (change: Partial<Prefs>): void => {
    setPrefs(change);
    sounds.unlock();
    if (change.soundOn === false) return;
    if (change.volumePercent !== undefined) sounds.setVolume(change.volumePercent);
    sounds.cue('test');
  };
  return (
    <Menu
      align="end"
      label={t('softphone.header.sound')}
      buttonLabel={silent ? t('softphone.sound.nowOff') : t('softphone.sound.nowOn')}
      buttonClassName={styles['button']}
      button={<Icon size={20} aria-hidden />}
      groups={[
        {
          id: 'volume',
          label: t('softphone.sound.volume'),
          items: levels.map(({ id, prefs }) => ({
            id, label: t(`softphone.sound.${id}`), checked: chosen === id, onSelect: () => { set(prefs); },
          })),
        },
        {
          id: 'speech',
          label: t('softphone.sound.speech'),
          items: [
            { id: 'spoken', label: t('softphone.sound.spoken'), checked: prefs.speechOn, onSelect: () => { setPrefs({ speechOn: true }); } },
            { id: 'shown', label: t('softphone.sound.shown'), checked: !prefs.speechOn, onSelect: () => { setPrefs({ speechOn: false }); } },
          ],
        },
      ]}
    />
  );
}
