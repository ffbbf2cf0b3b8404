import { useEffect, useRef } from 'react';
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, Pause, Play, Radio } from 'lucide-react';
import { useEngineNow } from '../../store/engine-time.ts';
import { formatDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/class-names.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { contactWords } from './path-snapshot.ts';
import type { PathStep } from './path-snapshot.ts';
import styles from './PathBar.module.css';
import type { Path } from './use-path.ts';

interface PathBarProps {
  readonly found: Path;
  /** The contact chosen; null follows the newest. */
  readonly chosenId: string | null;
  readonly zone: string;
  readonly mapHref: (flowId: string) => string;
  readonly onChoose: (contactId: string | null) => void;
  readonly onSelect: (actionId: string) => void;
}

/** Which contact is on the map, followed live or replayed step by step. */
export function PathBar({ found, chosenId, zone, mapHref, onChoose, onSelect }: PathBarProps) {
  const t = useText();
  const { contacts, path, isLive, isPlaying, isOver, goTo, follow } = found;
  if (contacts.length === 0) return <Card title={t('flowMap.path.title')}><p className={styles['muted']}>{t('flowMap.path.none')}</p></Card>;
  const last = (path?.steps.length ?? 0) - 1;
  const cursor = path?.cursor ?? -1;
  const current = path?.steps[cursor];
  return (
    <Card title={t('flowMap.path.title')} className={styles['card']}>
      <div className={styles['top']}>
        <Field label={t('flowMap.path.choose')} className={styles['choice']}>
          {(control) => (
            <select {...control} value={chosenId ?? ''} onChange={(event) => {
              onChoose(event.target.value === '' ? null : event.target.value);
            }}>
              <option value="">{t('flowMap.path.newest')}</option>
              {contacts.map((contact) => <option key={contact.ContactId} value={contact.ContactId}>{contactWords(contact, zone, t)}</option>)}
            </select>
          )}
        </Field>
        {path !== null && last >= 0 && (
          <div className={styles['replay']}>
            <div className={styles['buttons']}>
              <IconButton label={t('flowMap.path.first')} icon={<ChevronFirst size={18} aria-hidden />} disabled={cursor === 0} onClick={() => {
                goTo(0);
              }} />
              <IconButton label={t('flowMap.path.previous')} icon={<ChevronLeft size={18} aria-hidden />} disabled={cursor === 0} onClick={() => {
                goTo(cursor - 1);
              }} />
              <input
                type="range" className={styles['slider']} aria-label={t('flowMap.path.scrubber')} min={0} max={last} step={1} value={cursor}
                aria-valuetext={`${t('flowMap.path.position', { at: cursor + 1, count: last + 1 })}: ${current?.title ?? ''}`}
                onChange={(event) => {
                  goTo(Number(event.target.value));
                }}
              />
              <IconButton label={t(isPlaying ? 'flowMap.path.pause' : 'flowMap.path.play')} icon={isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />} disabled={last < 1} onClick={() => {
                found.play(!isPlaying);
              }} />
              <IconButton label={t('flowMap.path.next')} icon={<ChevronRight size={18} aria-hidden />} disabled={cursor === last} onClick={() => {
                goTo(cursor + 1);
              }} />
              <IconButton label={t('flowMap.path.last')} icon={<ChevronLast size={18} aria-hidden />} disabled={cursor === last} onClick={() => {
                goTo(last);
              }} />
            </div>
            <p className={styles['muted']}>{t('flowMap.path.position', { at: cursor + 1, count: last + 1 })}</p>
          </div>
        )}
        {isLive
          ? <p className={styles['live']}><Radio size={16} aria-hidden />{t(isOver ? 'flowMap.path.over' : 'flowMap.path.following')}</p>
          : <Button size="small" icon={<Radio size={16} aria-hidden />} onClick={follow}>{t('flowMap.path.follow')}</Button>}
      </div>
      <Announcer text={current === undefined ? '' : t('flowMap.path.now', { title: current.title })} />
      {path !== null && (
        <>
          {path.dropped > 0 && <p className={styles['muted']}>{t('flowMap.path.dropped', { count: path.dropped })}</p>}
          <Steps steps={path.steps} cursor={cursor} mapHref={mapHref} goTo={goTo} onSelect={onSelect} />
        </>
      )}
    </Card>
  );
}

/** What happened at a step; the time goes on where the contact still is. */
function Notes({ step }: { readonly step: PathStep }) {
  if (step.hereSinceMs !== null) return <span className={styles['notes']}>{step.notes.map((note) => `${note} · `).join('')}<Since fromMs={step.hereSinceMs} /></span>;
  return step.notes.length === 0 ? null : <span className={styles['notes']}>{step.notes.join(' · ')}</span>;
}

function Since({ fromMs }: { readonly fromMs: number }) {
  const t = useText();
  const nowMs = useEngineNow(1000);
  return <span aria-live="off">{t('flowMap.path.since', { span: formatDuration(nowMs - fromMs) })}</span>;
}

interface StepsProps {
  readonly steps: readonly PathStep[];
  readonly cursor: number;
  readonly mapHref: (flowId: string) => string;
  readonly goTo: (step: number) => void;
  readonly onSelect: (actionId: string) => void;
}

/** The way as a list: when, where, what was keyed, for how long. */
function Steps({ steps, cursor, mapHref, goTo, onSelect }: StepsProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const at = list.current?.children[cursor];
    const box = list.current;
    // Within the list only: the page stays where the person has it.
    if (box !== null && at instanceof HTMLElement) box.scrollTop = Math.max(0, at.offsetTop - box.offsetTop - box.clientHeight / 2);
  }, [cursor]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <ol ref={list} className={styles['steps']} aria-label={t('flowMap.path.steps')} tabIndex={0}>
      {steps.map((step) => (
        <li key={step.index} className={cx(styles['step'], step.index === cursor && styles['current'], step.index > cursor && styles['ahead'])} aria-current={step.index === cursor ? 'step' : undefined}>
          <time className={styles['time']}>{step.at}</time>
          {step.elsewhere === null ? (
            <button type="button" className={styles['name']} onClick={() => {
              goTo(step.index);
              onSelect(step.actionId);
            }}>{step.title}</button>
          ) : (
            <span>
              {step.title}{' '}
              {step.elsewhere.flowId === null ? t('flowMap.path.module', { module: step.elsewhere.name }) : <a href={mapHref(step.elsewhere.flowId)}>{t('flowMap.path.elsewhere', { flow: step.elsewhere.name })}</a>}
            </span>
          )}
          <Notes step={step} />
        </li>
      ))}
    </ol>
  );
}
