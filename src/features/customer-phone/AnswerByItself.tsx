import { useId } from 'react';
import { useText } from '../../text/use-text.ts';
import styles from './AnswerByItself.module.css';
import { answeringWays } from './answering.ts';
import { Fold } from './Fold.tsx';
import type { AnsweringSnapshot } from './use-customer-phone.ts';

/** For whoever plays the customer with half an eye: what the phone does by itself when it is called. */
export function AnswerByItself({ answering }: { readonly answering: AnsweringSnapshot }) {
  const t = useText();
  const name = useId();
  const current = answering.way === null ? t('phone.behave.otherwise', { word: answering.word }) : t(`phone.behave.${answering.way}`);
  return (
    <Fold title={t('phone.behave.title')} current={current} className={styles['box']}>
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>{t('phone.behave.legend')}</legend>
        {answeringWays.map((way) => (
          <label key={way} className={styles['choice']}>
            <input type="radio" name={name} checked={answering.way === way} onChange={() => answering.choose(way)} />
            {t(`phone.behave.${way}`)}
          </label>
        ))}
      </fieldset>
    </Fold>
  );
}
