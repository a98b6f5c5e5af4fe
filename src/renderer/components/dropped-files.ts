/** More than this in one drop is a mistake: somebody let go of a whole disk. */
const mostFiles = 2_000;

const entriesIn = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader hands out its entries in parts; an empty part is the end.
  const more = (): Promise<FileSystemEntry[]> =>
    new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).then((part) => {
      all.push(...part);
      return part.length === 0 || all.length > mostFiles ? all : more();
    });
  return more();
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isPlain = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const filesIn = async (entry: FileSystemEntry): Promise<File[]> => {
  if (isPlain(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  for (const inner of await entriesIn(entry)) {
    files.push(...(await filesIn(inner)));
    if (files.length > mostFiles) break;
  }
  return files;
};

/** What Windows and macOS leave in folders for themselves. */
const isClutter = ({ name }: File): boolean => /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** The files of a drop, those in folders as well, in the order of their names. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly File[]> => {
  // The entries must be taken before the first wait: a transfer is emptied when its event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...transfer.files];
  const files = entries.length === 0 ? plain : (await Promise.all(entries.map(filesIn))).flat();
  return files
    .filter((file) => !isClutter(file))
    .slice(0, mostFiles)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Pictures from the clipboard are all called `image.png`; the moment tells them apart. */
export const pastedFiles = (transfer: DataTransfer, now: Date): readonly File[] =>
  [...transfer.files].map((file, index) => {
    if (!/^image\.\w+$/.test(file.name)) return file;
    const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
    const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
    const number = index === 0 ? '' : `-${index + 1}`;
    return new File(
      [file],
      `粘贴的图片-${day}-${time}${number}${file.name.slice(file.name.lastIndexOf('.'))}`,
      {
        type: file.type,
      },
    );
  });
