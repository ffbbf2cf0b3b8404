import { useState } from 'react';
import type { ReactNode } from 'react';
import { groupTyped, readNumber } from '../../text/number-entry.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { ButtonKind } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './NumberForm.module.css';

interface NumberFormProps {
  readonly label: string;
  readonly action: string;
  readonly icon?: ReactNode;
  readonly kind?: ButtonKind;
  /** Whose way of dialing is understood: ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Gets the number in E.164. */
  readonly onNumber: (number: string) => void;
}

/** A field for a telephone number that says what is wrong with what was typed or pasted, once it is to be used. */
export function NumberForm({ label, action, icon, kind = 'primary', country, onNumber }: NumberFormProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const entry = readNumber(typed, country);
  const error = refused && !entry.ok ? t(`phone.fault.${entry.fault}`) : undefined;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!entry.ok);
        if (entry.ok) onNumber(entry.number);
      }}
    >
      <Field label={label} hint={t('phone.numberHint')} error={error} className={styles['field']}>
        {(control) => (
          <input
            {...control}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => setTyped(groupTyped(typed, country))}
          />
        )}
      </Field>
      <Button submit kind={kind} icon={icon}>{action}</Button>
    </form>
  );
}
