import { Unplug, Wifi } from 'lucide-react';
import type { LinkState } from '../../backends/contact-center.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectLink } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import type { Say } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import styles from './HeaderMenu.module.css';

/** How this tab is joined to the contact center; trouble has its own sentence elsewhere, here it has its sign. */
export function LinkGlyph() {
  const t = useText();
  const link = useLive(selectLink);
  const words = linkWords(link, t);
  const Icon = link.state === 'ready' ? Wifi : Unplug;
  return (
    <span role="img" aria-label={words} title={words} className={cx(styles['glyph'], link.state !== 'ready' && styles['warn'])}>
      <Icon size={18} aria-hidden />
    </span>
  );
}

/** The connection's state as a sentence. */
export function linkWords(link: LinkState, t: Say): string {
  switch (link.state) {
    case 'connecting':
      return t('common.link.connecting');
    case 'ready':
      return t(`common.link.ready.${link.transport}`);
    case 'refused':
      return t(`common.link.refused.${link.why}`, { detail: link.detail });
    case 'otherBuild':
      return t(`common.link.otherBuild.${link.newer}`);
    case 'journalCorrupt':
      return t('common.link.journalCorrupt', { detail: link.detail });
    case 'failed':
      return t('common.link.failed', { detail: link.detail });
  }
}
