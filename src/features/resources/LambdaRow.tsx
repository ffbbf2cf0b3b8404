import { Braces, CircleX, Hourglass, Pencil, Trash2 } from 'lucide-react';
import type { LambdaMockAnswer } from '../../protocol/http-resources.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import own from './Lambdas.module.css';
import { FLOW_WAITS_MS } from './lambda-form.ts';
import { secondsWord } from './prompt-words.ts';
import styles from './Resources.module.css';
import { UsedIn } from './UsedIn.tsx';

const icons = { returns: Braces, fails: CircleX, timesOut: Hourglass } as const;

interface LambdaRowProps {
  readonly mock: LambdaMockAnswer;
  readonly hrefOfFlow: (flowId: string) => string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One function: what it does, after how long, and who asks it. */
export function LambdaRow({ mock, hrefOfFlow, onEdit, onRemove }: LambdaRowProps) {
  const t = useText();
  const { Name: name, Answer: answer, DelayMs: delayMs } = mock;
  const Icon = icons[answer.Kind];
  return (
    <li className={styles['row']}>
      <Icon size={20} className={styles['sign']} aria-hidden />
      <div className={styles['what']}>
        <div className={styles['line']}>
          <h3 className={styles['name']}>{name}</h3>
          <Badge>{t(`lambdas.kinds.${answer.Kind}`)}</Badge>
          {answer.Kind !== 'timesOut' && <span className={styles['muted']}>{delayMs === 0 ? t('lambdas.atOnce') : t('lambdas.after', { seconds: secondsWord(delayMs) })}</span>}
          {answer.Kind !== 'timesOut' && delayMs > FLOW_WAITS_MS && <span className={own['late']}>{t('lambdas.tooLate')}</span>}
        </div>
        {name !== mock.Arn && <p className={styles['muted']}>{mock.Arn}</p>}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
        {answer.Kind === 'returns' && <pre className={own['json']} tabIndex={0} role="region" aria-label={t('lambdas.form.title', { name })}>{answer.Json}</pre>}
        {answer.Kind === 'fails' && <p className={styles['said']}>{answer.Error}</p>}
        <UsedIn uses={mock.UsedIn} hrefOfFlow={hrefOfFlow} />
      </div>
      <div className={styles['rowActions']}>
        <IconButton label={t('lambdas.edit', { name })} icon={<Pencil size={18} aria-hidden />} onClick={onEdit} />
        <IconButton label={t('lambdas.removeOf', { name })} icon={<Trash2 size={18} aria-hidden />} onClick={onRemove} />
      </div>
    </li>
  );
}
