import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { openCore, type Core } from '../core/open-core.ts';
import type { Logger } from '../core/ports.ts';
import { removableMedia } from '../core/removable-media.ts';
import { fontLibrary } from '../core/fonts/installed-fonts.ts';
import { fontFolders, systemClock, systemRandom } from '../core/system-ports.ts';
import { openChromiumPdfPrinter } from './chromium-pdf-printer.ts';
import { commandPrinters } from './command-printer.ts';

export interface NodeCoreOptions {
  readonly archiveFolder: string;
  /** Where finished packages are put; the archive's own folder by default. */
  readonly packagesFolder?: string;
  readonly logger: Logger;
  /** For hosts that a clerk works with: the folder that a scanner writes into, null for none. */
  readonly scanFolder?: string | null;
  /** The folder on another disk that backups go to, null for none. */
  readonly backupFolder?: string | null;
}

/** Resources lie two levels above, seen from src/loopback as well as from the bundle in out/main. */
export const resourcesFolder: string = resolve(import.meta.dirname, '../../resources');

const applicationVersion = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
};

const watchedFolder = (folder: string | null): (() => string | null) => {
  const path = folder === null ? null : resolve(folder);
  return () => path;
};

/** A core for hosts without Electron: prints through an installed Chromium or Edge. */
export const openNodeCore = async (options: NodeCoreOptions): Promise<Core> => {
  const archive = resolve(options.archiveFolder);
  const printer = openChromiumPdfPrinter();
  const printers = commandPrinters();
  const core = await openCore({
    clock: systemClock,
    random: systemRandom,
    logger: options.logger,
    pdf: printer,
    ...(printers !== undefined && { printers }),
    paths: {
      archive,
      packages:
        options.packagesFolder === undefined ? join(archive, 'packages') : resolve(options.packagesFolder),
      resources: resourcesFolder,
    },
    media: removableMedia,
    fonts: fontLibrary(fontFolders()),
    backupFolder: watchedFolder(options.backupFolder ?? null),
    applicationVersion: applicationVersion(),
    ...(options.scanFolder !== undefined && { scanFolder: watchedFolder(options.scanFolder) }),
  });
  return {
    ...core,
    close: async () => {
      await core.close();
      await printer.close();
    },
  };
};
