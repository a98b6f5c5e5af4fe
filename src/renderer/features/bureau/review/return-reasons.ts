import type { QualityFinding } from '../../../../shared/domain/bureau.ts';
import { qualityLabels } from '../../../../shared/labels/bureau.ts';

export interface ReturnReason {
  /** Null for the whole ledger. */
  readonly organizationId: string | null;
  readonly organization: string | null;
  readonly text: string;
}

/** A reason while it is being written. */
export interface DraftReason {
  /** Id of the organization; null for the whole ledger. */
  readonly about: string | null;
  readonly text: string;
}

export const emptyDraft: DraftReason = { about: null, text: '' };

/** The reason that a draft says; none where nothing is written. */
export const reasonsOfDraft = (
  { about, text }: DraftReason,
  organizations: readonly { readonly id: string; readonly name: string }[],
): readonly ReturnReason[] => {
  if (text.trim() === '') return [];
  const organization = organizations.find(({ id }) => id === about) ?? null;
  return [
    { organizationId: organization?.id ?? null, organization: organization?.name ?? null, text: text.trim() },
  ];
};

/** What bureaus return ledgers for most; a person may change the words. */
export const usualReasons: readonly string[] = [
  '台账数据与纸质报送函不一致，请核对后重新报送。',
  '组织数与上期相差较大，请说明原因。',
  '缺少负责人或联系方式，请补齐。',
  '兜底党组织没有填写，请补齐。',
  '备案号不规范或重复，请核对改正。',
  '缺少附件扫描件，请补报。',
];

/** Most reasons that a receipt may name. */
const mostReasons = 2000;

/** A reason for each thing that a person should look at, so that the street finds it. */
export const reasonsOfFindings = (findings: readonly QualityFinding[]): readonly ReturnReason[] =>
  findings.slice(0, mostReasons).map(({ code, organizationId, organization, detail }) => ({
    organizationId,
    organization,
    text: `${qualityLabels[code].replace(/。$/, '')}${detail === null || detail === '' ? '' : `：${detail}`}`.slice(
      0,
      500,
    ),
  }));

const keyOf = ({ organizationId, text }: ReturnReason): string => `${organizationId ?? ''} ${text}`;

/** Reasons with those added that are not there yet. */
export const withReasons = (
  reasons: readonly ReturnReason[],
  more: readonly ReturnReason[],
): readonly ReturnReason[] => {
  const known = new Set(reasons.map(keyOf));
  return [...reasons, ...more.filter((reason) => !known.has(keyOf(reason)))].slice(0, mostReasons);
};
