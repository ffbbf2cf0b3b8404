import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { formatDateTime } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { freshStarts, seedStartMs } from './fresh-start.ts';
import type { FreshStart } from './fresh-start.ts';
import styles from './ResetSection.module.css';

/** Starting over: asked for once more, since it cannot be undone. */
export function ResetSection({ reset }: { readonly reset: (start: FreshStart) => void }) {
  const t = useText();
  const name = useId();
  const [open, setOpen] = useState(false);
  const [start, setStart] = useState<FreshStart>('seed');
  const close = (): void => setOpen(false);
  const words: Readonly<Record<FreshStart, string>> = { now: t('lab.reset.now'), seed: t('lab.reset.seed', { date: formatDateTime(seedStartMs, 'UTC') }) };
  return (
    <div>
      <Button icon={<RotateCcw size={18} aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('lab.reset.button')}</Button>
      <Dialog
        open={open}
        title={t('lab.reset.ask')}
        closeLabel={t('common.close')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button
              kind="bad"
              onClick={() => {
                reset(start);
                close();
              }}
            >
              {t('lab.reset.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('lab.reset.loses')}</p>
        <fieldset className={styles['choices']}>
          <legend className={styles['legend']}>{t('lab.reset.startsAt')}</legend>
          {freshStarts.map((each) => (
            <label key={each} className={styles['choice']}>
              <input type="radio" name={name} checked={start === each} onChange={() => setStart(each)} />
              {words[each]}
            </label>
          ))}
        </fieldset>
      </Dialog>
    </div>
  );
}
