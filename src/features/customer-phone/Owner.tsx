import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { NumberText } from '../../ui/TimeText.tsx';
import { initials } from './initials.ts';
import styles from './Owner.module.css';
import type { PhoneSnapshot } from './phone-snapshot.ts';

/** Whose phone this is. */
export function Owner({ snapshot }: { readonly snapshot: PhoneSnapshot }) {
  const t = useText();
  const { shown, spoken } = numberWords(snapshot.number, t);
  return (
    <div className={styles['owner']}>
      <span className={styles['portrait']} aria-hidden>{initials(snapshot.name)}</span>
      <div>
        <h1 className={styles['name']}>{snapshot.name ?? t('phone.unnamed')}</h1>
        <p className={styles['number']}><NumberText spoken={spoken}>{shown}</NumberText></p>
      </div>
    </div>
  );
}
