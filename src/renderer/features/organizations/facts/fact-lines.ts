import { maskPhone } from '../../../../shared/domain/masking.ts';
import type { OrganizationFacts } from '../../../../shared/domain/organization.ts';
import {
  domainCategoryLabels,
  fallbackPartyLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../../../../shared/labels/organization.ts';
import { partialDateWords } from '../../../app/calendar-words.ts';

export interface FactLine {
  readonly label: string;
  /** null where it is not known. */
  readonly value: string | null;
  /** Takes both columns. */
  readonly wide: boolean;
}

const worded = <T extends string>(code: T | null, labels: Readonly<Record<T, string>>): string | null =>
  code === null ? null : labels[code];

/** Names of what the facts only refer to. */
export interface FactNames {
  readonly community: string;
  readonly responsiblePerson: string | null;
}

const categoriesText = ({ categories }: OrganizationFacts): string | null => {
  const words = [
    worded(categories['four-class'], fourClassLabels),
    worded(categories.domain, domainCategoryLabels),
    worded(categories['six-class'], sixClassLabels),
    worded(categories.nature, natureLabels),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join('、');
};

const partyText = ({ fallbackParty }: OrganizationFacts): string | null =>
  fallbackParty === null ? null : `${fallbackParty.name}（${fallbackPartyLabels[fallbackParty.kind]}）`;

const premisesText = ({
  premises,
  premisesSource,
  premisesAreaSquareMetres: area,
}: OrganizationFacts): string | null => {
  const notes = [premisesSource, area === null ? null : `${area} 平方米`].filter((note) => note !== null);
  return premises === null ? null : `${premises}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
};

export const dateText = (date: string | null): string | null =>
  date === null ? null : partialDateWords(date);

/** The facts of an organization in the order of the filing form; one line per fact, in words. */
export const factLines = (facts: OrganizationFacts, names: FactNames): readonly FactLine[] => {
  const line = (label: string, value: string | null, wide = false): FactLine => ({ label, value, wide });
  return [
    line('名称', facts.name),
    line('所在社区', names.community),
    line('成立日期', dateText(facts.foundedOn)),
    line('负责人', names.responsiblePerson),
    line('联系人', facts.contactName),
    line('联系电话', maskPhone(facts.contactPhone)),
    line('类别', categoriesText(facts), true),
    line('业务范围', facts.businessScope, true),
    line('宗旨', facts.purpose, true),
    line('活动场所', premisesText(facts), true),
    line('活动地域', facts.activityArea),
    line('活动资金', facts.funds),
    line('兜底党组织', partyText(facts), true),
    line('党建指导员', facts.partyAdviser),
    line('章程通过', dateText(facts.charterAdoptedOn)),
    line('填报成员数', facts.declaredMemberCount === null ? null : `${facts.declaredMemberCount} 人`),
    line('备注', facts.remark),
  ];
};
