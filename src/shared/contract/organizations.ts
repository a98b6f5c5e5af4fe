import { z } from 'zod';
import { charterText } from '../domain/charter.ts';
import { customFilter } from '../domain/custom-field.ts';
import { partialDate } from '../domain/dates.ts';
import { dossier, dossierGapCode } from '../domain/dossier.ts';
import { filingKind } from '../domain/filing.ts';
import { communityId, filingId, organizationId } from '../domain/ids.ts';
import {
  fourClass,
  organization,
  organizationFacts,
  organizationRow,
  organizationStatus,
} from '../domain/organization.ts';
import { onArchive, refusals } from './base.ts';

/** A gap of the dossier; `any`: it is not complete. Organizations that have ended lack nothing any more. */
export const lackingFilter = z.enum([...dossierGapCode.options, 'any']);
export type LackingFilter = z.infer<typeof lackingFilter>;

export const dueFilter = z.enum(['certificate-expired', 'certificate-expiring', 'matter-soon']);
export type DueFilter = z.infer<typeof dueFilter>;

export const organizationFilter = z.object({
  text: z.string().max(60),
  communityIds: z.array(communityId).max(500),
  statuses: z.array(organizationStatus),
  fourClasses: z.array(fourClass),
  settlement: z.enum(['urban', 'rural']).nullable(),
  proposedRegistration: z.boolean().nullable(),
  /** Only organizations that lack this. */
  lacking: lackingFilter.nullable(),
  /** Only organizations of which something falls due. */
  due: dueFilter.nullable(),
  /** Only organizations with this in a field of the office; an empty value stands for any. */
  custom: customFilter.optional(),
});
export type OrganizationFilter = z.infer<typeof organizationFilter>;

export const organizationSort = z.object({
  by: z.enum(['name', 'community', 'filing-number', 'filed-on', 'status', 'member-count', 'completeness']),
  descending: z.boolean(),
});
export type OrganizationSort = z.infer<typeof organizationSort>;

export const factVersion = z.object({
  /** null for the facts as they stand now */
  filingId: filingId.nullable(),
  kind: filingKind.nullable(),
  filedOn: partialDate.nullable(),
  filingNumber: z.string().nullable(),
  facts: organizationFacts,
  communityName: z.string(),
  responsiblePersonName: z.string().nullable(),
  /** As it was filed; null where its words are not on record. */
  charter: charterText.nullable(),
});
export type FactVersion = z.infer<typeof factVersion>;

export const organizationsContract = {
  list: onArchive
    .input(
      z.object({
        filter: organizationFilter,
        sort: organizationSort,
        offset: z.int().min(0),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(organizationRow), total: z.int() })),
  /** The list as shown, as a workbook: identity numbers left out, phones masked, text cells. */
  exportList: onArchive
    .input(z.object({ filter: organizationFilter, sort: organizationSort }))
    .output(z.file()),
  dossier: onArchive.input(z.object({ id: organizationId })).output(dossier),
  /** What stands now, then what was filed, newest first (FEATURES A13, A25). */
  versions: onArchive.input(z.object({ id: organizationId })).output(z.array(factVersion)),
  /** Facts of an organization that is not filed yet, or corrections that a change filing does not need. */
  updateFacts: onArchive
    .errors(refusals('FILING_OPEN'))
    .input(z.object({ id: organizationId, facts: organizationFacts }))
    .output(organization),
  /** Same or near names in the street (FEATURES A15) and red-line words with their source (A16). */
  checkName: onArchive
    .input(z.object({ name: z.string().max(60), exceptId: organizationId.nullable() }))
    .output(
      z.object({
        similar: z.array(z.object({ id: organizationId, name: z.string(), exact: z.boolean() })),
        hints: z.array(z.object({ word: z.string(), reason: z.string(), source: z.string() })),
      }),
    ),
};
