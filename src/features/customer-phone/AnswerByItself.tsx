import { useId } from 'react';
import { useText } from '../../text/use-text.ts';
import type { Say } from '../../text/use-text.ts';
import styles from './AnswerByItself.module.css';
import { answeringWays } from './answering.ts';
import { Fold } from './Fold.tsx';
import type { AnsweringSnapshot } from './use-customer-phone.ts';

/** For whoever plays the customer with half an eye: what the phone does by itself when it is called. */
export function AnswerByItself({ answering }: { readonly answering: AnsweringSnapshot }) {
  const t = useText();
  const name = useId();
  return (
    <Fold title={t('phone.behave.title')} current={currentWay(answering, t)} className={styles['box']}>
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

/** What holds now. A story's phones may answer sooner or later than the choice here, so the delay is left out. */
function currentWay({ way, word }: AnsweringSnapshot, t: Say): string {
  if (way === null) return t('phone.behave.otherwise', { word });
  return t(way === 'answers' ? 'phone.behave.answersNow' : `phone.behave.${way}`);
}
