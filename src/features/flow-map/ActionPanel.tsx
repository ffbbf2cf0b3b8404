import { useEffect, useRef } from 'react';
import { CircleAlert, CornerDownRight, Info, X } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ActionEditor } from './ActionEditor.tsx';
import { ActionIcon } from './ActionIcon.tsx';
import styles from './ActionPanel.module.css';
import { CallbackWhatIf } from './CallbackWhatIf.tsx';
import { doesWords } from './does-words.ts';
import { editsOf } from './edits.ts';
import { draftOf, fieldsOf } from './fields.ts';
import type { ActionSnapshot } from './map-snapshot.ts';
import type { ActionMarks } from './marks.ts';
import { visitWords } from './marks.ts';
import { parameterRows } from './parameter-rows.ts';
import { QueueMessages } from './QueueMessages.tsx';
import type { FlowDraft } from './use-flow-map.ts';

interface ActionPanelProps {
  readonly action: ActionSnapshot;
  readonly marks: ActionMarks;
  readonly draft: FlowDraft;
  readonly mapHref: (flowId: string) => string;
  readonly onJump: (actionId: string) => void;
  readonly onClose: () => void;
}

/** One action in words: what it does, its parameters and those that can be changed, where it leads. Takes the focus when it opens: another action is another panel. */
export function ActionPanel({ action, marks, draft, mapHref, onJump, onClose }: ActionPanelProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const step = draft.findings.Steps.find(({ Id }) => Id === action.id);
  const parameters = draft.file.parameters.get(action.id);
  const fields = step === undefined ? [] : fieldsOf(step, parameters, t);
  const rows = parameterRows(parameters, draft.findings);
  const valueOf = (name: string): string => {
    const field = fields.find(({ path }) => path.at(-1) === name);
    return field === undefined ? '' : draftOf(field, parameters, editsOf(draft.drafts));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the panel from anywhere in it
    <section
      className={styles['panel']} aria-label={t('flowMap.action.region', { number: action.number, title: action.title })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles['head']}>
        <span className={styles['icon']} aria-hidden><ActionIcon type={action.type} size={20} /></span>
        <div>
          <p className={styles['muted']}>{t('flowMap.action.number', { number: action.number, count: draft.map.actions.length })}</p>
          <h2 ref={heading} tabIndex={-1} className={styles['title']}>{action.title}</h2>
        </div>
        <IconButton label={t('flowMap.action.close')} icon={<X size={18} aria-hidden />} onClick={onClose} />
      </header>
      <p>{doesWords(action.type, t)}</p>
      {!action.canRun && <p className={styles['warn']}>{t('flowMap.action.unable', { because: action.because ?? '' })}</p>}
      {action.faults.length > 0 && (
        <ul className={styles['faults']} aria-label={t('flowMap.action.faults')}>
          {action.faults.map((fault) => (
            <li key={`${fault.Code} ${fault.Place}`} className={cx(styles['fault'], fault.Stops && styles['bad'])}>
              {fault.Stops ? <CircleAlert size={16} aria-hidden /> : <Info size={16} aria-hidden />}
              <span>{fault.Sentence} <span className={styles['muted']}>{fault.Remedy}</span></span>
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && <ActionEditor fields={fields} parameters={parameters} draft={draft} />}
      {action.type === 'CreateCallbackContact' && (
        <>
          <QueueMessages queueRef={valueOf('QueueId')} draft={draft} mapHref={mapHref} />
          <CallbackWhatIf draft={draft} queueRef={valueOf('QueueId')} delay={valueOf('InitialCallDelaySeconds')} attempts={valueOf('MaximumConnectionAttempts')} gap={valueOf('RetryDelaySeconds')} />
        </>
      )}
      <section className={styles['part']} aria-labelledby="action-ways">
        <h3 id="action-ways" className={styles['legend']}>{t('flowMap.action.ways')}</h3>
        {action.rows.length === 0 ? <p className={styles['muted']}>{t('flowMap.action.noWays')}</p> : (
          <ul className={styles['ways']}>
            {action.rows.map((row, at) => (
              <li key={row.branches[0]} className={styles['way']}>
                <span>{t('flowMap.action.on', { on: row.words })} <VisitNote visits={marks.rows[at]?.visits ?? null} /></span>
                <Jump words={row.to ?? row.toId} isThere={row.to !== null} onJump={() => {
                  onJump(row.toId);
                }} />
              </li>
            ))}
          </ul>
        )}
        <h3 className={styles['legend']}>{t('flowMap.action.from')}</h3>
        <ul className={styles['ways']}>
          {action.isStart && <li>{t('flowMap.action.fromStart')}</li>}
          {!action.isStart && action.fromIds.length === 0 && <li className={styles['muted']}>{t('flowMap.action.fromNothing')}</li>}
          {action.fromIds.map((id) => {
            const from = draft.map.byId.get(id);
            return from === undefined ? null : <li key={id}><Jump words={`${from.number}. ${from.title}`} isThere onJump={() => {
              onJump(id);
            }} /></li>;
          })}
        </ul>
      </section>
      <details className={styles['part']}>
        <summary className={styles['summary']}>{t('flowMap.action.parameters')}</summary>
        <dl className={styles['parameters']}>
          <dt>{t('flowMap.action.type')}</dt>
          <dd><code>{action.type}</code></dd>
          <dt>{t('flowMap.action.identifier')}</dt>
          <dd><code>{action.id}</code></dd>
          {rows.map(({ place, value, standsFor }) => (
            <div key={place} className={styles['parameter']}>
              <dt>{place}</dt>
              <dd>
                {value}
                {standsFor !== null && standsFor.flowId === null && standsFor.name !== value && <span className={styles['muted']}> → {standsFor.name}</span>}
                {standsFor !== null && standsFor.flowId !== null && <> → <a href={mapHref(standsFor.flowId)}>{standsFor.name}</a></>}
              </dd>
            </div>
          ))}
        </dl>
        {rows.length === 0 && <p className={styles['muted']}>{t('flowMap.action.noParameters')}</p>}
      </details>
    </section>
  );
}

function VisitNote({ visits }: { readonly visits: number | null }) {
  const t = useText();
  const words = visitWords(visits, t);
  return words === null ? null : <span className={styles['visits']}>{words}</span>;
}

function Jump({ words, isThere, onJump }: { readonly words: string; readonly isThere: boolean; readonly onJump: () => void }) {
  return isThere
    ? <button type="button" className={styles['jump']} onClick={onJump}><CornerDownRight size={14} aria-hidden />{words}</button>
    : <span className={styles['warn']}>{words}</span>;
}
