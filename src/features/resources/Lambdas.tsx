import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { useHttp } from '../../api/http-context.tsx';
import { lambdasQuery, removeLambdaMutation } from '../../api/resources.ts';
import type { LambdaMockAnswer } from '../../protocol/http-resources.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { LambdaEditor } from './LambdaEditor.tsx';
import { LambdaRow } from './LambdaRow.tsx';
import { nameInArn } from './lambda-form.ts';
import type { LambdaDraft } from './lambda-form.ts';
import { nameOfReference, OpenReferences } from './OpenReferences.tsx';
import { PageTabs } from './PageTabs.tsx';
import { Removal } from './Removal.tsx';
import styles from './Resources.module.css';
import { useFocusAfter } from './use-focus-after.ts';

interface LambdasProps {
  readonly hrefOfFlow: (flowId: string) => string;
}

/** What Lambda functions answer when flows ask them. */
export function Lambdas({ hrefOfFlow }: LambdasProps) {
  const t = useText();
  const found = useQuery(lambdasQuery(useHttp()));
  const [draft, setDraft] = useState<LambdaDraft | null>(null);
  const [leaving, setLeaving] = useState<LambdaMockAnswer | null>(null);
  const { place, gone } = useFocusAfter<HTMLHeadingElement>();
  const mocks = found.data?.Lambdas ?? [];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <PageTabs current="lambdas" />
        <h1 ref={place} className={styles['title']} tabIndex={-1}>{t('lambdas.title')}</h1>
        <p className={styles['intro']}>{t('lambdas.intro')}</p>
      </header>
      {found.isError && <Banner kind="bad" actions={<Button size="small" onClick={() => void found.refetch()}>{t('common.retry')}</Button>}>{problemSentence(problemOf(found.error), t)}</Banner>}
      {found.isPending && <output className={styles['muted']}>{t('lambdas.loading')}</output>}
      {found.data !== undefined && (
        <div className={styles['body']}>
          <OpenReferences title={t('lambdas.open.title')} hint={t('lambdas.open.hint')} references={found.data.Open} hrefOfFlow={hrefOfFlow} renderActions={(reference) => {
            const name = nameOfReference(reference);
            return <Button kind="primary" aria-label={t('lambdas.open.defineLong', { name })} onClick={() => setDraft({ of: 'new', arn: reference.Reference, name: reference.DisplayName ?? nameInArn(reference.Reference) })}>{t('lambdas.open.define')}</Button>;
          }} />
          <div className={styles['actions']}>
            <Button icon={<Plus size={18} aria-hidden />} onClick={() => setDraft({ of: 'new', arn: '', name: '' })}>{t('lambdas.add')}</Button>
          </div>
          {mocks.length === 0 ? <EmptyState icon={<Zap size={40} />} title={t('lambdas.none.title')}><p>{t('lambdas.none.text')}</p></EmptyState> : (
            <section aria-label={t('lambdas.list')}>
              <h2 className={styles['count']}>{t('lambdas.count', { count: mocks.length })}</h2>
              <ul className={styles['list']}>
                {mocks.toSorted((a, b) => a.Name.localeCompare(b.Name, 'en') || (a.Arn < b.Arn ? -1 : 1)).map((mock) => (
                  <LambdaRow key={mock.Arn} mock={mock} hrefOfFlow={hrefOfFlow} onEdit={() => setDraft({ of: 'mock', mock })} onRemove={() => setLeaving(mock)} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
      {draft !== null && <LambdaEditor draft={draft} taken={mocks.map(({ Arn }) => Arn).filter((arn) => draft.of === 'new' || arn !== draft.mock.Arn)} onClose={() => setDraft(null)} />}
      {leaving !== null && <LambdaRemoval mock={leaving} hrefOfFlow={hrefOfFlow} onClose={() => setLeaving(null)} onRemoved={gone} />}
    </div>
  );
}

interface LambdaRemovalProps extends LambdasProps {
  readonly mock: LambdaMockAnswer;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function LambdaRemoval({ mock, hrefOfFlow, onClose, onRemoved }: LambdaRemovalProps) {
  const t = useText();
  const toast = useToast();
  const removing = useMutation(removeLambdaMutation(useHttp()));
  const remove = async (): Promise<void> => {
    if ((await removing.mutateAsync(mock.Arn).catch(() => null)) === null) return;
    toast({ kind: 'good', text: t('lambdas.remove.done', { name: mock.Name }) });
    onClose();
    onRemoved();
  };
  return (
    <Removal
      title={t('lambdas.remove.title', { name: mock.Name })}
      uses={mock.UsedIn}
      consequence={t('lambdas.remove.used')}
      unused={t('lambdas.remove.unused')}
      keep={t('lambdas.remove.keep')}
      remove={t('lambdas.remove.do')}
      busy={removing.isPending}
      error={removing.error}
      hrefOfFlow={hrefOfFlow}
      onClose={onClose}
      onRemove={() => void remove()}
    />
  );
}
