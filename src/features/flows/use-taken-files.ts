import { useCallback, useRef, useState } from 'react';
import type { TakenFile } from './flow-import.ts';

/** A file that could not even be read. */
export interface FileFault {
  readonly id: number;
  readonly fileName: string;
  readonly why: 'tooLarge' | 'unreadable';
}

/** The engine's own limit (FLOW_LENGTH_MAX): a larger file is not even read into memory. */
const bytesMax = 16 * 1024 * 1024;

interface TakenFiles {
  readonly files: readonly TakenFile[];
  readonly faults: readonly FileFault[];
  readonly take: (files: readonly File[]) => void;
  readonly putAway: (id: number) => void;
}

/** Files that a person handed over, read as text, in the order in which they came. */
export function useTakenFiles(): TakenFiles {
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  const lastId = useRef(0);
  const take = useCallback((given: readonly File[]) => {
    setFaults([]);
    const readAll = given.map((file) => {
      lastId.current += 1;
      return readFile(file, lastId.current);
    });
    const show = async (): Promise<void> => {
      const read = await Promise.all(readAll);
      setFiles((before) => [...before, ...read.filter((each) => 'text' in each)]);
      setFaults(read.filter((each) => 'why' in each));
    };
    void show();
  }, []);
  const putAway = useCallback((id: number) => {
    setFiles((before) => before.filter((file) => file.id !== id));
  }, []);
  return { files, faults, take, putAway };
}

async function readFile(file: File, id: number): Promise<TakenFile | FileFault> {
  if (file.size > bytesMax) return { id, fileName: file.name, why: 'tooLarge' };
  try {
    return { id, fileName: file.name, text: await file.text() };
  } catch {
    return { id, fileName: file.name, why: 'unreadable' };
  }
}
