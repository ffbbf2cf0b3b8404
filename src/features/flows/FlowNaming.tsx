import type { ContactFlowSummary, FlowTypeName } from '../../protocol/http-flows.ts';
import { flowTypes } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './FlowImport.module.css';

interface FlowNamingProps {
  readonly name: string;
  readonly type: FlowTypeName | null;
  /** Flows invoke it: it has no type. */
  readonly isModule: boolean;
  /** Another file of the import has this name. */
  readonly isTaken: boolean;
  /** Nobody has chosen it: the name says so. */
  readonly isTypeByName: boolean;
  /** The file does not tell what the flow is for. */
  readonly mayChooseType: boolean;
  readonly existing: readonly ContactFlowSummary[];
  readonly onName: (name: string) => void;
  readonly onType: (type: FlowTypeName | null) => void;
}

/** Under what name, and as what, a flow is saved. */
export function FlowNaming({ name, type, isModule, isTaken, isTypeByName, mayChooseType, existing, onName, onType }: FlowNamingProps) {
  const t = useText();
  const same = isModule ? undefined : existing.find((flow) => flow.Name === name.trim());
  const isOther = same !== undefined && type !== null && same.ContactFlowType !== type;
  const error = name.trim() === '' ? t('flows.import.nameMissing') : isTaken ? t('flows.import.sameName') : isOther ? t('flows.import.otherType', { type: t(`flows.types.${same.ContactFlowType}`) }) : undefined;
  const hint = same !== undefined && !isOther ? t('flows.import.willReplace') : undefined;
  return (
    <div className={styles['naming']}>
      <Field label={t('flows.import.name')} error={error} hint={hint}>
        {(control) => (
          <input {...control} value={name} maxLength={127} onChange={(event) => {
            onName(event.target.value);
          }} />
        )}
      </Field>
      <Field label={t('flows.import.type')} hint={isModule ? t('flows.import.moduleHint') : mayChooseType ? t(isTypeByName ? 'flows.import.typeByName' : 'flows.import.typeHint') : undefined}>
        {(control) =>
          mayChooseType ? (
            <select {...control} value={type ?? ''} onChange={(event) => {
              onType(flowTypes.find((each) => each === event.target.value) ?? null);
            }}>
              <option value="">{t('flows.import.chooseType')}</option>
              {flowTypes.map((each) => <option key={each} value={each}>{t(`flows.types.${each}`)}</option>)}
            </select>
          ) : (
            <input {...control} readOnly value={isModule ? t('flows.import.module') : type === null ? '' : t(`flows.types.${type}`)} />
          )
        }
      </Field>
    </div>
  );
}
