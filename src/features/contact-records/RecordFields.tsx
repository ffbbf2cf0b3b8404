import { formatDuration, isoDuration } from '../../text/format.ts';
import { maskedNumber, numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import type { RecordField } from './fields.ts';
import { sectionsOf } from './fields.ts';
import styles from './RecordFields.module.css';
import { asShown } from './record-files.ts';
import type { RecordView } from './timeline.ts';

/** Every field of a record by section: the word, Amazon's name, the value. */
export function RecordFields({ record, numbersShown }: { readonly record: RecordView; readonly numbersShown: boolean }) {
  const t = useText();
  const attributes = Object.entries(asShown(record, numbersShown).Attributes);
  return (
    <>
      {sectionsOf(record, t).map(({ id, fields }) => (
        <Card key={id} title={t(`records.sections.${id}`)} level={3}>
          <dl className={styles['fields']}>
            {fields.map((field) => (
              <div key={field.path} className={styles['field']} data-field={field.path}>
                <dt>
                  {field.label}
                  <code className={styles['path']}>{field.path}</code>
                </dt>
                <dd><FieldValue field={field} numbersShown={numbersShown} /></dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
      <Card title={t('records.sections.attributes')} level={3}>
        {attributes.length === 0 ? (
          <p className={styles['absent']}>{t('records.noAttributes')}</p>
        ) : (
          <dl className={styles['fields']}>
            {attributes.map(([name, value]) => (
              <div key={name} className={styles['field']}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
    </>
  );
}

function FieldValue({ field, numbersShown }: { readonly field: RecordField; readonly numbersShown: boolean }) {
  const t = useText();
  const { kind, value } = field;
  if (value === null) return <span className={styles['absent']}>{t('common.notAvailable')}</span>;
  switch (kind) {
    case 'instant':
      return <TimeText dateTime={value}>{value}</TimeText>;
    case 'seconds': {
      const ms = Number(value) * 1000;
      return <TimeText dateTime={isoDuration(ms)}>{value} s ({formatDuration(ms)})</TimeText>;
    }
    case 'number': {
      const words = numberWords(numbersShown ? value : maskedNumber(value), t);
      return <NumberText spoken={words.spoken}>{words.shown}</NumberText>;
    }
    case 'text':
      return <span className={styles['text']}>{value}</span>;
  }
}
