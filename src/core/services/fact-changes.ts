import { chineseDate } from '../../shared/domain/chinese-date.ts';
import type { Categories, Founder, OrganizationFacts } from '../../shared/domain/organization.ts';
import {
  domainCategoryLabels,
  fallbackPartyLabels,
  fourClassLabels,
  natureLabels,
  sixClassLabels,
} from '../../shared/labels/organization.ts';

/** A filed fact that changes, as papers word it; null where it was or is not known. */
export interface FactChange {
  readonly item: string;
  readonly before: string | null;
  readonly after: string | null;
  /** False for facts that may belong to a person: they stay off public papers. */
  readonly open: boolean;
}

/** Names of what facts only refer to. */
export interface ReferredNames {
  readonly community: string | null;
  readonly responsiblePerson: string | null;
}

/** Every category that an organization has, scheme by scheme. */
export const categoryWords = (categories: Categories): string | null => {
  const { domain, nature } = categories;
  const fourClass = categories['four-class'];
  const sixClass = categories['six-class'];
  const words = [
    fourClass && fourClassLabels[fourClass],
    domain && domainCategoryLabels[domain],
    sixClass && sixClassLabels[sixClass],
    nature && natureLabels[nature],
  ].filter(Boolean);
  return words.length === 0 ? null : words.join('；');
};

const founderWords = (founders: readonly Founder[]): string | null =>
  founders.length === 0 ? null : founders.map(({ name }) => name).join('、');

type Line = readonly [item: string, words: string | null, open: boolean];

const linesOf = (facts: OrganizationFacts, names: ReferredNames): readonly Line[] => {
  const { fallbackParty: party, premisesAreaSquareMetres: area } = facts;
  return [
    ['名称', facts.name, true],
    ['简称', facts.shortName, true],
    ['所属社区（村）', names.community, true],
    ['类别', categoryWords(facts.categories), true],
    ['负责人', names.responsiblePerson, true],
    ['业务范围', facts.businessScope, true],
    ['宗旨', facts.purpose, true],
    ['活动地域', facts.activityArea, true],
    ['活动场所', facts.premises, false],
    ['场所来源', facts.premisesSource, false],
    ['场所面积', area === null ? null : `${area}平方米`, false],
    ['活动资金及来源', facts.funds, false],
    ['兜底党组织', party && `${party.name}（${fallbackPartyLabels[party.kind]}）`, true],
    ['党建指导员', facts.partyAdviser, false],
    ['联系人', facts.contactName, false],
    ['联系电话', facts.contactPhone, false],
    ['章程通过日期', facts.charterAdoptedOn && chineseDate(facts.charterAdoptedOn), true],
    ['发起人', founderWords(facts.founders), false],
  ];
};

/** The filed facts that differ, in the order of the filing form (policy Art. 2(4)). */
export const factChanges = (
  before: { readonly facts: OrganizationFacts; readonly names: ReferredNames },
  after: { readonly facts: OrganizationFacts; readonly names: ReferredNames },
): readonly FactChange[] => {
  const former = linesOf(before.facts, before.names);
  return linesOf(after.facts, after.names).flatMap(([item, words, open], index) => {
    const was = former[index]?.[1] ?? null;
    return was === words ? [] : [{ item, before: was, after: words, open }];
  });
};
