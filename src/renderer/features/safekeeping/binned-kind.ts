import type { DossierPart } from '../../../shared/domain/dossier.ts';
import type { RecordKind } from '../../../shared/domain/dossier-record.ts';
import {
  dossierFileId,
  recordId,
  serviceLineId,
  type DossierFileId,
  type OrganizationId,
  type RecordId,
  type ServiceLineId,
} from '../../../shared/domain/ids.ts';
import type { ServiceRegister } from '../../../shared/domain/service-register.ts';
import { dossierPartLabels } from '../../../shared/labels/dossier.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { recordKindLabels } from '../../../shared/labels/dossier-record.ts';

/** Something in the recycle bin, as the archive lists it. */
export interface BinnedItem {
  readonly what: 'record' | 'file' | 'service-line';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string | null;
  readonly deletedAt: string;
}

/** What it is, in a clerk's words. */
export const binnedKind = ({ what, kind }: Pick<BinnedItem, 'what' | 'kind'>): string => {
  switch (what) {
    case 'record':
      return recordKindLabels[kind as RecordKind] ?? '记录';
    case 'file':
      return `材料（${dossierPartLabels[kind as DossierPart] ?? '自设部分'}）`;
    case 'service-line':
      return registerWords(kind as ServiceRegister).name;
  }
};

type NamedItem =
  | { readonly what: 'record'; readonly id: RecordId }
  | { readonly what: 'file'; readonly id: DossierFileId }
  | { readonly what: 'service-line'; readonly id: ServiceLineId };

/** An item as the doors that restore and remove it name it. */
export const namedItem = ({ what, id }: Pick<BinnedItem, 'what' | 'id'>): NamedItem => {
  switch (what) {
    case 'record':
      return { what, id: recordId.parse(id) };
    case 'file':
      return { what, id: dossierFileId.parse(id) };
    case 'service-line':
      return { what, id: serviceLineId.parse(id) };
  }
};
