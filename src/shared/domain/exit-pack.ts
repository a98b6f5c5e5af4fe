import { z } from 'zod';
import { isoDate } from './dates.ts';
import { formerCertificate, type FilingAction } from './filing.ts';
import { recordId } from './ids.ts';

const required = (max: number) => z.string().trim().min(1).max(max);

/** A paper that was handed over: when, and who holds it now. */
const handover = z.object({ on: isoDate, holder: required(60) });

/** 资产及未了事项说明: what the organization had, where it went, what was still open. */
const assetStatement = z.object({
  assets: required(1000),
  disposal: required(1000),
  unfinished: required(1000),
  /** Who answers for what was still open. */
  successor: z.string().trim().max(60).nullable(),
  signedBy: required(60),
  signedOn: isoDate,
});

/** What an organization that ends brings (policy Art. 3): members' vote, three papers, statement. */
export const exitPack = z.object({
  /** The record of the members' vote. */
  voteRecordId: recordId.nullable(),
  charter: handover.nullable(),
  application: handover.nullable(),
  /** 备案证书: collected, or declared lost. */
  certificate: formerCertificate.nullable(),
  statement: assetStatement.nullable(),
});
export type ExitPack = z.infer<typeof exitPack>;

export const emptyExitPack: ExitPack = {
  voteRecordId: null,
  charter: null,
  application: null,
  certificate: null,
  statement: null,
};

/** What is on record besides the pack itself. */
export interface ExitEvidence {
  /** Whether the vote that the pack cites passed by the rules; null where it cites none. */
  readonly votePassed: boolean | null;
  /** Whether the organization holds a certificate at all. */
  readonly holdsCertificate: boolean;
}

const voteLacks = ({ votePassed }: ExitEvidence): readonly string[] => {
  if (votePassed === null) return ['全体成员会议表决记录'];
  return votePassed ? [] : ['通过的全体成员会议表决（引用的表决未通过）'];
};

const paperLacks = (pack: ExitPack, evidence: ExitEvidence): readonly string[] => [
  ...(pack.charter === null ? ['章程的交接'] : []),
  ...(pack.certificate === null && evidence.holdsCertificate ? ['备案证书的收缴或遗失声明'] : []),
  ...(pack.application === null ? ['注销申请书的交接'] : []),
];

/**
 * What a step of a dissolution waits for: the vote before the application, the three papers before the committee sends
 * it on, the statement before the end (policy Art. 3). None of it can be set aside with a reason.
 */
export const exitPackLacks = (
  action: FilingAction,
  pack: ExitPack,
  evidence: ExitEvidence,
): readonly string[] => {
  switch (action) {
    case 'submit':
      return voteLacks(evidence);
    case 'committee-pass':
      return [...voteLacks(evidence), ...paperLacks(pack, evidence)];
    case 'close-dissolution':
      return [
        ...voteLacks(evidence),
        ...paperLacks(pack, evidence),
        ...(pack.statement === null ? ['资产及未了事项说明'] : []),
      ];
    case 'committee-return':
    case 'committee-decline':
    case 'street-agree':
    case 'street-return':
    case 'street-refuse':
    case 'start-notice':
    case 'record-objection':
    case 'resolve-objection':
    case 'close-notice':
    case 'issue-certificate':
    case 'withdraw':
      return [];
  }
};
