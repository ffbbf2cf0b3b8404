import type { FlowReferenceFinding } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './FlowImport.module.css';
import type { ResourceHrefs } from './use-import.ts';

interface ReferenceChoicesProps {
  readonly references: readonly FlowReferenceFinding[];
  /** Things that come with the import, by kind and name. */
  readonly newNames: ReadonlySet<string>;
  readonly hrefs: ResourceHrefs;
  readonly onChoose: (reference: string, id: string) => void;
}

/** What the file refers to, each with a choice of what it stands for here. */
export function ReferenceChoices({ references, newNames, hrefs, onChoose }: ReferenceChoicesProps) {
  const t = useText();
  if (references.length === 0) return null;
  return (
    <fieldset className={styles['references']}>
      <legend className={styles['legend']}>{t('flows.import.references')}</legend>
      <p className={styles['hint']}>{t('flows.import.referencesHint')}</p>
      {references.map((reference) => {
        const label = `${t(`flows.import.kinds.${reference.Kind}`)}: ${reference.DisplayName ?? reference.Reference}`;
        const usedBy = t('flows.import.usedBy', { count: reference.UsedBy.length });
        const href = reference.ResolvedTo === null ? hrefs[reference.Kind] : undefined;
        const make = href !== undefined && (
          <a href={href} target="_blank" rel="noreferrer" title={t('app.welcome.newTab')}>{t(`flows.import.make.${reference.Kind === 'lambda' ? 'lambda' : 'prompt'}`)}</a>
        );
        if (reference.Candidates.length === 0) {
          return (
            <div key={`${reference.Kind} ${reference.Reference}`} className={styles['noCandidate']}>
              <p className={styles['label']}>{label}</p>
              <p className={styles['hint']}>{usedBy}. {t('flows.import.noCandidate')} {make}</p>
            </div>
          );
        }
        return (
          <Field key={`${reference.Kind} ${reference.Reference}`} label={label} hint={make === false ? usedBy : <>{usedBy}. {make}</>} className={styles['reference']}>
            {(control) => (
              <select {...control} value={reference.ResolvedTo?.Id ?? ''} title={reference.Reference} onChange={(event) => {
                onChoose(reference.Reference, event.target.value);
              }}>
                {reference.ResolvedTo === null && <option value="">{t('flows.import.chooseThing')}</option>}
                {reference.Candidates.map((candidate) => (
                  <option key={candidate.Id} value={candidate.Id}>{newNames.has(`${reference.Kind} ${candidate.Name}`) ? t('flows.import.inImport', { name: candidate.Name }) : candidate.Name}</option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}
