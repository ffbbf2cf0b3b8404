import { useMemo, useState } from 'react';
import { createWebSounds } from '../../devices/web-audio.ts';
import { CustomerChooser } from '../../features/customer-phone/CustomerChooser.tsx';
import { CustomerPhone } from '../../features/customer-phone/CustomerPhone.tsx';
import { phoneResource } from '../../store/commands.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectMastership, selectOwnNumber, selectPhone } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { customerHref } from '../hrefs.ts';
import { PageFrame } from '../PageFrame.tsx';
import { usePlaying } from '../player-context.tsx';
import { useSpeech } from '../use-speech.ts';

/** A customer's phone, or the choice whose it shall be. Another phone is another tab's audience, hence another load. */
export function CustomerPage({ isChosen }: { readonly isChosen: boolean }) {
  const t = useText();
  const number = useLive(selectOwnNumber);
  const speech = useSpeech();
  const [sounds] = useState(() => createWebSounds());
  useLineRecordings(number ?? '');
  return (
    <PageFrame title={t('app.titles.customer')}>
      {isChosen && number !== null ? <CustomerPhone number={number} speech={speech} sounds={sounds} /> : <CustomerChooser onChoose={(chosen) => {
        location.assign(customerHref(chosen));
      }} />}
    </PageFrame>
  );
}

/** Recordings on this phone's line sound in the one tab of it that is heard. */
function useLineRecordings(number: string): void {
  const phone = useLive(useMemo(() => selectPhone(number), [number]));
  const mastership = useLive(useMemo(() => selectMastership(phoneResource(number)), [number]));
  usePlaying(phone?.playing ?? null, mastership?.mine ?? false);
}
