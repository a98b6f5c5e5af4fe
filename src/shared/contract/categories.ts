import { z } from 'zod';
import { organizationId } from '../domain/ids.ts';
import { categories, categoryScheme } from '../domain/organization.ts';
import { onArchive } from './base.ts';

export const schemeCount = z.object({
  scheme: categoryScheme,
  /** One line per category, and one with null for those without any; together all living organizations. */
  counts: z.array(z.object({ code: z.string().nullable(), organizations: z.int() })),
  /** Of those without one: how many get a proposal by the mapping. */
  proposals: z.int(),
});
export type SchemeCount = z.infer<typeof schemeCount>;

export const categoryProposal = z.object({
  organizationId,
  name: z.string(),
  communityName: z.string(),
  known: categories,
  proposed: z.string(),
});
export type CategoryProposal = z.infer<typeof categoryProposal>;

export const categoriesContract = {
  /** Every living organization counted once in each scheme (FEATURES A17). */
  overview: onArchive.output(z.object({ total: z.int(), schemes: z.array(schemeCount) })),
  proposals: onArchive.input(z.object({ scheme: categoryScheme })).output(z.array(categoryProposal)),
  /** Takes proposals over for these organizations; whoever has a category by now keeps it. */
  applyProposals: onArchive
    .input(
      z.object({
        scheme: categoryScheme,
        accepted: z
          .array(z.object({ organizationId, code: z.string().max(40) }))
          .min(1)
          .max(5000),
      }),
    )
    .output(z.object({ applied: z.int() })),
};
