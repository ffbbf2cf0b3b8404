import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { useHttp } from '../../api/http-context.tsx';
import { savePromptMutation } from '../../api/resources.ts';
import { useClips } from '../../store/clips-context.tsx';
import type { ClipFacts } from '../../store/clips.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { useToast } from '../../ui/Toast.tsx';
import { secondsWord } from './prompt-words.ts';
import { giveClip, takeClip } from './take-clip.ts';
import type { ClipTarget, Taken, TakePorts } from './take-clip.ts';

/** Why a file was not taken, as a sentence. */
export interface UploadFault {
  readonly id: number;
  readonly name: string;
  readonly sentence: string;
}

interface Uploads {
  /** The file that is being taken. */
  readonly busy: string | null;
  readonly faults: readonly UploadFault[];
  /** Takes files one after the other; each is a prompt before the next is looked at. */
  readonly take: (files: readonly File[], target: ClipTarget) => Promise<void>;
  /** Makes a recording that is kept already a prompt. */
  readonly give: (clip: ClipFacts) => Promise<void>;
  readonly putAway: (id: number) => void;
}

/** Files that become prompts. `taken`: names that are in use; `done` is called when something has been kept. */
export function useUploads(taken: readonly string[], done: () => Promise<void>): Uploads {
  const t = useText();
  const toast = useToast();
  const clips = useClips();
  const { mutateAsync } = useMutation(savePromptMutation(useHttp()));
  const [busy, setBusy] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly UploadFault[]>([]);
  const lastId = useRef(0);

  const tell = useCallback((result: Taken, fileName: string, isReplaced: boolean) => {
    if (result.ok) {
      toast({ kind: 'good', text: t(isReplaced ? 'prompts.upload.replaced' : 'prompts.upload.done', { name: result.name, seconds: secondsWord(result.durationMs) }) });
      return;
    }
    lastId.current += 1;
    const why = result.why === 'notSaved' ? problemSentence(problemOf(result.cause), t) : '';
    const fault = { id: lastId.current, name: fileName, sentence: t(`prompts.fault.${result.why}`, { name: fileName, why }) };
    setFaults((before) => [...before, fault]);
  }, [t, toast]);

  const take = async (files: readonly File[], target: ClipTarget): Promise<void> => {
    setFaults([]);
    let names = taken;
    for (const file of files) {
      setBusy(file.name);
      const ports: TakePorts = { clips, save: (prompt) => mutateAsync(prompt), newId, taken: names };
      // oxlint-disable-next-line no-await-in-loop -- one after the other: a name that one takes is no longer free for the next.
      const result = await takeClip(file, target, ports);
      if (result.ok) names = [...names, result.name];
      tell(result, file.name, target.to === 'prompt');
    }
    setBusy(null);
    await done();
  };
  const give = async (clip: ClipFacts): Promise<void> => {
    tell(await giveClip(clip, { to: 'new', name: null, reference: null }, { save: (prompt) => mutateAsync(prompt), taken }), clip.fileName, false);
    await done();
  };
  return { busy, faults, take, give, putAway: (id) => setFaults((before) => before.filter((fault) => fault.id !== id)) };
}

/** `randomUUID` is missing over plain http, random bytes are not. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
