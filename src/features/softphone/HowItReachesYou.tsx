import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './HowItReachesYou.module.css';

const steps = ['how1', 'how2', 'how3', 'how4'] as const;

/** Beside an idle phone: what will happen, so that nobody speaks too soon the first time. */
export function HowItReachesYou() {
  const t = useText();
  return (
    <Card title={t('softphone.context.how')}>
      <p className={styles['intro']}>{t('softphone.context.howIntro')}</p>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step} className={styles['step']}>{t(`softphone.context.${step}`)}</li>
        ))}
      </ol>
    </Card>
  );
}
