import { z } from 'zod';
import { inboxItemId, organizationId } from '../domain/ids.ts';
import { paperTarget } from '../domain/dossier-file.ts';
import { folderState } from '../domain/scan-folder.ts';
import { inboxItem, inboxPlace, inboxRow, inboxState } from '../domain/scan-inbox.ts';
import { onArchive, refusals } from './base.ts';
import { progressThen } from './progress.ts';

/** The inbox of scans: what comes from the scanner files itself by its paper code; the rest waits for a clerk. */
export const scansContract = {
  list: onArchive.input(z.object({ state: inboxState })).output(z.array(inboxRow)),
  counts: onArchive.output(z.object({ waiting: z.int(), unread: z.int() })),
  /** Copies one scan in; it is read afterwards, by `read` or in the background. */
  takeIn: onArchive
    .errors(refusals('PAPER_REFUSED'))
    .input(z.object({ file: z.file() }))
    .output(
      z.object({
        item: inboxItem,
        /** These bytes came in before. */
        again: z.boolean(),
      }),
    ),
  /** Reads what waits unread and files what names itself. A cancel leaves the rest unread. */
  read: onArchive
    .errors(refusals('CANCELLED'))
    .output(progressThen(z.object({ filed: z.int(), waiting: z.int() }))),
  /** Files a waiting item where the clerk says. */
  file: onArchive
    .errors(refusals('DOSSIER_SEALED'))
    .input(z.object({ id: inboxItemId, target: paperTarget }))
    .output(z.object({})),
  /** Takes a filed item out of its place; it waits again. */
  undo: onArchive
    .errors(refusals('DOSSIER_SEALED', 'SCAN_IN_USE'))
    .input(z.object({ id: inboxItemId }))
    .output(inboxItem),
  /** Belongs into no dossier; its bytes stay. */
  setAside: onArchive.input(z.object({ id: inboxItemId })).output(z.object({})),
  bringBack: onArchive.input(z.object({ id: inboxItemId })).output(inboxItem),
  /** Everywhere a scan can go in one dossier, the likeliest first. */
  places: onArchive.input(z.object({ organizationId })).output(z.array(inboxPlace)),
  /** The folder that the host watches. */
  folder: onArchive.output(folderState),
};
