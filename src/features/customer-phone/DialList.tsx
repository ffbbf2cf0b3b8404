import { Phone } from 'lucide-react';
import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { NumberText } from '../../ui/TimeText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './DialList.module.css';
import { Fold } from './Fold.tsx';
import { NumberForm } from './NumberForm.tsx';
import type { Destination } from './phone-snapshot.ts';

interface DialListProps {
  readonly destinations: readonly Destination[];
  readonly dialTyped: (number: string) => void;
  readonly country: string;
}

/** The center's numbers, one press each, and a field for any other. */
export function DialList({ destinations, dialTyped, country }: DialListProps) {
  const t = useText();
  return (
    <section className={styles['list']} aria-label={t('phone.dial.title')}>
      {destinations.length > 0 && (
        <ul className={styles['rows']}>
          {destinations.map((destination) => <DialRow key={destination.number} destination={destination} />)}
        </ul>
      )}
      <Fold title={t('phone.dial.other')} open={destinations.length === 0}>
        <div className={styles['other']}>
          <NumberForm label={t('phone.dial.label')} action={t('phone.dial.callShort')} kind="good" country={country} onNumber={dialTyped} />
        </div>
      </Fold>
    </section>
  );
}

function DialRow({ destination: { number, description, dial } }: { readonly destination: Destination }) {
  const t = useText();
  const { shown, spoken } = numberWords(number, t);
  return (
    <li>
      <button type="button" className={styles['row']} onClick={dial}>
        <span className={styles['what']}>
          <VisuallyHidden>{t('phone.dial.callShort')} </VisuallyHidden>
          {description !== null && <span className={styles['description']}>{description}</span>}
          <NumberText spoken={spoken}>{shown}</NumberText>
        </span>
        <span className={styles['handset']} aria-hidden><Phone size={20} /></span>
      </button>
    </li>
  );
}
