import { z } from 'zod';
import { retentionPeriod } from '../domain/archival-code.ts';
import { archiveCandidate, archiveItem, itemChange, itemClass, itemFacts } from '../domain/archive-item.ts';
import { archiveItemId, organizationId } from '../domain/ids.ts';
import { onArchive } from './base.ts';

const year = z.int().min(1949).max(2200);

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) };

const itemFilter = z.object({
  organizationId: organizationId.nullable(),
  year: year.nullable(),
  retention: retentionPeriod.nullable(),
  text: z.string().max(100),
});

const said = z.object({
  id: archiveItemId,
  by: z.string().trim().min(1).max(30),
  reason: z.string().trim().min(1).max(300),
});

/** Archiving (归档): archival codes, given once and locked; every later change with who and why. */
export const archivingContract = {
  /** What of a year is settled and has no code yet, with the code that it would get. */
  candidates: onArchive
    .input(z.object({ year, organizationId: organizationId.nullable(), ...page }))
    .output(z.object({ rows: z.array(archiveCandidate).readonly(), total: z.int() })),
  /** Archives all of them; `count` is how many the person was shown. */
  archive: onArchive
    .input(
      z.object({
        year,
        organizationId: organizationId.nullable(),
        archivedBy: z.string().trim().min(1).max(30),
        count: z.int().min(1),
      }),
    )
    .output(z.object({ archived: z.int() })),
  items: onArchive
    .input(itemFilter.extend(page))
    .output(z.object({ rows: z.array(archiveItem).readonly(), total: z.int() })),
  /** The catalogue as shown, with the nine columns of DA/T 22-2015, 5.5.2. */
  exportItems: onArchive.input(itemFilter).output(z.file()),
  /** Classes of items with their numbers and gaps. */
  classes: onArchive.output(z.array(itemClass).readonly()),
  change: onArchive.input(said.extend({ facts: itemFacts })).output(archiveItem),
  /** Opens an item for a correction of what it is made of, or locks it again. */
  setOpen: onArchive.input(said.extend({ open: z.boolean() })).output(archiveItem),
  changes: onArchive.input(z.object({ id: archiveItemId })).output(z.array(itemChange).readonly()),
};
