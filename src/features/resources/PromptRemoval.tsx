import { useMutation } from '@tanstack/react-query';
import { useHttp } from '../../api/http-context.tsx';
import { removePromptMutation } from '../../api/resources.ts';
import type { PromptAnswer } from '../../protocol/http-resources.ts';
import { useClips } from '../../store/clips-context.tsx';
import { useText } from '../../text/use-text.ts';
import { useToast } from '../../ui/Toast.tsx';
import { Removal } from './Removal.tsx';

interface PromptRemovalProps {
  readonly prompt: PromptAnswer;
  readonly hrefOfFlow: (flowId: string) => string;
  readonly onClose: () => void;
  /** Its recording is gone from this browser. */
  readonly onRemoved: () => void;
}

/** Removes a prompt, and its recording after it: the configuration never names bytes that are gone. */
export function PromptRemoval({ prompt, hrefOfFlow, onClose, onRemoved }: PromptRemovalProps) {
  const t = useText();
  const toast = useToast();
  const clips = useClips();
  const removing = useMutation(removePromptMutation(useHttp()));
  const remove = async (): Promise<void> => {
    if ((await removing.mutateAsync(prompt.Id).catch(() => null)) === null) return;
    if (prompt.Recording !== null) await clips.remove(prompt.Recording.ClipId);
    toast({ kind: 'good', text: t('prompts.remove.done', { name: prompt.Name }) });
    onRemoved();
    onClose();
  };
  return (
    <Removal
      title={t('prompts.remove.title', { name: prompt.Name })}
      uses={prompt.UsedIn}
      consequence={t('prompts.remove.used')}
      unused={t('prompts.remove.unused')}
      keep={t('prompts.remove.keep')}
      remove={t('prompts.remove.do')}
      busy={removing.isPending}
      error={removing.error}
      hrefOfFlow={hrefOfFlow}
      onClose={onClose}
      onRemove={() => void remove()}
    >
      {prompt.Recording !== null && <p>{t('prompts.remove.recording')}</p>}
    </Removal>
  );
}
