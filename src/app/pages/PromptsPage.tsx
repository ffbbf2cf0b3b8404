import { Prompts } from '../../features/resources/Prompts.tsx';
import { useText } from '../../text/use-text.ts';
import { flowHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';
import { usePlayer } from '../player-context.tsx';
import { useSpeech } from '../use-speech.ts';

/** What flows play by name, and the upload of one's own. */
export function PromptsPage() {
  const t = useText();
  const ears = { player: usePlayer(), speech: useSpeech() };
  return (
    <PageFrame title={t('app.titles.prompts')}>
      <Prompts ears={ears} hrefOfFlow={flowHref} />
    </PageFrame>
  );
}
