import { useLocation, useSearchParams } from 'wouter';
import { ContactRecords } from '../../features/contact-records/ContactRecords.tsx';
import { useText } from '../../text/use-text.ts';
import { PageFrame } from '../PageFrame.tsx';

/** The chosen record is in the address, so that it can be linked to and the browser's back button leads to the list. */
export function RecordsPage() {
  const t = useText();
  const [, go] = useLocation();
  const [asked] = useSearchParams();
  const hrefOf = (contactId: string | null): string => (contactId === null ? '/records' : `/records?contact=${encodeURIComponent(contactId)}`);
  return (
    <PageFrame title={t('app.titles.records')}>
      <ContactRecords selectedId={asked.get('contact')} hrefOf={hrefOf} customerHref="/customer" onSelect={(contactId) => {
        go(hrefOf(contactId));
      }} />
    </PageFrame>
  );
}
