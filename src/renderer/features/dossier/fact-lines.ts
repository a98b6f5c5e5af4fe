import type { Dossier } from '../../../shared/domain/dossier.ts';
import {
  domainCategoryLabels,
  fallbackPartyLabels,
  fourClassLabels,
  natureLabels,
  settlementLabels,
  sixClassLabels,
} from '../../../shared/labels/organization.ts';
import { partialDateWords } from '../../app/calendar-words.ts';

export interface FactLine {
  readonly label: string;
  /** null where it is not known. */
  readonly value: string | null;
  /** Takes both columns. */
  readonly wide: boolean;
}

const worded = <T extends string>(code: T | null, labels: Readonly<Record<T, string>>): string | null =>
  code === null ? null : labels[code];

const categoriesText = ({ organization: { categories } }: Dossier): string | null => {
  const words = [
    worded(categories['four-class'], fourClassLabels),
    worded(categories.domain, domainCategoryLabels),
    worded(categories['six-class'], sixClassLabels),
    worded(categories.nature, natureLabels),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join('、');
};

const partyText = ({ organization: { fallbackParty } }: Dossier): string | null =>
  fallbackParty === null ? null : `${fallbackParty.name}（${fallbackPartyLabels[fallbackParty.kind]}）`;

const premisesText = ({
  organization: { premises, premisesSource, premisesAreaSquareMetres: area },
}: Dossier) => {
  const notes = [premisesSource, area === null ? null : `${area} 平方米`].filter((note) => note !== null);
  return premises === null ? null : `${premises}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
};

const dateText = (date: string | null): string | null => (date === null ? null : partialDateWords(date));

/** The facts of an organization in the order of the filing form. */
export const factLines = (dossier: Dossier): readonly FactLine[] => {
  const { organization: facts } = dossier;
  const line = (label: string, value: string | null, wide = false): FactLine => ({ label, value, wide });
  return [
    line('备案号', facts.filingNumber),
    line('备案日期', dateText(facts.filedOn)),
    line('所在社区', `${dossier.communityName}（${settlementLabels[dossier.settlement]}）`),
    line('成立日期', dateText(facts.foundedOn)),
    line('负责人', dossier.responsiblePersonName),
    line('联系电话', dossier.maskedPhone),
    line('类别', categoriesText(dossier), true),
    line('业务范围', facts.businessScope, true),
    line('宗旨', facts.purpose, true),
    line('活动场所', premisesText(dossier), true),
    line('活动地域', facts.activityArea),
    line('活动资金', facts.funds),
    line('兜底党组织', partyText(dossier), true),
    line('党建指导员', facts.partyAdviser),
    line('章程通过', dateText(facts.charterAdoptedOn)),
    line('填报成员数', facts.declaredMemberCount === null ? null : `${facts.declaredMemberCount} 人`),
    line('备注', facts.remark),
  ];
};
