import { BookOpen, ExternalLink, Square } from 'lucide-react';
import { formatClock } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import controls from './controls.module.css';
import { Section } from './Section.tsx';
import type { StoryRole, StorySnapshot } from './story-snapshot.ts';
import styles from './StorySection.module.css';

const players = ['script', 'person'] as const;

/** A story played live by the script, with any of its roles to be taken over. */
export function StorySection({ story, zone }: { readonly story: StorySnapshot; readonly zone: string }) {
  const t = useText();
  const isPlaying = story.state === 'playing';
  return (
    <Section title={t('lab.story.title')}>
      <p>{t(isPlaying ? 'lab.story.playing' : 'lab.story.about', { name: story.name })}</p>
      {story.state === 'done' && <p className={controls['note']}>{t('lab.story.done')}</p>}
      {isPlaying && <p className={styles['step']} aria-live="polite">{nextWords(story, zone, t)}</p>}
      {isPlaying && story.roles.length > 0 && (
        <ul className={styles['roles']} aria-label={t('lab.story.roles')}>
          {story.roles.map((role) => <Role key={`${role.kind} ${role.name}`} role={role} />)}
        </ul>
      )}
      <div className={controls['line']}>
        {story.stop
          ? <Button icon={<Square size={16} aria-hidden />} onClick={story.stop}>{t('lab.story.stop')}</Button>
          : <Button kind="primary" icon={<BookOpen size={18} aria-hidden />} onClick={story.play}>{t(story.state === 'done' ? 'lab.story.playAgain' : 'lab.story.play')}</Button>}
      </div>
      {!isPlaying && <p className={controls['note']}>{t('lab.story.loses')}</p>}
    </Section>
  );
}

function Role({ role }: { readonly role: StoryRole }) {
  const t = useText();
  return (
    <li className={styles['role']}>
      <span className={styles['person']}>
        <span className={styles['name']}>{role.name}</span>
        <span className={controls['note']}>{t(`lab.story.${role.kind}`)}</span>
      </span>
      <fieldset className={controls['segments']} aria-label={t('lab.story.playedBy', { name: role.name })}>
        {players.map((player) => (
          <button key={player} type="button" className={controls['segment']} aria-pressed={role.by === player} onClick={() => role.setBy(player)}>
            {t(`lab.story.by.${player}`)}
          </button>
        ))}
      </fieldset>
      {role.href !== null && (
        <a className={styles['open']} href={role.href} target="_blank" rel="noreferrer">
          <ExternalLink size={18} aria-hidden />
          <VisuallyHidden>{t('lab.story.openRole', { name: role.name })} {t('lab.roles.newTab')}</VisuallyHidden>
        </a>
      )}
    </li>
  );
}

function nextWords(story: StorySnapshot, zone: string, t: ReturnType<typeof useText>): string {
  if (story.nextStep === null) return t('lab.story.noNext');
  if (story.nextStepAtMs === null) return t('lab.story.nextNoTime', { step: story.nextStep });
  return t('lab.story.next', { time: formatClock(story.nextStepAtMs, zone, 'seconds'), step: story.nextStep });
}
