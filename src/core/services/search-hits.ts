import type { SearchHit } from '../../shared/contract/search.ts';
import type { RetentionPeriod } from '../../shared/domain/archival-code.ts';
import { partOfRecord, type RecordKind } from '../../shared/domain/dossier-record.ts';
import type { DossierPart } from '../../shared/domain/dossier.ts';
import type { CertificateStatus, FilingKind, FilingState } from '../../shared/domain/filing.ts';
import {
  archiveItemId,
  certificateId,
  communityId,
  dossierFileId,
  filingId,
  organizationId,
  personId,
  recordId,
} from '../../shared/domain/ids.ts';
import { maskIdentityNumber, maskPhone } from '../../shared/domain/masking.ts';
import type { OrganizationStatus } from '../../shared/domain/organization.ts';
import { withMaskedNumbers } from '../../shared/domain/personal-data.ts';
import { excerptOf, marksIn, type MarkedText } from '../../shared/domain/search-text.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import { retentionLabels } from '../../shared/labels/archiving.ts';
import { certificateStatusLabels } from '../../shared/labels/certificate.ts';
import { recordKindLabels } from '../../shared/labels/dossier-record.ts';
import { dossierPartLabels } from '../../shared/labels/dossier.ts';
import { filingKindLabels, filingStateLabels } from '../../shared/labels/filing.ts';
import { organizationStatusLabels } from '../../shared/labels/organization.ts';
import { placeKindLabels } from '../../shared/labels/storage-place.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  foundCertificates,
  foundCommunities,
  foundFiles,
  foundFilings,
  foundItems,
  foundOrganizations,
  foundPeople,
  foundRecords,
} from '../db/repositories/found-subjects.ts';
import { marksBySpelling } from '../db/romanize.ts';
import type { SearchMatch } from '../db/search-matches.ts';
import { placeTree } from './storage-places.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

const line = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('　');

interface Shown {
  readonly title: MarkedText;
  readonly detail: string;
  readonly found: SearchHit['found'];
}

/** What was looked for, folded, and how it was meant. */
export interface Sought {
  readonly words: readonly string[];
  /** Last characters of a number, where four or more were typed. */
  readonly tail: string | null;
}

const marked = (text: string, { words }: Sought, match: SearchMatch): MarkedText => ({
  text,
  marks: match.spelled ? marksBySpelling(text, words[0] ?? '') : marksIn(text, words),
});

/** A tail is shown masked: the hash found it, the mask shows its last four. */
const maskedTail = (text: string | null, tail: string | null): MarkedText => {
  const shown = text ?? '';
  const length = Math.min(4, tail?.length ?? 0);
  return { text: shown, marks: shown === '' ? [] : [[shown.length - length, shown.length]] };
};

const shownAs = (
  title: string,
  detail: string,
  match: SearchMatch,
  sought: Sought,
  masked: { readonly identity: string | null; readonly phone: string | null } | null = null,
): Shown => {
  const { field } = match;
  if (field === 'identity-tail' || field === 'phone-tail') {
    const number = field === 'identity-tail' ? masked?.identity : masked?.phone;
    return {
      title: { text: title, marks: [] },
      detail,
      found: { field, ...maskedTail(number ?? null, sought.tail) },
    };
  }
  if (match.text === title) return { title: marked(title, sought, match), detail, found: null };
  // A name or a number is shown whole: half a code is no code.
  const found =
    field === 'text'
      ? excerptOf(withMaskedNumbers(match.text), sought.words)
      : marked(match.text, sought, match);
  return { title: { text: title, marks: [] }, detail, found: { field, ...found } };
};

type HitsOf = (reader: Reader, matches: readonly SearchMatch[], sought: Sought) => SearchHit[];

const idsOf = (matches: readonly SearchMatch[]): readonly string[] => matches.map(({ entityId }) => entityId);

/** Where a longer tail than four was typed, the number itself decides; its hash knows only four. */
const endsSo = (number: string | null, tail: string | null): boolean => {
  if (tail === null || tail.length <= 4) return true;
  return (number ?? '').split('、').some((one) =>
    one
      .replaceAll(/[^\dXx]/gu, '')
      .toLowerCase()
      .endsWith(tail),
  );
};

const organizationHits: HitsOf = (reader, matches, sought) => {
  const rows = foundOrganizations(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    if (match.field === 'phone-tail' && !endsSo(row.phone, sought.tail)) return [];
    const status = organizationStatusLabels[row.status as OrganizationStatus];
    const detail = line([row.community, status, match.field === 'number' ? null : row.filingNumber]);
    const masked = { identity: null, phone: maskPhone(row.phone) };
    return [
      {
        kind: 'organization',
        organizationId: organizationId.parse(row.id),
        ...shownAs(row.name, detail, match, sought, masked),
      },
    ];
  });
};

const personHits: HitsOf = (reader, matches, sought) => {
  const rows = foundPeople(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    if (match.field === 'identity-tail' && !endsSo(row.identityNumber, sought.tail)) return [];
    if (match.field === 'phone-tail' && !endsSo(row.phone, sought.tail)) return [];
    const all = JSON.parse(row.organizations) as [string, string, 0 | 1][];
    const [first] = all;
    // Nobody is found who is on no roster: there is no page to show.
    if (first === undefined) return [];
    const names = all.slice(0, 3).map(([, name, gone]) => (gone === 1 ? `${name}（已离开）` : name));
    const masked = { identity: maskIdentityNumber(row.identityNumber), phone: maskPhone(row.phone) };
    const number = match.field === 'identity-tail' ? null : masked.identity;
    const detail = line([`${names.join('、')}${all.length > 3 ? '等' : ''}`, number]);
    return [
      {
        kind: 'person',
        personId: personId.parse(row.id),
        organizationId: organizationId.parse(first[0]),
        ...shownAs(row.name, detail, match, sought, masked),
      },
    ];
  });
};

const filingHits: HitsOf = (reader, matches, sought) => {
  const rows = foundFilings(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const state = filingStateLabels[row.state as FilingState];
    const detail = line([filingKindLabels[row.kind as FilingKind], state, `${row.startedOn} 开始`]);
    return [
      { kind: 'filing', filingId: filingId.parse(row.id), ...shownAs(row.name, detail, match, sought) },
    ];
  });
};

const certificateHits: HitsOf = (reader, matches, sought) => {
  const rows = foundCertificates(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const status = certificateStatusLabels[row.status as CertificateStatus];
    const detail = line([match.field === 'number' ? null : row.filingNumber, `${row.issuedOn} 发证`, status]);
    return [
      {
        kind: 'certificate',
        certificateId: certificateId.parse(row.id),
        organizationId: organizationId.parse(row.organizationId),
        ...shownAs(row.name, detail, match, sought),
      },
    ];
  });
};

const recordHits: HitsOf = (reader, matches, sought) => {
  const rows = foundRecords(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const kind = row.kind as RecordKind;
    return [
      {
        kind: 'record',
        recordId: recordId.parse(row.id),
        organizationId: organizationId.parse(row.organizationId),
        part: partOfRecord[kind],
        ...shownAs(
          row.title,
          line([recordKindLabels[kind], row.organization, row.occurredOn]),
          match,
          sought,
        ),
      },
    ];
  });
};

const fileHits: HitsOf = (reader, matches, sought) => {
  const rows = foundFiles(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const part = dossierPartLabels[row.part as DossierPart];
    return [
      {
        kind: 'file',
        fileId: dossierFileId.parse(row.id),
        organizationId: organizationId.parse(row.organizationId),
        ...shownAs(row.title, line([part, row.organization, dayOfInstant(row.createdAt)]), match, sought),
      },
    ];
  });
};

const itemHits: HitsOf = (reader, matches, sought) => {
  const rows = foundItems(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const detail = line([row.organization, row.datedOn, retentionLabels[row.retention as RetentionPeriod]]);
    return [
      {
        kind: 'archive-item',
        itemId: archiveItemId.parse(row.id),
        organizationId: organizationId.parse(row.organizationId),
        ...shownAs(row.title, detail, match, sought),
      },
    ];
  });
};

const placeHits: HitsOf = (reader, matches, sought) => {
  const tree = new Map(placeTree(reader).map((place) => [place.id as string, place]));
  return matches.flatMap((match) => {
    const place = tree.get(match.entityId);
    if (place === undefined) return [];
    const { id, name, path, kind, items, dossiers } = place;
    const held = line([`${items} 件`, dossiers === 0 ? null : `整卷 ${dossiers} 个`]);
    const detail = line([path === name ? placeKindLabels[kind] : path, held]);
    return [{ kind: 'place', placeId: id, ...shownAs(name, detail, match, sought) }];
  });
};

const communityHits: HitsOf = (reader, matches, sought) => {
  const rows = foundCommunities(reader, idsOf(matches));
  return matches.flatMap((match) => {
    const row = rows.get(match.entityId);
    if (row === undefined) return [];
    const detail = line([`${row.organizations} 个组织`, match.field === 'number' ? null : row.code]);
    return [
      {
        kind: 'community',
        communityId: communityId.parse(row.id),
        ...shownAs(row.name, detail, match, sought),
      },
    ];
  });
};

/** How the matches of each kind are shown: names whole, numbers masked. */
export const hitsOf: Readonly<Record<SearchKind, HitsOf>> = {
  organization: organizationHits,
  person: personHits,
  filing: filingHits,
  certificate: certificateHits,
  record: recordHits,
  file: fileHits,
  'archive-item': itemHits,
  place: placeHits,
  community: communityHits,
};
