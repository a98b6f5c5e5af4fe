import { z } from 'zod';
import { retentionPeriod, type RetentionPeriod } from './archival-code.ts';
import { isoDate, isoInstant, partialDate } from './dates.ts';
import { dossierPart } from './dossier.ts';
import { recordContent, type RecordKind } from './dossier-record.ts';
import type { FilingKind } from './filing.ts';
import { archiveItemId, organizationId } from './ids.ts';
import type { RulePackBody } from './rule-pack.ts';

/** What an item is made of: a closed filing with all its papers, a record, or a paper that belongs to neither. */
export const itemSource = z.enum(['filing', 'record', 'file']);
export type ItemSource = z.infer<typeof itemSource>;

/** What the catalogue says of an item besides its code — DA/T 22-2015, 5.5.2. */
export const itemFacts = z.object({
  /** 题名 */
  title: z.string().trim().min(1).max(200),
  /** 责任者 */
  responsible: z.string().trim().max(100).nullable(),
  /** 文号 */
  documentNumber: z.string().trim().max(100).nullable(),
  /** 日期 */
  datedOn: partialDate.nullable(),
  /** 密级 */
  secrecy: z.string().trim().max(10).nullable(),
  /** 页数 */
  pages: z.int().min(1).max(100_000).nullable(),
  /** 备注 */
  remark: z.string().trim().max(200).nullable(),
});
export type ItemFacts = z.infer<typeof itemFacts>;

const recordKind = z.literal(recordContent.options.map(({ shape }) => shape.kind.value));

/** 件: one handled matter with all its papers — DA/T 22-2015, 5.1. */
export const archiveItem = itemFacts.extend({
  id: archiveItemId,
  source: itemSource,
  sourceId: z.string(),
  /** What kind of record it was made of; null where it was made of something else. */
  recordKind: recordKind.nullable(),
  organizationId,
  organizationName: z.string(),
  archivalCode: z.string(),
  year: z.int(),
  retention: retentionPeriod,
  item: z.int(),
  archivedOn: isoDate,
  archivedBy: z.string(),
  /** Opened for a correction of what it was made of; null while it is locked. */
  openedAt: isoInstant.nullable(),
});
export type ArchiveItem = z.infer<typeof archiveItem>;

/** What can be archived and has not been: the code that it would get. */
export const archiveCandidate = itemFacts.extend({
  source: itemSource,
  sourceId: z.string(),
  organizationId,
  organizationName: z.string(),
  retention: retentionPeriod,
  archivalCode: z.string(),
});
export type ArchiveCandidate = z.infer<typeof archiveCandidate>;

/** A change of what is said of an archived item, or its opening and locking; each with who and why. */
export const itemChange = z.object({
  at: isoInstant,
  by: z.string(),
  reason: z.string(),
  action: z.enum(['changed', 'opened', 'locked']),
  before: itemFacts.nullable(),
  after: itemFacts.nullable(),
});
export type ItemChange = z.infer<typeof itemChange>;

/** A class of items and whether its numbers run from 1 without gaps (DA/T 70-2018, GD-2-6). */
export const itemClass = z.object({
  classKey: z.string(),
  count: z.int(),
  last: z.int(),
  missing: z.array(z.int()).readonly(),
});
export type ItemClass = z.infer<typeof itemClass>;

/** What the rule pack calls the material of a source. */
export type SourceMaterial =
  | { readonly source: 'filing'; readonly kind: FilingKind }
  | { readonly source: 'record'; readonly kind: RecordKind }
  | { readonly source: 'file'; readonly part: string };

const recordMaterials: Readonly<Record<RecordKind, string>> = {
  'committee-report': '两委报告与测评',
  survey: '两委报告与测评',
  decision: '两委报告与测评',
  'meeting-vote': '两委报告与测评',
  'activity-evaluation': '活动记录',
  disclosure: '信息公开',
  disposition: '处理结果',
};

const partMaterials: Readonly<Record<z.infer<typeof dossierPart>, string>> = {
  'charter-and-form': '章程',
  roster: '花名册版本',
  'reports-and-surveys': '两委报告与测评',
  disclosures: '信息公开',
  dispositions: '处理结果',
};

const filingMaterials: Readonly<Record<FilingKind, string>> = {
  initial: '备案表',
  change: '变更材料',
  dissolution: '注销材料',
};

const materialOf = (source: SourceMaterial): string => {
  switch (source.source) {
    case 'filing':
      return filingMaterials[source.kind];
    case 'record':
      return recordMaterials[source.kind];
    case 'file': {
      const part = dossierPart.safeParse(source.part);
      return part.success ? partMaterials[part.data] : '活动记录';
    }
  }
};

/** How long a source is kept by the rules; for good where they do not speak of it, because nothing can be brought back. */
export const retentionOf = (
  source: SourceMaterial,
  { retention }: Pick<RulePackBody, 'retention'>,
): RetentionPeriod =>
  retention.find(({ material }) => material === materialOf(source))?.period ?? 'permanent';
