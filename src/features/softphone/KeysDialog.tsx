import { useText } from '../../text/use-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './KeysDialog.module.css';

const keys = [
  ['A', 'accept'], ['R', 'reject'], ['M', 'mute'], ['H', 'hold'], ['X', 'transfer'], ['E', 'end'], ['D', 'clear'], ['S', 'state'], ['?', 'list'],
] as const;

/** Every combination, and what it does. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog open={open} title={t('softphone.keys.title')} closeLabel={t('common.close')} onClose={onClose}>
      <p className={styles['intro']}>{t('softphone.keys.intro')}</p>
      <dl className={styles['keys']}>
        {keys.map(([key, does]) => (
          <div key={key} className={styles['row']}>
            <dt className={styles['combination']}><kbd>Ctrl</kbd><kbd>Shift</kbd><kbd>{key}</kbd></dt>
            <dd>{t(`softphone.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
