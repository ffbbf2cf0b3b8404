import { useId } from 'react';
import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { groupTyped } from '../../text/number-entry.ts';
import { Field } from '../../ui/Field.tsx';
import type { FieldControl } from '../../ui/Field.tsx';
import { cx } from '../../ui/class-names.ts';
import type { Draft, FieldName } from './draft.ts';
import { anchorOf } from './form.ts';
import type { SetupForm } from './form.ts';
import styles from './SetupField.module.css';

/** The fields that hold what was typed. */
type TypedField = { [F in FieldName]: Draft[F] extends string ? F : never }[FieldName];

interface SetupFieldProps {
  readonly form: SetupForm;
  readonly field: FieldName;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (control: FieldControl & { readonly name: string; readonly onBlur: () => void }) => ReactNode;
}

/** A field of the setup: beside hint and error it may carry a warning, which stops nobody. */
export function SetupField({ form, field, label, hint, children }: SetupFieldProps) {
  const warningId = useId();
  const warning = form.warningOf(field);
  return (
    <div id={anchorOf(field)} className={styles['field']}>
      <Field label={label} hint={hint} error={form.errorOf(field)}>
        {(control) => children({
          ...control,
          'aria-describedby': [control['aria-describedby'], warning === undefined ? undefined : warningId].filter((id) => id !== undefined).join(' ') || undefined,
          name: field,
          onBlur: () => form.leave(field),
        })}
      </Field>
      <Warning id={warningId} text={warning} />
    </div>
  );
}

/** A remark that is told when it appears. */
export function Warning({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return (
    <div aria-live="polite">
      {text !== undefined && (
        <p id={id} className={styles['warning']}>
          <TriangleAlert size={16} aria-hidden />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}

interface TypedProps {
  readonly form: SetupForm;
  readonly field: TypedField;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** A line of text. */
export function TextField({ form, field, label, hint }: TypedProps) {
  return (
    <SetupField form={form} field={field} label={label} hint={hint}>
      {(control) => <input {...control} autoComplete="off" value={form.draft[field]} onChange={(event) => form.change({ [field]: event.target.value })} />}
    </SetupField>
  );
}

/** A sentence that will be spoken. */
export function SpokenField({ form, field, label, hint }: TypedProps) {
  return (
    <SetupField form={form} field={field} label={label} hint={hint}>
      {(control) => <textarea {...control} className={cx(control.className, styles['spoken'])} rows={2} value={form.draft[field]} onChange={(event) => form.change({ [field]: event.target.value })} />}
    </SetupField>
  );
}

/** A whole number; `wide` where its unit stands beside it. */
export function WholeField({ form, field, label, hint, wide = false }: TypedProps & { readonly wide?: boolean }) {
  return (
    <SetupField form={form} field={field} label={label} hint={hint}>
      {(control) => <input {...control} className={cx(control.className, styles['whole'], wide && styles['wide'])} inputMode="numeric" autoComplete="off" value={form.draft[field]} onChange={(event) => form.change({ [field]: event.target.value })} />}
    </SetupField>
  );
}

/** A telephone number, grouped as people of the country write it once it is left. */
export function PhoneField({ form, field, label, hint }: TypedProps) {
  return (
    <SetupField form={form} field={field} label={label} hint={hint}>
      {(control) => (
        <input {...control} type="tel" inputMode="tel" dir="ltr" autoComplete="off" value={form.draft[field]}
          onChange={(event) => form.change({ [field]: event.target.value })}
          onBlur={() => {
            form.change({ [field]: groupTyped(form.draft[field], form.instance.country) });
            control.onBlur();
          }}
        />
      )}
    </SetupField>
  );
}

interface SelectFieldProps extends TypedProps {
  /** What stands there before anything is chosen; without it there is always a choice. */
  readonly choose?: string | undefined;
  /** What the label means where it is read without its surroundings; it begins with the label. */
  readonly spokenLabel?: string | undefined;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

/** A choice from a list. */
export function SelectField({ form, field, label, hint, choose, spokenLabel, options }: SelectFieldProps) {
  return (
    <SetupField form={form} field={field} label={label} hint={hint}>
      {(control) => (
        <select {...control} aria-label={spokenLabel} value={form.draft[field]} onChange={(event) => form.change({ [field]: event.target.value })}>
          {choose !== undefined && <option value="">{choose}</option>}
          {options.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}
        </select>
      )}
    </SetupField>
  );
}
