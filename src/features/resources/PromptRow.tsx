import { useRef } from 'react';
import { AudioLines, EllipsisVertical, MessageSquareText, Minus, Music, Pencil, Play, Square, TriangleAlert } from 'lucide-react';
import type { PromptAnswer } from '../../protocol/http-resources.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { soundFiles } from './FileButton.tsx';
import own from './Prompts.module.css';
import { kindOf, secondsWord, sizeWords } from './prompt-words.ts';
import styles from './Resources.module.css';
import { UsedIn } from './UsedIn.tsx';

const icons = { text: MessageSquareText, recording: AudioLines, silence: Minus, music: Music } as const;

/** What can be done with a prompt. */
export interface PromptActions {
  readonly play: (prompt: PromptAnswer) => void;
  readonly stop: () => void;
  readonly edit: (prompt: PromptAnswer) => void;
  readonly remove: (prompt: PromptAnswer) => void;
  readonly record: (prompt: PromptAnswer, file: File) => void;
  readonly download: (prompt: PromptAnswer) => void;
}

interface PromptRowProps {
  readonly prompt: PromptAnswer;
  /** Its sound is not in this browser. */
  readonly isAway: boolean;
  readonly isPlaying: boolean;
  readonly mayPlay: boolean;
  readonly hrefOfFlow: (flowId: string) => string;
  readonly actions: PromptActions;
}

/** One prompt: what it is, how long, what is said, where it is used, and what can be done with it. */
export function PromptRow({ prompt, isAway, isPlaying, mayPlay, hrefOfFlow, actions }: PromptRowProps) {
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  const { Name: name, Recording: recording } = prompt;
  const kind = kindOf(prompt);
  const Icon = icons[kind];
  return (
    <li className={styles['row']}>
      <Icon size={20} className={styles['sign']} aria-hidden />
      <div className={styles['what']}>
        <div className={styles['line']}>
          <h3 className={styles['name']}>{name}</h3>
          <Badge>{t(`prompts.kinds.${kind}`)}</Badge>
          <span className={styles['muted']}>{t('prompts.seconds', { seconds: secondsWord(prompt.DurationMs) })}</span>
          {recording !== null && <span className={styles['muted']}>{t('prompts.recordingLine', { format: recording.Format, size: sizeWords(recording.Bytes, t) })}</span>}
        </div>
        {prompt.Plain !== '' && <p className={styles['said']}>{prompt.Plain}</p>}
        {prompt.Plain === '' && recording !== null && prompt.Kind === 'speech' && <p className={styles['muted']}>{t('prompts.unsaid')}</p>}
        {isAway && <p className={own['away']}><TriangleAlert size={18} aria-hidden /> {t('prompts.away')}</p>}
        <UsedIn uses={prompt.UsedIn} hrefOfFlow={hrefOfFlow} />
      </div>
      <div className={styles['rowActions']}>
        {mayPlay && (isPlaying
          ? <IconButton label={t('prompts.row.stop', { name })} icon={<Square size={18} aria-hidden />} onClick={actions.stop} />
          : <IconButton label={t('prompts.row.play', { name })} icon={<Play size={18} aria-hidden />} onClick={() => actions.play(prompt)} />)}
        <IconButton label={t('prompts.row.edit', { name })} icon={<Pencil size={18} aria-hidden />} onClick={() => actions.edit(prompt)} />
        <Menu
          label={t('prompts.row.more', { name })}
          button={<EllipsisVertical size={18} aria-hidden />}
          buttonLabel={t('prompts.row.more', { name })}
          buttonClassName={own['menuButton']}
          align="end"
          groups={[{
            id: 'all',
            items: [
              { id: 'replace', label: t(recording === null ? 'prompts.row.record' : 'prompts.row.replace'), onSelect: () => file.current?.click() },
              ...(recording === null || isAway ? [] : [{ id: 'download', label: t('prompts.row.download'), onSelect: () => actions.download(prompt) }]),
              { id: 'remove', label: t('prompts.row.remove'), onSelect: () => actions.remove(prompt) },
            ],
          }]}
        />
        <VisuallyHidden>
          <input ref={file} type="file" accept={soundFiles} tabIndex={-1} aria-hidden onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) actions.record(prompt, chosen);
          }} />
        </VisuallyHidden>
      </div>
    </li>
  );
}
