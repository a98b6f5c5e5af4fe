import type { FilingKind } from './filing.ts';
import type { OrganizationFacts } from './organization.ts';
import type { RequiredMaterial } from './rule-pack.ts';

/** What is on record of a filing's papers. */
export interface MaterialEvidence {
  readonly facts: OrganizationFacts;
  readonly memberCount: number;
  readonly hasCertificate: boolean;
  /** Names of scans, and what steps say of paper: a material named in one of them is there. */
  readonly papers: readonly string[];
  /** Required clauses that the charter lacks, by name. */
  readonly missingClauses: readonly string[];
}

/** A material of the list, there or not, and what is missing of it. */
export interface ChecklistItem {
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly present: boolean;
  readonly hint: string | null;
}

const stated: Readonly<Partial<Record<keyof OrganizationFacts, string>>> = {
  responsiblePersonId: '负责人',
  premises: '活动场所',
  activityArea: '活动地域',
  businessScope: '业务范围',
  purpose: '宗旨',
  fallbackParty: '兜底党组织',
};

/** Facts that the filing form must state and does not, by name. */
const missingOnForm = (facts: OrganizationFacts): readonly string[] => {
  const missing = Object.entries(stated)
    .filter(([fact]) => !facts[fact as keyof OrganizationFacts])
    .map(([, name]) => name);
  return Object.values(facts.categories).every((code) => code === null) ? [...missing, '类别'] : missing;
};

/** What the archive itself can say about a material; null where nothing is missing. */
const hintOf = ({ code, name }: RequiredMaterial, evidence: MaterialEvidence): string | null => {
  switch (code) {
    case 'charter':
      return evidence.facts.charterAdoptedOn === null ? '请填写章程通过日期，或附上章程扫描件' : null;
    case 'filing-form': {
      const missing = missingOnForm(evidence.facts);
      return missing.length === 0 ? null : `备案表还缺：${missing.join('、')}`;
    }
    case 'roster':
      return evidence.memberCount === 0 ? '花名册还没有成员' : null;
    case 'certificate':
      return evidence.hasCertificate ? null : '档案里没有有效的备案证书，请附上扫描件或写明去向';
    default:
      return `请附上《${name}》的扫描件`;
  }
};

/** A charter that is there in paper still has to say what the rules require. */
const clauseHint = ({ code }: RequiredMaterial, { missingClauses }: MaterialEvidence): string | null =>
  code === 'charter' && missingClauses.length > 0 ? `章程还缺条款：${missingClauses.join('、')}` : null;

/** Shorter name by which a paper is called on a scan, e.g. 备案表 for 社区社会组织备案表. */
const calledBy = (name: string): string => name.replace(/^社区社会组织/, '');

/**
 * The materials that a kind of filing needs by the rule pack, each there or missing. Nothing is asked for twice: what
 * the archive already states counts as handed in (policy Art. 2: 减材料).
 */
export const materialChecklist = (
  kind: FilingKind,
  required: readonly RequiredMaterial[],
  evidence: MaterialEvidence,
): readonly ChecklistItem[] =>
  required
    .filter(({ filingKinds }) => filingKinds.includes(kind))
    .map((material) => {
      const { code, name, basis } = material;
      const onPaper = evidence.papers.some((paper) => paper.includes(calledBy(name)));
      const hint = clauseHint(material, evidence) ?? (onPaper ? null : hintOf(material, evidence));
      return { code, name, basis, present: hint === null, hint };
    });
