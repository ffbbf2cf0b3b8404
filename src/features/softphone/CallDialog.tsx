import { useState } from 'react';
import { Phone } from 'lucide-react';
import type { AgentView } from '../../protocol/views.ts';
import { usePending, useSend } from '../../store/center-context.tsx';
import { callOutCommand } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, focusedFirst } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './CallDialog.module.css';

interface CallDialogProps {
  readonly agent: AgentView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A number to call, as it is written or pasted; what is wrong with it is said by the center. */
export function CallDialog({ agent, open, onClose }: CallDialogProps) {
  const t = useText();
  return (
    <Dialog open={open} title={t('softphone.call.title')} closeLabel={t('common.close')} onClose={onClose}>
      <CallForm agent={agent} onClose={onClose} />
    </Dialog>
  );
}

function CallForm({ agent, onClose }: Omit<CallDialogProps, 'open'>) {
  const t = useText();
  const send = useSend();
  const country = useLive(selectCenter)?.country ?? 'US';
  const busy = usePending(`agent:${agent.id}`) === 'agent.dial';
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const call = async (): Promise<void> => {
    const reply = await send(callOutCommand(agent.id, typed), 'quietly');
    if (reply.ok) onClose();
    else setFault(refusalSentence(reply, t));
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void call();
      }}
    >
      <Field label={t('softphone.call.label')} hint={t('softphone.call.hint', { country: countryName(country) })} error={fault}>
        {(control) => (
          <input
            {...control}
            ref={focusedFirst}
            type="tel"
            autoComplete="off"
            dir="ltr"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <Button submit wide size="large" kind="good" busy={busy} icon={<Phone size={20} aria-hidden />}>{t('softphone.call.go')}</Button>
    </form>
  );
}

/** The country in words; its letters where the browser has none for it. */
const countryName = (country: string): string => new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country) ?? country;
