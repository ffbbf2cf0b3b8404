import { useQuery } from '@tanstack/react-query';
import { AudioLines, MessageSquarePlus, Minus, TextCursorInput } from 'lucide-react';
import { useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { useHttp } from '../../api/http-context.tsx';
import { promptsQuery } from '../../api/resources.ts';
import type { OpenReference, PromptAnswer } from '../../protocol/http-resources.ts';
import { useClips } from '../../store/clips-context.tsx';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { offerFile } from '../../ui/offer-download.ts';
import { useToast } from '../../ui/Toast.tsx';
import { FileButton } from './FileButton.tsx';
import { KeptClips, RoomLine } from './KeptClips.tsx';
import { nameOfReference, OpenReferences } from './OpenReferences.tsx';
import { PageTabs } from './PageTabs.tsx';
import type { PromptDraft } from './prompt-form.ts';
import { PromptEditor } from './PromptEditor.tsx';
import { PromptRemoval } from './PromptRemoval.tsx';
import { PromptRow } from './PromptRow.tsx';
import styles from './Resources.module.css';
import { Uploads } from './Uploads.tsx';
import { useClipsKept } from './use-clips-kept.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { usePreview } from './use-preview.ts';
import type { Ears } from './use-preview.ts';
import { useUploads } from './use-uploads.ts';

interface PromptsProps {
  readonly ears: Ears;
  readonly hrefOfFlow: (flowId: string) => string;
}

/** The prompts of the center: what they are, where they are used, and everything that can be done with them. */
export function Prompts({ ears, hrefOfFlow }: PromptsProps) {
  const t = useText();
  const found = useQuery(promptsQuery(useHttp()));
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <PageTabs current="prompts" />
        <h1 className={styles['title']}>{t('prompts.title')}</h1>
        <p className={styles['intro']}>{t('prompts.intro')}</p>
      </header>
      {found.isError && <Banner kind="bad" actions={<Button size="small" onClick={() => void found.refetch()}>{t('common.retry')}</Button>}>{problemSentence(problemOf(found.error), t)}</Banner>}
      {found.isPending && <output className={styles['muted']}>{t('prompts.loading')}</output>}
      {found.data !== undefined && <PromptBody prompts={found.data.Prompts} open={found.data.Open} ears={ears} hrefOfFlow={hrefOfFlow} />}
    </div>
  );
}

interface PromptBodyProps extends PromptsProps {
  readonly prompts: readonly PromptAnswer[];
  readonly open: readonly OpenReference[];
}

function PromptBody({ prompts, open, ears, hrefOfFlow }: PromptBodyProps) {
  const t = useText();
  const toast = useToast();
  const clips = useClips();
  const named = prompts.flatMap(({ Recording }) => (Recording === null ? [] : [Recording.ClipId]));
  const { kept, isOld, lookAgain } = useClipsKept(named);
  const names = prompts.map(({ Name }) => Name);
  const uploads = useUploads(names, lookAgain);
  const preview = usePreview(ears, (prompt) => toast({ kind: 'bad', text: t('prompts.row.mute', { name: prompt.Name }) }));
  const [draft, setDraft] = useState<PromptDraft | null>(null);
  const [leaving, setLeaving] = useState<PromptAnswer | null>(null);
  const { place, gone } = useFocusAfter<HTMLHeadingElement>();
  const here = kept?.list?.map(({ id }) => id) ?? null;
  const isAway = ({ Recording }: PromptAnswer): boolean => Recording !== null && kept !== undefined && !isOld && !(here?.includes(Recording.ClipId) ?? false);
  const download = async ({ Recording }: PromptAnswer): Promise<void> => {
    const clip = Recording === null ? null : await clips.read(Recording.ClipId);
    if (Recording !== null && clip !== null) offerFile(Recording.FileName, clip);
  };
  const actions = {
    play: preview.play, stop: preview.stop, remove: setLeaving,
    edit: (prompt: PromptAnswer) => setDraft({ of: 'prompt', prompt }),
    record: (prompt: PromptAnswer, file: File) => void uploads.take([file], { to: 'prompt', prompt }),
    download: (prompt: PromptAnswer) => void download(prompt),
  };
  const byName = prompts.toSorted((a, b) => a.Name.localeCompare(b.Name, 'en') || (a.Id < b.Id ? -1 : 1));
  return (
    <div className={styles['body']}>
      <Uploads busy={uploads.busy} faults={uploads.faults} onPutAway={uploads.putAway} onFiles={(files) => void uploads.take(files, { to: 'new', name: null, reference: null })} />
      <div className={styles['actions']}>
        <Button icon={<MessageSquarePlus size={18} aria-hidden />} onClick={() => setDraft({ of: 'text', name: '', reference: null })}>{t('prompts.add.text')}</Button>
        <Button icon={<Minus size={18} aria-hidden />} onClick={() => setDraft({ of: 'silence', name: '', reference: null })}>{t('prompts.add.silence')}</Button>
      </div>
      <OpenReferences title={t('prompts.open.title')} hint={t('prompts.open.hint')} references={open} hrefOfFlow={hrefOfFlow} renderActions={(reference) => {
        const name = nameOfReference(reference);
        // A bare ARN is no name that anybody would give.
        const suggested = reference.DisplayName;
        return (
          <>
            <FileButton label={t('prompts.open.recording', { name })} onFiles={(files) => void uploads.take(files, { to: 'new', name: suggested, reference: reference.Reference })}>{t('prompts.open.recordingShort')}</FileButton>
            <Button icon={<TextCursorInput size={18} aria-hidden />} aria-label={t('prompts.open.text', { name })} onClick={() => setDraft({ of: 'text', name: suggested ?? '', reference: reference.Reference })}>{t('prompts.open.textShort')}</Button>
          </>
        );
      }} />
      {prompts.length === 0 ? <EmptyState icon={<AudioLines size={40} />} title={t('prompts.none.title')}><p>{t('prompts.none.text')}</p></EmptyState> : (
        <section aria-label={t('prompts.list')}>
          <h2 ref={place} tabIndex={-1} className={styles['count']}>{t('prompts.count', { count: prompts.length })}</h2>
          <ul className={styles['list']}>
            {byName.map((prompt) => (
              <PromptRow
                key={prompt.Id}
                prompt={prompt}
                isAway={isAway(prompt)}
                isPlaying={preview.playingId === prompt.Id}
                mayPlay={prompt.Recording === null ? ears.speech !== null && prompt.Plain !== '' : !isAway(prompt)}
                hrefOfFlow={hrefOfFlow}
                actions={actions}
              />
            ))}
          </ul>
        </section>
      )}
      <KeptClips
        unused={kept?.list?.filter(({ id }) => !isOld && !named.includes(id)) ?? []}
        onGive={(clip) => void uploads.give(clip)}
        onRemove={(clip) => {
          void clips.remove(clip.id).then(lookAgain);
          toast({ kind: 'info', text: t('prompts.kept.removed', { name: clip.fileName }) });
        }}
      />
      {kept !== undefined && <RoomLine kept={kept} />}
      {draft !== null && <PromptEditor draft={draft} taken={names.filter((name) => draft.of !== 'prompt' || name !== draft.prompt.Name)} onClose={() => setDraft(null)} />}
      {leaving !== null && <PromptRemoval prompt={leaving} hrefOfFlow={hrefOfFlow} onClose={() => setLeaving(null)} onRemoved={() => {
        gone();
        void lookAgain();
      }} />}
    </div>
  );
}
