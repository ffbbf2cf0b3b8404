import { useText } from '../../text/use-text.ts';
import { Switched } from './Choices.tsx';
import type { SetupForm } from './form.ts';
import { SpokenField } from './SetupField.tsx';
import styles from './Steps.module.css';

interface WhisperStepProps {
  readonly form: SetupForm;
  readonly which: 'customerWhisper' | 'agentWhisper';
  readonly speechMs: (text: string) => number;
}

/** One of the two messages before customer and agent are joined. */
export function WhisperStep({ form, which, speechMs }: WhisperStepProps) {
  const t = useText();
  const isOn = form.draft[`${which}On`];
  const written = form.draft[which].trim();
  const hint = which === 'agentWhisper' ? t('setup.agentWhisper.textHint') : undefined;
  return (
    <Switched name={`${which}On`} label={t(`setup.${which}.on`)} hint={t(`setup.${which}.onHint`)} isOn={isOn} onSwitch={(on) => form.change({ [`${which}On`]: on })}>
      {isOn && <SpokenField form={form} field={which} label={t(`setup.${which}.text`)} hint={hint} />}
      {isOn && written !== '' && <p className={styles['hint']}>{t('setup.whisperLasts', { seconds: Math.ceil(speechMs(written) / 1000) })}</p>}
    </Switched>
  );
}
