import { chineseDate } from '../../shared/domain/chinese-date.ts';
import { committeeName } from '../../shared/domain/committee-name.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import type { SharedFacts } from './paper-facts.ts';

type Day = PartialDate | null;

interface Notice {
  readonly startsOn?: Day;
  readonly endsOn?: Day;
}

interface Opinion {
  readonly actor?: string;
  readonly actedOn?: Day;
}

/** What papers are made of, wherever it lies in their data; each kind has some of it. */
interface Known {
  readonly office?: { readonly authorityName?: string; readonly hubName?: string };
  readonly community?: { readonly name?: string; readonly settlement?: 'urban' | 'rural' };
  readonly organization?: { readonly communityName?: string };
  readonly roster?: { readonly communityName?: string; readonly asOf?: Day };
  readonly certificate?: {
    readonly filingNumber?: string;
    readonly authorityName?: string;
    readonly issuedOn?: Day;
    readonly collectedOn?: Day;
  } | null;
  readonly filing?: {
    readonly appliedOn?: Day;
    readonly committeeReview?: Opinion | null;
    readonly streetReview?: Opinion | null;
    readonly notice?: Notice | null;
  } | null;
  readonly notice?: Notice | null;
  readonly filingNumber?: string | null;
  readonly authorityName?: string;
  readonly committee?: string;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const day = (date: Day | undefined): string | null | undefined => (date ? chineseDate(date) : date);

/** Names that papers use in their sentences: read from a paper's data, or from what lies in it as `paper`. */
export const sharedFacts = (name: string, data: unknown): SharedFacts => {
  const own = isObject(data) ? data : {};
  // Data of records and dossiers hold those of their organization under this name.
  const inner: Known = 'paper' in own && isObject(own.paper) ? own.paper : own;
  const { office, community, certificate, roster, filing } = inner;
  const notice = inner.notice ?? filing?.notice;
  const settled = community?.name !== undefined && community.settlement !== undefined;
  const all: Readonly<Record<string, string | null | undefined>> = {
    组织名称: name,
    街道办事处: office?.authorityName ?? certificate?.authorityName ?? inner.authorityName,
    枢纽型社会组织: office?.hubName,
    社区: community?.name ?? roster?.communityName ?? inner.organization?.communityName,
    '居（村）委会': settled
      ? committeeName({ name: community.name ?? '', settlement: community.settlement ?? 'urban' })
      : inner.committee,
    备案号: inner.filingNumber ?? certificate?.filingNumber,
    申请日期: day(filing?.appliedOn),
    初审日期: day(filing?.committeeReview?.actedOn),
    初审经办人: filing?.committeeReview?.actor,
    审核日期: day(filing?.streetReview?.actedOn),
    审核经办人: filing?.streetReview?.actor,
    公示开始日期: day(notice?.startsOn),
    公示结束日期: day(notice?.endsOn),
    花名册日期: day(roster?.asOf),
    发证日期: day(certificate?.issuedOn),
    领证日期: day(certificate?.collectedOn),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([fact, value]) => (value === undefined ? [] : [[fact, value]])),
  );
};
