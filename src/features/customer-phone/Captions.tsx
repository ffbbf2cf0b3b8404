import { AudioLines, Hash, Info, Minus, Music } from 'lucide-react';
import { useMemo } from 'react';
import type { CaptionView } from '../../protocol/views.ts';
import { useText } from '../../text/use-text.ts';
import type { Say } from '../../text/use-text.ts';
import { nameCaptions } from './caption-list.ts';
import styles from './Captions.module.css';

const icons = { speech: AudioLines, music: Music, silence: Minus, keys: Hash, note: Info } as const;

/** What is heard, as text: a log that grows at its end and keeps the newest line in sight. */
export function Captions({ captions }: { readonly captions: readonly CaptionView[] }) {
  const t = useText();
  const named = useMemo(() => nameCaptions(captions), [captions]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must be reachable by keyboard.
    <div ref={keepEndInSight} className={styles['log']} role="log" aria-label={t('phone.captions.title')} tabIndex={0}>
      {named.length === 0 && <p className={styles['sound']}>{t('phone.captions.none')}</p>}
      {named.map(({ key, caption }, at) => <CaptionLine key={key} caption={caption} newest={at === named.length - 1} />)}
    </div>
  );
}

interface CaptionLineProps {
  readonly caption: CaptionView;
  readonly newest: boolean;
}

function CaptionLine({ caption, newest }: CaptionLineProps) {
  const t = useText();
  const ref = newest ? keepInSight : null;
  if (caption.kind === 'speech' && caption.text !== '') return <p ref={ref} className={styles['speech']}>{caption.text}</p>;
  const Icon = icons[caption.kind];
  return (
    <p ref={ref} className={styles['sound']} data-kind={caption.kind}>
      <Icon size={14} aria-hidden />
      <span>{soundWords(caption, t)}</span>
    </p>
  );
}

/** A log that shrinks, as when the keypad comes, still shows its end. */
function keepEndInSight(log: HTMLElement | null): (() => void) | undefined {
  if (log === null) return undefined;
  const sizes = new ResizeObserver(() => {
    log.scrollTop = log.scrollHeight;
  });
  sizes.observe(log);
  return () => sizes.disconnect();
}

/** Scrolls the log to its end whenever another line has become the newest. */
function keepInSight(line: HTMLElement | null): void {
  const log = line?.parentElement;
  if (log) log.scrollTop = log.scrollHeight;
}

/** What is not speech, in words: a caption of the center's where it has one. */
function soundWords({ kind, text, recorded }: CaptionView, t: Say): string {
  if (kind === 'keys') return t('phone.captions.keys', { keys: text });
  if (text !== '') return text;
  if (recorded !== undefined) return t('phone.captions.recording', { name: recorded });
  return t(kind === 'music' ? 'phone.captions.music' : 'phone.captions.silence');
}
