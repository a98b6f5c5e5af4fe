import { z } from 'zod';
import { savedViewId } from './ids.ts';

/** Lists whose views can be kept. */
export const viewedList = z.enum(['organizations', 'filings', 'people']);
export type ViewedList = z.infer<typeof viewedList>;

/** 常用视图: what a list shows (filter and sort as its address says them) and which columns are put away. */
export const savedViewInput = z.object({
  list: viewedList,
  name: z.string().trim().min(1).max(24),
  query: z.record(z.string().max(40), z.string().max(4000)),
  hiddenColumns: z.array(z.string().max(40)).max(60),
});
export type SavedViewInput = z.infer<typeof savedViewInput>;

export const savedView = savedViewInput.extend({ id: savedViewId });
export type SavedView = z.infer<typeof savedView>;
