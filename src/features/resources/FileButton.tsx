import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

/** What browsers offer when a sound file is to be chosen. */
export const soundFiles = '.wav,.wave,.mp3,audio/wav,audio/x-wav,audio/mpeg';

interface FileButtonProps {
  readonly label: string;
  /** The button's words, where its label says more than there is room for. */
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly multiple?: boolean;
  readonly busy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that lets sound files be chosen. */
export function FileButton({ label, children, icon, multiple = false, busy = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} aria-label={label} busy={busy} onClick={() => input.current?.click()}>{children}</Button>
      <VisuallyHidden>
        <input ref={input} type="file" accept={soundFiles} multiple={multiple} tabIndex={-1} aria-hidden onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that the same file, corrected, can be chosen again.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }} />
      </VisuallyHidden>
    </>
  );
}
