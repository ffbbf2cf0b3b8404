import { useState } from 'react';
import { Coffee, Headphones, Moon, Phone } from 'lucide-react';
import type { AgentView, StatusView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { statusCommand } from '../../store/commands.ts';
import type { Say } from '../../text/use-text.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import { toneClass } from '../../ui/tone-class.ts';
import { CallDialog } from './CallDialog.tsx';
import styles from './IdleCard.module.css';

const icons = { ROUTABLE: Headphones, CUSTOM: Coffee, OFFLINE: Moon } as const;
const tones = { ROUTABLE: 'ready', CUSTOM: 'late', OFFLINE: 'away' } as const;

interface IdleCardProps {
  readonly agent: AgentView;
  /** Going available is a click: the moment at which a browser lets sound start. */
  readonly onPick: () => void;
}

/** Nothing rings: what the status means, how many wait, and the way to be available. */
export function IdleCard({ agent, onPick }: IdleCardProps) {
  const t = useText();
  const send = useSend();
  const busy = usePending(`agent:${agent.id}`) !== null;
  const Icon = icons[agent.status.type];
  const words = idleWords(agent.status, t);
  const [calling, setCalling] = useState(false);
  const mayCall = agent.can.includes('dial');
  const routable = agent.statuses.find((status) => status.type === 'ROUTABLE');
  const goAvailable = agent.status.type === 'ROUTABLE' || routable === undefined ? undefined : () => {
    onPick();
    void send(statusCommand(agent.id, routable.id));
  };
  return (
    <div className={cx(styles['card'], toneClass(tones[agent.status.type]))}>
      <div className={styles['words']}>
        <div className={styles['icon']} aria-hidden><Icon size={32} strokeWidth={1.75} /></div>
        <h2 className={styles['title']}>{words.title}</h2>
        <p className={styles['means']}>{words.means}</p>
        {goAvailable && (
          <Button kind="primary" size="large" busy={busy} onClick={goAvailable} className={styles['go']}>
            {t('softphone.idle.goAvailable', { name: routable?.name ?? '' })}
          </Button>
        )}
        {mayCall && (
          <Button kind="quiet" icon={<Phone size={18} aria-hidden />} onClick={() => { setCalling(true); }}>{t('softphone.idle.call')}</Button>
        )}
        <CallDialog agent={agent} open={calling && mayCall} onClose={() => { setCalling(false); }} />
      </div>
      <dl className={styles['counts']} aria-label={t('softphone.idle.waitingLabel')}>
        <Count value={agent.waiting.inQueue} label={t('softphone.idle.waiting')} />
        <Count value={agent.waiting.scheduled} label={t('softphone.idle.scheduled')} />
      </dl>
      <p className={styles['profile']}>{t('softphone.idle.profile', { name: agent.routingProfile })}</p>
    </div>
  );
}

function Count({ value, label }: { readonly value: number; readonly label: string }) {
  return (
    <div className={styles['count']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>{value}</dd>
    </div>
  );
}

function idleWords(status: StatusView, t: Say): { readonly title: string; readonly means: string } {
  switch (status.type) {
    case 'ROUTABLE':
      return { title: t('softphone.idle.availableTitle'), means: t('softphone.idle.available') };
    case 'CUSTOM':
      return { title: t('softphone.idle.customTitle'), means: t('softphone.idle.custom', { name: status.name }) };
    case 'OFFLINE':
      return { title: t('softphone.idle.offlineTitle'), means: t('softphone.idle.offline') };
  }
}
