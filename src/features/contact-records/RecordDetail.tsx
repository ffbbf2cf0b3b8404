import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Copy } from 'lucide-react';
import { contactRecordQuery } from '../../api/contact-records.ts';
import { useHttp } from '../../api/http-context.tsx';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { StatePill } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { NumberText } from '../../ui/TimeText.tsx';
import { useToast } from '../../ui/Toast.tsx';
import styles from './RecordDetail.module.css';
import { RecordFields } from './RecordFields.tsx';
import { RecordLinks } from './RecordLinks.tsx';
import { RecordTimeline } from './RecordTimeline.tsx';
import { asShown, toJsonText } from './record-files.ts';
import { rowOf } from './record-row.ts';
import type { RecordView } from './timeline.ts';

interface RecordDetailProps {
  readonly contactId: string;
  readonly numbersShown: boolean;
  readonly zone: string;
  readonly hrefOf: (contactId: string | null) => string;
  readonly onSelect: (contactId: string | null) => void;
}

/** One record whole: its life as a bar, its links, every field. */
export function RecordDetail({ contactId, numbersShown, zone, hrefOf, onSelect }: RecordDetailProps) {
  const t = useText();
  const found = useQuery(contactRecordQuery(useHttp(), contactId));
  const back = (
    <Button kind="quiet" size="small" className={styles['back']} icon={<ArrowLeft size={16} aria-hidden />} onClick={() => {
      onSelect(null);
    }}>
      {t('records.back')}
    </Button>
  );
  if (found.isPending) return <output className={styles['note']}>{t('records.loading')}</output>;
  if (found.isError) {
    const problem = problemOf(found.error);
    const isGone = problem.kind === 'refused' && problem.type === 'ResourceNotFoundException';
    return <div>{back}<Banner kind={isGone ? 'warn' : 'bad'}>{isGone ? t('records.gone') : problemSentence(problem, t, 'records')}</Banner></div>;
  }
  return <FoundRecord record={found.data} back={back} numbersShown={numbersShown} zone={zone} hrefOf={hrefOf} onSelect={onSelect} />;
}

interface FoundRecordProps extends Omit<RecordDetailProps, 'contactId'> {
  readonly record: RecordView;
  readonly back: ReactNode;
}

function FoundRecord({ record, back, numbersShown, zone, hrefOf, onSelect }: FoundRecordProps) {
  const t = useText();
  const toast = useToast();
  const row = rowOf(record, { t, zone, numbersShown });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(toJsonText([asShown(record, numbersShown)]));
      toast({ kind: 'good', text: t('records.detail.copied') });
    } catch {
      toast({ kind: 'bad', text: t('records.detail.copyFailed') });
    }
  };
  return (
    <article className={styles['detail']} aria-label={t('records.detail.label', { who: row.customer ?? row.number.shown })}>
      {back}
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']}>{row.method}{row.attempt !== null && <span className={styles['muted']}> · {row.attempt}</span>}</h2>
          <p className={styles['who']}>
            {row.customer !== null && <>{row.customer} · </>}
            <NumberText spoken={row.number.spoken}>{row.number.shown}</NumberText>
          </p>
        </div>
        <StatePill tone={row.tone}>{row.ending}</StatePill>
      </header>
      <Card title={t('records.timeline.title')} level={3}><RecordTimeline record={record} zone={zone} /></Card>
      <Card title={t('records.links.title')} level={3}><RecordLinks record={record} hrefOf={hrefOf} onSelect={onSelect} /></Card>
      <RecordFields record={record} numbersShown={numbersShown} />
      <Button icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>{t('records.detail.copy')}</Button>
    </article>
  );
}
