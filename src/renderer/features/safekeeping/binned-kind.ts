import type { DossierPart } from '../../../shared/domain/dossier.ts';
import type { RecordKind } from '../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { dossierPartLabels } from '../../../shared/labels/dossier.ts';
import { recordKindLabels } from '../../../shared/labels/dossier-record.ts';

/** Something in the recycle bin, as the archive lists it. */
export interface BinnedItem {
  readonly what: 'record' | 'file';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly deletedAt: string;
}

/** What it is, in a clerk's words. */
export const binnedKind = ({ what, kind }: Pick<BinnedItem, 'what' | 'kind'>): string =>
  what === 'record'
    ? (recordKindLabels[kind as RecordKind] ?? '记录')
    : `材料（${dossierPartLabels[kind as DossierPart] ?? '自设部分'}）`;
