import { useState } from 'react';
import { Download } from 'lucide-react';
import { allContactRecords } from '../../api/contact-records.ts';
import { useHttp } from '../../api/http-context.tsx';
import type { ContactRecordFilters } from '../../protocol/http-contacts.ts';
import { useText } from '../../text/use-text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useToast } from '../../ui/Toast.tsx';
import styles from './ContactRecords.module.css';
import { offerDownload } from '../../ui/offer-download.ts';
import { asShown, toCsvText, toJsonText } from './record-files.ts';

/** Everything that passes the filters, as a file. */
export function RecordDownloads({ filters, numbersShown }: { readonly filters: ContactRecordFilters; readonly numbersShown: boolean }) {
  const t = useText();
  const http = useHttp();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);

  const download = async (format: 'csv' | 'json'): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      const records = (await allContactRecords(http, filters)).map((record) => asShown(record, numbersShown));
      if (format === 'csv') offerDownload('contact-records.csv', 'text/csv', toCsvText(records));
      else offerDownload('contact-records.json', 'application/json', toJsonText(records));
      if (!numbersShown) toast({ kind: 'info', text: t('records.download.masked') });
    } catch {
      toast({ kind: 'bad', text: t('records.download.failed') });
    } finally {
      setBusy(false);
    }
  };
  const items = [
    { id: 'csv', label: t('records.download.csv'), onSelect: () => void download('csv') },
    { id: 'json', label: t('records.download.json'), onSelect: () => void download('json') },
  ];
  const button = <><Download size={16} aria-hidden /> <span>{t('records.download.button')}</span></>;
  return <Menu label={t('records.download.button')} align="end" buttonClassName={styles['menuButton']} button={button} groups={[{ id: 'files', items }]} />;
}
