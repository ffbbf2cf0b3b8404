import { useCallback, useId, useRef, useState } from 'react';
import type { TakenFile } from './flow-import.ts';
import type { GivenFile } from './given-files.ts';
import { sortFiles } from './given-files.ts';

/** A file that could not even be read. */
export interface FileFault {
  readonly id: string;
  readonly fileName: string;
  readonly why: 'tooLarge' | 'unreadable';
}

/** What was handed over and is no JSON, or too much of it. */
export interface LeftOut {
  readonly others: readonly string[];
  readonly beyond: number;
}

/** The engine's own limit (FLOW_LENGTH_MAX): a larger file is not even read into memory. */
const bytesMax = 16 * 1024 * 1024;

interface TakenFiles {
  readonly files: readonly TakenFile[];
  readonly faults: readonly FileFault[];
  readonly leftOut: LeftOut;
  readonly take: (files: readonly GivenFile[]) => void;
  readonly putAway: (ids: readonly string[]) => void;
}

const nothingLeftOut: LeftOut = { others: [], beyond: 0 };

/** Files that a person handed over, read as text, in the order in which they came. */
export function useTakenFiles(): TakenFiles {
  const own = useId();
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  const [leftOut, setLeftOut] = useState<LeftOut>(nothingLeftOut);
  const lastId = useRef(0);
  const take = useCallback((given: readonly GivenFile[]) => {
    const { json, others, beyond } = sortFiles(given);
    setFaults([]);
    setLeftOut({ others, beyond });
    const readAll = json.map(({ path, file }) => {
      lastId.current += 1;
      return readFile(file, { id: `${own} ${lastId.current}`, fileName: path, isOneOfMany: json.length > 1 });
    });
    const show = async (): Promise<void> => {
      const read = await Promise.all(readAll);
      setFiles((before) => [...before, ...read.filter((each) => 'text' in each)]);
      setFaults(read.filter((each) => 'why' in each));
    };
    void show();
  }, [own]);
  const putAway = useCallback((ids: readonly string[]) => {
    setFiles((before) => before.filter((file) => !ids.includes(file.id)));
  }, []);
  return { files, faults, leftOut, take, putAway };
}

async function readFile(file: File, as: Omit<TakenFile, 'text'>): Promise<TakenFile | FileFault> {
  const { id, fileName } = as;
  if (file.size > bytesMax) return { id, fileName, why: 'tooLarge' };
  try {
    return { ...as, text: await file.text() };
  } catch {
    return { id, fileName, why: 'unreadable' };
  }
}
