import { Upload, X } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { FileButton } from './FileButton.tsx';
import styles from './Prompts.module.css';
import type { UploadFault } from './use-uploads.ts';

interface UploadsProps {
  readonly busy: string | null;
  readonly faults: readonly UploadFault[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPutAway: (id: number) => void;
}

/** Takes sound files, several at once, and says of each that is not taken why. */
export function Uploads({ busy, faults, onFiles, onPutAway }: UploadsProps) {
  const t = useText();
  return (
    <section aria-label={t('prompts.upload.title')} className={styles['uploads']}>
      <DropZone onDrop={({ files }) => onFiles([...files])}>
        <p className={styles['hint']}>{t('prompts.upload.drop')}</p>
        <FileButton multiple label={t('prompts.upload.choose')} icon={<Upload size={18} aria-hidden />} busy={busy !== null} onFiles={onFiles}>{t('prompts.upload.choose')}</FileButton>
        <output className={styles['hint']}>{busy === null ? '' : t('prompts.upload.busy', { name: busy })}</output>
      </DropZone>
      {faults.map(({ id, name, sentence }) => (
        <Banner key={id} kind="bad" actions={<IconButton label={t('prompts.upload.dismiss', { name })} icon={<X size={18} aria-hidden />} onClick={() => onPutAway(id)} />}>{sentence}</Banner>
      ))}
    </section>
  );
}
