import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { ArrowLeft, CircleAlert, Info, List, Map as MapIcon } from 'lucide-react';
import { problemOf } from '../../api/problem.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ActionList } from './ActionList.tsx';
import { ActionPanel } from './ActionPanel.tsx';
import { coverageOf } from './coverage.ts';
import type { CoverageKind } from './CoverageBar.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import styles from './FlowMap.module.css';
import { marksOf } from './marks.ts';
import { PathBar } from './PathBar.tsx';
import { SaveBar } from './SaveBar.tsx';
import { scenarioCountsOf } from './scenario-coverage.ts';
import type { FlowDraft } from './use-flow-map.ts';
import { useFlowMap } from './use-flow-map.ts';
import { usePath } from './use-path.ts';

const MapCanvas = lazy(() => import('./MapCanvas.tsx').then((module) => ({ default: module.MapCanvas })));

/** How the page's address has it; null: nothing is said, and the screen decides. */
export interface FlowMapAsked {
  readonly view: 'map' | 'list' | null;
  readonly actionId: string | null;
  readonly contactId: string | null;
  readonly coverage: CoverageKind;
}

interface FlowMapProps {
  readonly flowId: string;
  readonly asked: FlowMapAsked;
  readonly flowsHref: string;
  readonly mapHref: (flowId: string) => string;
  readonly onAsk: (asked: FlowMapAsked) => void;
}

/** A flow drawn and listed: read, changed, watched while contacts go through it. */
export function FlowMap(props: FlowMapProps) {
  const t = useText();
  const toast = useToast();
  const found = useFlowMap(props.flowId, (name) => {
    toast({ kind: 'good', text: t('flowMap.edit.saved', { name }) });
  });
  const back = <a className={styles['back']} href={props.flowsHref}><ArrowLeft size={16} aria-hidden />{t('flowMap.back')}</a>;
  if (found.state === 'found') return <Found {...props} draft={found.draft} back={back} />;
  return (
    <div className={cx(styles['page'], styles['notFound'])}>
      {back}
      {found.state === 'pending' && <output className={styles['muted']}>{t('flowMap.loading')}</output>}
      {found.state === 'unreadable' && <Banner kind="bad">{t('flowMap.unreadable', { why: found.why })}</Banner>}
      {found.state === 'failed' && <Failure error={found.error} />}
    </div>
  );
}

function Failure({ error }: { readonly error: unknown }) {
  const t = useText();
  const problem = problemOf(error);
  const isGone = problem.kind === 'refused' && problem.type === 'ResourceNotFoundException';
  return <Banner kind={isGone ? 'warn' : 'bad'}>{isGone ? t('flowMap.gone') : problemSentence(problem, t)}</Banner>;
}

function Found({ flowId, asked, mapHref, onAsk, draft, back }: FlowMapProps & { readonly draft: FlowDraft; readonly back: ReactNode }) {
  const t = useText();
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const isWide = useMedia('(width >= 900px)');
  const { map, flow } = draft;
  const path = usePath({ flowId, map, flowNames: draft.flowNames, moduleNames: draft.moduleNames, chosenId: asked.contactId, zone });
  const scenarios = useMemo(() => scenarioCountsOf(flowId), [flowId]);
  const coverage = useMemo(() => {
    const counts = asked.coverage === 'session' ? path.counts : asked.coverage === 'scenarios' ? scenarios?.counts : undefined;
    return counts === undefined ? null : coverageOf(draft.findings.Steps, counts);
  }, [asked.coverage, path.counts, scenarios, draft.findings]);
  const view = asked.view ?? (isWide ? 'map' : 'list');
  const selected = asked.actionId === null ? undefined : map.byId.get(asked.actionId);
  const whole = useRef<HTMLDivElement>(null);
  const select = useCallback((actionId: string | null) => {
    onAsk({ ...asked, actionId });
  }, [asked, onAsk]);
  const close = (): void => {
    const from = asked.actionId;
    select(null);
    // Back to where the panel was opened from, once it is gone.
    queueMicrotask(() => {
      if (from !== null) whole.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(from)}"]`)?.focus();
    });
  };
  const leave = (): void => whole.current?.querySelector<HTMLElement>('[data-view="list"]')?.focus();
  useAskBeforeLeaving(draft.isChanged);
  const stopping = draft.findings.Faults.filter(({ Stops }) => Stops).length;
  const noted = draft.findings.Faults.length - stopping;
  const pathBar = (
    <PathBar found={path} chosenId={asked.contactId} zone={zone} mapHref={mapHref} onChoose={(contactId) => {
      onAsk({ ...asked, contactId });
    }} onSelect={select} />
  );
  return (
    <div ref={whole} className={cx(styles['page'], selected !== undefined && styles['withPanel'])}>
      <header className={styles['head']}>
        {back}
        <div className={styles['line']}>
          <h1 className={styles['title']}>{flow.Name}</h1>
          <Badge>{t(`flows.types.${flow.Type}`)}</Badge>
          <fieldset className={styles['views']} aria-label={t('flowMap.view.label')}>
            {(['map', 'list'] as const).map((each) => (
              <button key={each} type="button" data-view={each} className={styles['view']} aria-pressed={view === each} onClick={() => {
                onAsk({ ...asked, view: each });
              }}>
                {each === 'map' ? <MapIcon size={16} aria-hidden /> : <List size={16} aria-hidden />}{t(`flowMap.view.${each}`)}
              </button>
            ))}
          </fieldset>
        </div>
        <p className={styles['summary']}>
          <span>{t('flowMap.summary', { actions: map.actions.length, branches: map.branchCount })}</span>
          {stopping > 0 && <span className={styles['bad']}><CircleAlert size={14} aria-hidden />{t('flowMap.summaryFaults', { count: stopping })}</span>}
          {noted > 0 && <span className={styles['warn']}><Info size={14} aria-hidden />{t('flowMap.summaryNotes', { count: noted })}</span>}
        </p>
        {map.faults.map((fault) => <Banner key={`${fault.Code} ${fault.Place}`} kind={fault.Stops ? 'bad' : 'warn'}>{fault.Sentence} {fault.Remedy}</Banner>)}
      </header>
      <SaveBar draft={draft} />
      <div className={styles['main']}>
        {view === 'list' && pathBar}
        {view === 'list' ? <ActionList map={map} path={path.path} coverage={coverage} selectedId={selected?.id ?? null} onSelect={select} /> : (
          <>
            <p className={styles['keys']}>{t('flowMap.keys')}</p>
            <Suspense fallback={<output className={styles['muted']}>{t('flowMap.loading')}</output>}>
              <MapCanvas
                name={flow.Name} map={map} file={draft.file} path={path.path} isFollowing={path.contactId !== null} coverage={coverage} selectedId={selected?.id ?? null}
                onSelect={select} onLeave={leave}
              />
            </Suspense>
          </>
        )}
        {view === 'map' && pathBar}
      </div>
      <div className={styles['side']}>
        {selected === undefined ? <p className={styles['none']}>{t('flowMap.action.none')}</p> : (
          <ActionPanel key={selected.id} action={selected} marks={marksOf(selected, path.path, coverage)} draft={draft} mapHref={mapHref} onJump={select} onClose={close} />
        )}
        <CoverageBar kind={asked.coverage} coverage={coverage} scenarios={scenarios?.scenarios ?? 0} onKind={(kind) => {
          onAsk({ ...asked, coverage: kind });
        }} />
      </div>
    </div>
  );
}

/** The browser asks before a page with unsaved changes is left; links of this page load anew, so it asks for them too. */
function useAskBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isChanged]);
}
