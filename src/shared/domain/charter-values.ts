import type { CharterFieldValues } from './charter.ts';
import { chineseDate } from './chinese-date.ts';
import { copiesLabel } from './chinese-number.ts';
import type { OfficeProfile } from './office.ts';
import type { OrganizationFacts } from './organization.ts';

export interface CharterContext {
  readonly facts: OrganizationFacts;
  readonly office: Pick<OfficeProfile, 'authorityName' | 'hubName' | 'partyCommittee'>;
  /** Full name of the residents' or villagers' committee. */
  readonly committee: string;
  readonly responsiblePerson: string | null;
  readonly category: string | null;
  /** Copies that are kept, from the rule pack. */
  readonly copies: number;
}

/** A fact without the full stop that a clerk may have typed, because the sentence brings its own. */
const bare = (value: string | null): string | null => value?.trim().replace(/[。.；;，,]+$/, '') || null;

const count = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** What the fields of a charter stand for. */
export const charterValues = ({
  facts,
  office,
  committee,
  responsiblePerson,
  category,
  copies,
}: CharterContext): CharterFieldValues => {
  const vote = facts.foundingVote;
  const adoptedOn = facts.charterAdoptedOn ?? vote?.heldOn ?? null;
  return {
    组织名称: facts.name,
    简称: facts.shortName,
    类别: category,
    宗旨: bare(facts.purpose),
    活动地域: bare(facts.activityArea),
    活动场所: bare(facts.premises),
    备案机关: office.authorityName,
    '居（村）委会': committee,
    枢纽型社会组织: office.hubName,
    '街道党（工）委': office.partyCommittee,
    兜底党组织: facts.fallbackParty?.name ?? null,
    党建指导员: facts.partyAdviser,
    业务范围: bare(facts.businessScope),
    负责人: responsiblePerson,
    活动资金及来源: bare(facts.funds),
    章程通过日期: adoptedOn === null ? null : chineseDate(adoptedOn),
    应到: count(vote?.expected),
    实到: count(vote?.present),
    同意: count(vote?.inFavour),
    反对: count(vote?.against),
    弃权: count(vote?.abstained),
    份数: copiesLabel(copies),
  };
};
