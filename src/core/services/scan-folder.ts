import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { FolderRefusal, FolderState } from '../../shared/domain/scan-folder.ts';
import { isCoded } from '../../shared/errors.ts';
import type { OpenArchive } from '../open-archive.ts';
import { takeIn } from './scan-inbox.ts';

/** Where files go after they were taken in; inside the folder, so that they never leave the office's own disk. */
const takenFolder = '已归档';

/** Larger than any scan that is taken in; not even read. */
const mostBytes = 256 * 1024 * 1024;

/** Unfinished downloads, locks of office programs, hidden files. */
const passing = /^[.~]|\.(?:part|tmp|crdownload|download|lock)$|^(?:thumbs\.db|desktop\.ini)$/i;

/** How a file stood when it was looked at. */
interface Standing {
  readonly size: number;
  readonly changedMs: number;
}

const isSame = (one: Standing | undefined, other: Standing): boolean =>
  one?.size === other.size && one.changedMs === other.changedMs;

/** A folder that a scanner writes into, looked at again and again. */
export interface WatchedFolder {
  /** Takes in what has stopped changing since the last look. @returns how many were taken */
  look(archive: OpenArchive, path: string): Promise<number>;
  state(): Pick<FolderState, 'arriving' | 'refused'>;
}

const standingOf = async (path: string): Promise<Standing | null> => {
  // Links lead out of the folder; they are not followed.
  const status = await lstat(path).catch(() => null);
  return status?.isFile() === true ? { size: status.size, changedMs: status.mtimeMs } : null;
};

/** A name that nothing in the folder has; files are never written over. */
const freeName = async (folder: string, fileName: string): Promise<string> => {
  const { name, ext } = parse(fileName);
  for (let count = 1; ; count += 1) {
    const candidate = join(folder, count === 1 ? fileName : `${name}（${count}）${ext}`);
    if ((await lstat(candidate).catch(() => null)) === null) return candidate;
  }
};

const moveAway = async (folder: string, fileName: string, month: string): Promise<void> => {
  const target = join(folder, takenFolder, month);
  await mkdir(target, { recursive: true });
  await rename(join(folder, fileName), await freeName(target, fileName));
};

const refusalOf = (error: unknown): FolderRefusal['reason'] => {
  if (isCoded(error, 'PAPER_REFUSED')) return error.data.reason;
  if (isCoded(error, 'INVALID_VALUE')) return error.data.reason === 'empty' ? 'empty' : 'too-large';
  return 'unreadable';
};

/**
 * Takes files in one by one: copied into the archive and synced first, moved into 已归档 afterwards. Cut off between the
 * two, the file is found again and is known by its bytes. Nothing is deleted; a file that is refused stays where it is
 * and is looked at again only when it changes; the others go on.
 */
export const watchFolder = (): WatchedFolder => {
  const seen = new Map<string, Standing>();
  const refused = new Map<string, { readonly standing: Standing; readonly refusal: FolderRefusal }>();
  let arriving = 0;

  const refuse = (fileName: string, standing: Standing, reason: FolderRefusal['reason']): void => {
    refused.set(fileName, { standing, refusal: { fileName, reason } });
  };

  const take = async (archive: OpenArchive, folder: string, fileName: string, standing: Standing) => {
    try {
      if (standing.size > mostBytes) return refuse(fileName, standing, 'too-large');
      const bytes = new Uint8Array(await readFile(join(folder, fileName)));
      await takeIn(archive, fileName, bytes);
    } catch (error) {
      if (isCoded(error, 'DISK_FULL') || isCoded(error, 'STORAGE_UNWRITABLE')) throw error;
      return refuse(fileName, standing, refusalOf(error));
    }
    try {
      await moveAway(folder, fileName, archive.ports.clock.today().slice(0, 7));
    } catch {
      refuse(fileName, standing, 'cannot-move');
    }
  };

  return {
    look: async (archive, folder) => {
      const names = (await readdir(folder)).filter((name) => !passing.test(name)).sort();
      for (const name of refused.keys()) if (!names.includes(name)) refused.delete(name);
      let taken = 0;
      arriving = 0;
      for (const fileName of names) {
        const standing = await standingOf(join(folder, fileName));
        if (standing === null || isSame(refused.get(fileName)?.standing, standing)) continue;
        refused.delete(fileName);
        const settled = standing.size > 0 && isSame(seen.get(fileName), standing);
        seen.set(fileName, standing);
        if (!settled) {
          arriving += 1;
          continue;
        }
        await take(archive, folder, fileName, standing);
        if (!refused.has(fileName)) taken += 1;
        seen.delete(fileName);
      }
      return taken;
    },
    state: () => ({ arriving, refused: [...refused.values()].map(({ refusal }) => refusal) }),
  };
};
