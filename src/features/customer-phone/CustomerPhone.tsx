import { Smartphone } from 'lucide-react';
import type { Sounds } from '../../devices/audio.ts';
import type { Speech } from '../../devices/speech.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AnswerByItself } from './AnswerByItself.tsx';
import styles from './CustomerPhone.module.css';
import { PhoneDevice } from './PhoneDevice.tsx';
import { useCustomerPhone } from './use-customer-phone.ts';
import { useRing } from './use-ring.ts';

interface CustomerPhoneProps {
  /** In E.164. */
  readonly number: string;
  /** The voice that reads captions aloud; null where the browser has none. */
  readonly speech: Speech | null;
  readonly sounds: Sounds;
}

/** A customer's phone, joined to the center. */
export function CustomerPhone({ number, speech, sounds }: CustomerPhoneProps) {
  useRing(sounds, number);
  const model = useCustomerPhone(number);
  const t = useText();
  if (model === null) {
    return (
      <output className={styles['waiting']}>
        <EmptyState icon={<Smartphone size={40} />} title={t('phone.noService')} />
      </output>
    );
  }
  return (
    <div className={styles['stand']}>
      <PhoneDevice snapshot={model.snapshot} zone={model.zone} country={model.country} speech={model.isHeard ? speech : null} />
      <AnswerByItself answering={model.answering} />
    </div>
  );
}
