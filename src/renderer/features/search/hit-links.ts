import {
  IconArchive,
  IconBox,
  IconBuildingCommunity,
  IconCertificate,
  IconFileCertificate,
  IconFileText,
  IconMapPin,
  IconPaperclip,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import type { SearchHit } from '../../../shared/contract/search.ts';
import type { DossierPart } from '../../../shared/domain/dossier.ts';
import type { SearchKind } from '../../../shared/domain/search.ts';
import { paths, type DossierTab } from '../../app/paths.ts';

export const hitIcons: Readonly<Record<SearchKind, Icon>> = {
  organization: IconBuildingCommunity,
  person: IconUser,
  filing: IconFileCertificate,
  certificate: IconCertificate,
  record: IconFileText,
  file: IconPaperclip,
  'archive-item': IconArchive,
  place: IconBox,
  community: IconMapPin,
};

/** Where the papers of a part are kept. */
const tabOfPart = {
  'charter-and-form': 'facts',
  roster: 'roster',
  'reports-and-surveys': 'reports',
  disclosures: 'disclosures',
  dispositions: 'dispositions',
} as const satisfies Readonly<Record<DossierPart, DossierTab>>;

/** Where a record of a part opens; the first two parts hold none. */
export const recordLink = ({
  organizationId,
  part,
  recordId,
}: Pick<Extract<SearchHit, { kind: 'record' }>, 'organizationId' | 'part' | 'recordId'>): string => {
  const tab = tabOfPart[part];
  return tab === 'facts' || tab === 'roster'
    ? paths.dossier(organizationId, tab)
    : paths.record(organizationId, tab, recordId);
};

/** The page that shows a hit. */
export const linkOf = (hit: SearchHit): string => {
  switch (hit.kind) {
    case 'organization':
      return paths.dossier(hit.organizationId);
    case 'person':
      return paths.person(hit.personId);
    case 'filing':
      return paths.filing(hit.filingId);
    case 'certificate':
      return paths.dossier(hit.organizationId, 'filings');
    case 'record':
      return recordLink(hit);
    case 'file':
      return paths.dossier(hit.organizationId, 'files');
    case 'archive-item':
      return paths.archivedItem(hit.organizationId, hit.itemId);
    case 'place':
      return paths.place(hit.placeId);
    case 'community':
      return paths.organizationsWhere({ community: hit.communityId });
  }
};

/** One key for each hit; the same thing is found once. */
export const keyOf = (hit: SearchHit): string => {
  switch (hit.kind) {
    case 'organization':
      return `organization-${hit.organizationId}`;
    case 'person':
      return `person-${hit.personId}`;
    case 'filing':
      return `filing-${hit.filingId}`;
    case 'certificate':
      return `certificate-${hit.certificateId}`;
    case 'record':
      return `record-${hit.recordId}`;
    case 'file':
      return `file-${hit.fileId}`;
    case 'archive-item':
      return `archive-item-${hit.itemId}`;
    case 'place':
      return `place-${hit.placeId}`;
    case 'community':
      return `community-${hit.communityId}`;
  }
};
