/** A file handed over, with the folders in which it lay: `flows/inbound/main.json`. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** What was handed over, sorted: flows are JSON, and the rest is named. */
export interface SortedFiles {
  readonly json: readonly GivenFile[];
  readonly others: readonly string[];
  /** JSON files beyond the most that are read at once. */
  readonly beyond: number;
}

/** More than any instance has flows in one folder; a whole disk dropped by mistake ends here. */
export const FILES_MAX = 200;

/** The part of a browser's file system entry that is read here. */
export interface DroppedEntry {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly name: string;
  readonly fullPath: string;
}
interface DroppedFile extends DroppedEntry {
  readonly file: (take: (file: File) => void, fail: (fault: unknown) => void) => void;
}
interface DroppedFolder extends DroppedEntry {
  readonly createReader: () => { readonly readEntries: (take: (entries: readonly DroppedEntry[]) => void, fail: (fault: unknown) => void) => void };
}

/** Files chosen in a dialog: those of a folder tell their path. */
export const givenFiles = (files: readonly File[]): readonly GivenFile[] => files.map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));

/** Divides files into those that may be flows and those that are not; what programs keep for themselves is passed over. */
export function sortFiles(files: readonly GivenFile[]): SortedFiles {
  const seen = files.filter(({ path }) => !path.split('/').some(isPrivate)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // A single file is looked at whatever it is called: somebody meant it.
  const json = seen.length === 1 ? seen : seen.filter(({ path }) => /\.json$/i.test(path));
  return { json: json.slice(0, FILES_MAX), others: seen.filter((each) => !json.includes(each)).map(({ path }) => path), beyond: Math.max(0, json.length - FILES_MAX) };
}

/** All files at and under what was dropped. A folder that cannot be read is passed over: its files are then missing from the list, for everybody to see. */
export async function filesUnder(entries: readonly DroppedEntry[]): Promise<readonly GivenFile[]> {
  const open = [...entries];
  const found: GivenFile[] = [];
  for (let entry = open.shift(); entry !== undefined && found.length < ENTRIES_MAX; entry = open.shift()) {
    if (isPrivate(entry.name)) continue;
    if (isFolder(entry)) open.push(...(await entriesOf(entry)));
    else if (isFile(entry)) found.push(...(await fileOf(entry)));
  }
  return found;
}

/** The dropped things as entries; asked for during the event, after which the browser forgets them. */
export function droppedEntries(items: DataTransferItemList): readonly DroppedEntry[] {
  return [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
}

const ENTRIES_MAX = 5000;
const isPrivate = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === '__MACOSX';
const isFolder = (entry: DroppedEntry): entry is DroppedFolder => entry.isDirectory;
const isFile = (entry: DroppedEntry): entry is DroppedFile => entry.isFile;

async function fileOf(entry: DroppedFile): Promise<readonly GivenFile[]> {
  const file = await new Promise<File | null>((take) => {
    entry.file(take, () => {
      take(null);
    });
  });
  return file === null ? [] : [{ path: entry.fullPath.replace(/^\//, ''), file }];
}

/** Browsers hand out the entries of a folder a hundred at a time, and none when that was all. */
async function entriesOf(folder: DroppedFolder): Promise<readonly DroppedEntry[]> {
  const reader = folder.createReader();
  const all: DroppedEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly DroppedEntry[]>((take) => {
      reader.readEntries(take, () => {
        take([]);
      });
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
