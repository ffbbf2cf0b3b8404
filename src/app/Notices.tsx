import { useState } from 'react';
import type { NoticeView } from '../protocol/views.ts';
import { useLive } from '../store/live-context.tsx';
import { selectNotices } from '../store/selectors.ts';
import { formatSpan } from '../text/format.ts';
import { useText } from '../text/use-text.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

const weight = {
  memoryOnly: 'info', singleTab: 'info', clockJumped: 'info', journalCorrupt: 'warn', otherBuild: 'warn', journalFull: 'bad', stopped: 'bad',
} as const satisfies Readonly<Record<NoticeView['kind'], 'info' | 'warn' | 'bad'>>;

/** What the host says to everyone, above the page. All but a stop can be put away; a new notice has a new id. */
export function Notices() {
  const t = useText();
  const notices = useLive(selectNotices);
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const shown = Object.values(notices).filter(({ id }) => !putAway.has(id));
  return shown.map(({ id, kind, amountMs }) => {
    const action = kind === 'stopped' ? (
      <Button size="small" onClick={() => {
        location.reload();
      }}>
        {t('common.reload')}
      </Button>
    ) : (
      <Button size="small" kind="quiet" onClick={() => {
        setPutAway(new Set([...putAway, id]));
      }}>
        {t('common.dismiss')}
      </Button>
    );
    return <Banner key={id} kind={weight[kind]} actions={action}>{t(`common.notice.${kind}`, { amount: formatSpan(Math.abs(amountMs ?? 0), t) })}</Banner>;
  });
}
