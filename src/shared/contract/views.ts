import { z } from 'zod';
import { savedViewId } from '../domain/ids.ts';
import { savedView, savedViewInput } from '../domain/saved-view.ts';
import { onArchive } from './base.ts';

const views = z.array(savedView);

/** Saved views (FEATURES L4); every procedure answers with all of them in the order of the side bar. */
export const viewsContract = {
  list: onArchive.output(views),
  /** Keeps a view; one of the same list and name is replaced and stays where it was. */
  save: onArchive.input(savedViewInput).output(views),
  rename: onArchive.input(z.object({ id: savedViewId, name: savedViewInput.shape.name })).output(views),
  /** The ids in their new order; those left out keep theirs behind. */
  reorder: onArchive.input(z.object({ ids: z.array(savedViewId).max(200) })).output(views),
  remove: onArchive.input(z.object({ id: savedViewId })).output(views),
};
