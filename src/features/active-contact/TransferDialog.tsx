import { useState } from 'react';
import { Phone, UserRound, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AskFor } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectDirectory } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { Dialog, focusedFirst } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { choicesFor } from './transfer-choices.ts';
import type { Choice } from './transfer-choices.ts';
import styles from './TransferDialog.module.css';

interface TransferDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAsk: (to: AskFor) => void;
}

/** Whom to ask for: a number as it is typed, colleagues and queues by name. */
export function TransferDialog({ open, onClose, onAsk }: TransferDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} title={t('softphone.transfer.title')} closeLabel={t('common.close')} onClose={onClose}>
      <Choosing onAsk={onAsk} />
    </Dialog>
  );
}

function Choosing({ onAsk }: { readonly onAsk: (to: AskFor) => void }) {
  const t = useText();
  const directory = useLive(selectDirectory);
  const [typed, setTyped] = useState('');
  const { number, agents, queues } = choicesFor(directory ?? { agents: [], queues: [] }, typed);
  const isNobody = number === null && agents.length === 0 && queues.length === 0;
  return (
    <>
      <p className={styles['intro']}>{t('softphone.transfer.intro')}</p>
      <Field label={t('softphone.transfer.find')}>
        {(control) => (
          <input
            {...control}
            ref={focusedFirst}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => { setTyped(event.target.value); }}
          />
        )}
      </Field>
      <div aria-live="polite">{isNobody && <p className={styles['nobody']}>{t('softphone.transfer.nobody')}</p>}</div>
      {number !== null && <Rows rows={[{ ...number, name: t('softphone.transfer.callNumber', { number: number.name }) }]} icon={<Phone size={18} aria-hidden />} onAsk={onAsk} />}
      <Rows label={t('softphone.transfer.agents')} rows={agents} icon={<UserRound size={18} aria-hidden />} onAsk={onAsk} />
      <Rows label={t('softphone.transfer.queues')} rows={queues} icon={<UsersRound size={18} aria-hidden />} onAsk={onAsk} />
    </>
  );
}

interface RowsProps {
  readonly label?: string;
  readonly rows: readonly Choice[];
  readonly icon: ReactNode;
  readonly onAsk: (to: AskFor) => void;
}

function Rows({ label, rows, icon, onAsk }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={label}>
      {label !== undefined && <h3 className={styles['heading']}>{label}</h3>}
      <ul className={styles['rows']}>
        {rows.map(({ id, name, to }) => (
          <li key={id}>
            <button type="button" className={styles['row']} onClick={() => { onAsk(to); }}>
              {icon}
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
