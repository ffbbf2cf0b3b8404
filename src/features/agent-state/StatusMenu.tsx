import { useCallback, useRef } from 'react';
import { ChevronDown } from 'lucide-react';
import type { AgentView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { statusCommand } from '../../store/commands.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { isoDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { StateDot } from '../../ui/Badge.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TimeText } from '../../ui/TimeText.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { statusSnapshot } from './status-snapshot.ts';
import styles from './StatusMenu.module.css';

interface StatusMenuProps {
  readonly agent: AgentView;
  /** A pick is a click: the moment at which a browser lets sound start. */
  readonly onPick: () => void;
}

/** The agent's status with its time, and the list to pick another. */
export function StatusMenu({ agent, onPick }: StatusMenuProps) {
  const t = useText();
  const nowMs = useEngineNow();
  const send = useSend();
  const busy = usePending(`agent:${agent.id}`) !== null;
  const root = useRef<HTMLDivElement>(null);
  useShortcut('s', useCallback(() => root.current?.querySelector('button')?.click(), []));
  const status = statusSnapshot(agent, nowMs, t);
  const items = status.choices.map((choice) => ({
    id: choice.id,
    label: choice.name,
    note: choice.note,
    icon: <StateDot tone={choice.tone} hollow={choice.hollow} />,
    checked: choice.chosen,
    onSelect: () => {
      onPick();
      void send(statusCommand(agent.id, choice.id));
    },
  }));
  return (
    <div ref={root} className={styles['root']}>
      <Menu
        label={status.listTitle}
        buttonClassName={styles['button']}
        groups={[{ id: 'statuses', label: status.listTitle, items }]}
        button={
          <span className={styles['line']} aria-busy={busy || undefined}>
            <StateDot onBar tone={status.tone} hollow={status.hollow} />
            <span className={styles['words']}>
              <span className={styles['name']}><VisuallyHidden>{t('softphone.header.status')} </VisuallyHidden>{status.name}</span>
              <span className={styles['detail']}>
                <TimeText dateTime={isoDuration(nowMs - status.sinceMs)}>{status.time}</TimeText>
                {status.next !== null && ` · ${status.next}`}
              </span>
            </span>
            <ChevronDown size={16} aria-hidden />
          </span>
        }
      />
    </div>
  );
}
