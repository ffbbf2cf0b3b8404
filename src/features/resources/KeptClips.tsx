import type { ClipFacts } from '../../store/clips.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { secondsWord, sizeWords } from './prompt-words.ts';
import styles from './Resources.module.css';
import type { KeptClips as Kept } from './use-clips-kept.ts';

interface KeptClipsProps {
  readonly unused: readonly ClipFacts[];
  readonly onGive: (clip: ClipFacts) => void;
  readonly onRemove: (clip: ClipFacts) => void;
}

/** Recordings that no prompt names: nothing that was uploaded is lost with a fresh start. */
export function KeptClips({ unused, onGive, onRemove }: KeptClipsProps) {
  const t = useText();
  if (unused.length === 0) return null;
  return (
    <Card title={t('prompts.kept.title')}>
      <p className={styles['muted']}>{t('prompts.kept.hint')}</p>
      <ul>
        {unused.map((clip) => (
          <li key={clip.id} className={styles['openRow']}>
            <div className={styles['line']}>
              <span className={styles['name']}>{clip.fileName}</span>
              <span className={styles['muted']}>{t('prompts.seconds', { seconds: secondsWord(clip.durationMs) })}</span>
              <span className={styles['muted']}>{t('prompts.recordingLine', { format: clip.format, size: sizeWords(clip.bytes, t) })}</span>
            </div>
            <div className={styles['actions']}>
              <Button size="small" aria-label={t('prompts.kept.useLong', { name: clip.fileName })} onClick={() => onGive(clip)}>{t('prompts.kept.use')}</Button>
              <Button size="small" aria-label={t('prompts.kept.removeLong', { name: clip.fileName })} onClick={() => onRemove(clip)}>{t('prompts.kept.remove')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How much room the recordings take. */
export function RoomLine({ kept: { list, room } }: { readonly kept: Kept }) {
  const t = useText();
  if (list === null) return <p className={styles['muted']}>{t('prompts.room.unknown')}</p>;
  const bytes = list.reduce((sum, clip) => sum + clip.bytes, 0);
  return (
    <p className={styles['muted']}>
      {t('prompts.room.used', { count: list.length, size: sizeWords(bytes, t) })}
      {room !== null && ` ${t('prompts.room.most', { used: sizeWords(room.used, t), most: sizeWords(room.most, t) })}`}
    </p>
  );
}
