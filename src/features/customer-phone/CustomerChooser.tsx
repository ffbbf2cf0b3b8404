import { ChevronRight, Smartphone } from 'lucide-react';
import type { CenterView } from '../../protocol/views.ts';
import { selectCenter } from '../../store/selectors.ts';
import { useLive } from '../../store/live-context.tsx';
import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { NumberText } from '../../ui/TimeText.tsx';
import styles from './CustomerChooser.module.css';
import { initials } from './initials.ts';
import { NumberForm } from './NumberForm.tsx';

interface CustomerChooserProps {
  /** Called with a number in E.164; the page goes to that phone. */
  readonly onChoose: (number: string) => void;
}

/** Whose phone shall this page be: a customer of the demo, or any number. */
export function CustomerChooser({ onChoose }: CustomerChooserProps) {
  const t = useText();
  const center = useLive(selectCenter);
  const customers = center?.customers ?? [];
  return (
    <section className={styles['chooser']} aria-labelledby="whose-phone">
      <header className={styles['head']}>
        <span className={styles['icon']} aria-hidden><Smartphone size={28} /></span>
        <h1 id="whose-phone" className={styles['title']}>{t('phone.choose.title')}</h1>
        <p className={styles['lead']}>{t('phone.choose.lead')}</p>
      </header>
      {customers.length > 0 && (
        <ul className={styles['customers']} aria-label={t('phone.choose.known')}>
          {customers.map((customer) => <Customer key={customer.number} customer={customer} onChoose={onChoose} />)}
        </ul>
      )}
      <NumberForm label={t('phone.choose.other')} action={t('phone.choose.open')} country={center?.country ?? 'US'} onNumber={onChoose} />
    </section>
  );
}

function Customer({ customer: { number, name }, onChoose }: CustomerChooserProps & { readonly customer: CenterView['customers'][number] }) {
  const t = useText();
  const { shown, spoken } = numberWords(number, t);
  return (
    <li>
      <button type="button" className={styles['customer']} onClick={() => onChoose(number)}>
        <span className={styles['portrait']} aria-hidden>{initials(name)}</span>
        <span className={styles['who']}>
          <span className={styles['name']}>{name}</span>
          <NumberText spoken={spoken}>{shown}</NumberText>
        </span>
        <ChevronRight size={18} aria-hidden />
      </button>
    </li>
  );
}
