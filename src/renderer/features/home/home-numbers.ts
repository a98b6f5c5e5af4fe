import type { HomeFilings } from '../../../shared/contract/home.ts';
import type { DueFilter, LackingFilter } from '../../../shared/contract/organizations.ts';
import type { ConsentKind } from '../../../shared/domain/people.ts';
import { paths } from '../../app/paths.ts';
import type { NumberTone } from '../../components/NumberCard.tsx';

/** A number of the first screen and the list that it counts. */
export interface HomeNumber {
  readonly label: string;
  /** What it asks for. */
  readonly hint: string;
  readonly tone: NumberTone;
  readonly to: string;
}

/** Open filings by what they wait for, in the order of the work. */
export const filingNumbers: Readonly<Record<keyof HomeFilings, HomeNumber>> = {
  open: { label: '正在办理', hint: '查看', tone: 'good', to: paths.filings },
  drafts: {
    label: '准备、补正材料',
    hint: '去补齐',
    tone: 'waiting',
    to: paths.filingsIn(['preparing', 'returned']),
  },
  awaitingCommittee: {
    label: '待居（村）委会初审',
    hint: '去登记',
    tone: 'waiting',
    to: paths.filingsIn(['applied']),
  },
  awaitingStreet: {
    label: '待街道审核',
    hint: '去登记',
    tone: 'waiting',
    to: paths.filingsIn(['committee-passed']),
  },
  awaitingNotice: {
    label: '待公示',
    hint: '去公示',
    tone: 'waiting',
    to: paths.filingsIn(['street-agreed']),
  },
  onNotice: { label: '公示中', hint: '查看', tone: 'good', to: paths.filingsIn(['on-notice']) },
  objected: { label: '公示有异议', hint: '去处理', tone: 'late', to: paths.filingsIn(['objected']) },
  noticesEnded: { label: '公示期满', hint: '可发证', tone: 'good', to: paths.filingsDue('notice-ended') },
  overdue: { label: '办理逾期', hint: '去催办', tone: 'late', to: paths.filingsDue('overdue') },
};

/** The organizations that lack this. */
export const gapPath = (lacking: LackingFilter): string => paths.organizationsWhere({ lacking });

/** The organizations of which this falls due. */
export const duePath = (due: DueFilter): string => paths.organizationsWhere({ due });

/** The people who lack this consent. */
export const consentPath = (kind: ConsentKind): string => paths.peopleWhere({ lacks: kind });
