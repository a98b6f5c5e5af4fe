import type { IsoDate } from './dates.ts';
import {
  dossierPart,
  type DossierGap,
  type DossierGapCode,
  type DossierPart,
  type DossierPartState,
} from './dossier.ts';

/** What is owed by now, whoever the organization is: follows from the rules and the day (policy Art. 1). */
export interface DossierDuties {
  readonly today: IsoDate;
  /** The last period whose report to the two committees should be in; null where the rules ask for none. */
  readonly reportPeriod: { readonly code: string; readonly label: string; readonly endsOn: IsoDate } | null;
  /** A survey counted on or after this day is recent enough; null where the rules ask for none. */
  readonly surveySince: IsoDate | null;
  /** What falls due up to this day is due soon. */
  readonly soon: IsoDate;
  /** Certificates that expire up to this day are reminded of. */
  readonly certificatesUntil: IsoDate;
  /** The last disclosure of each subject of the plan that should have been made by now. */
  readonly disclosures: readonly {
    readonly mark: string;
    readonly label: string;
    readonly endsOn: IsoDate;
  }[];
}

/** The recorded facts from which a dossier's completeness follows. */
export interface DossierEvidence {
  readonly businessScope: boolean;
  readonly premises: boolean;
  readonly category: boolean;
  readonly fallbackParty: boolean;
  readonly responsiblePerson: boolean;
  readonly charterAdopted: boolean;
  readonly filingNumber: boolean;
  readonly filedOn: boolean;
  readonly certificate: boolean;
  /** Stamped copies of what was filed last signed for, of the six that policy Art. 2(3) asks for. */
  readonly heldCopies: number;
  readonly members: number;
  readonly partyMembers: number;
  readonly declaredMembers: number | null;
  readonly responsiblePersonOnRoster: boolean;
  /** Label of the period whose report it owes; null where it owes none. */
  readonly owedReport: string | null;
  readonly owesSurvey: boolean;
  /** Labels of planned disclosures that it owes. */
  readonly owedDisclosures: readonly string[];
  /** Follow-ups and rectifications past their day. */
  readonly overdueMatters: number;
  readonly reports: number;
  readonly surveys: number;
  readonly disclosures: number;
  readonly dispositions: number;
  /** Papers that the office wants besides, in its order, and whether they are there. */
  readonly requiredPapers: readonly {
    readonly part: string;
    readonly title: string;
    readonly present: boolean;
  }[];
}

interface Requirement {
  readonly part: DossierPart;
  readonly code: DossierGapCode;
  readonly title: string | ((evidence: DossierEvidence) => string);
  readonly basis: string;
  readonly met: (evidence: DossierEvidence) => boolean;
}

const requiredCopies = 6;

/** What policy Art. 1 to 3 and the filing form ask of every dossier, in the order a clerk mends it. */
const requirements: readonly Requirement[] = [
  {
    part: 'charter-and-form',
    code: 'responsible-person',
    title: '未填负责人',
    basis: '第二条（一）',
    met: (e) => e.responsiblePerson,
  },
  {
    part: 'charter-and-form',
    code: 'category',
    title: '未定类别',
    basis: '第二条（一）',
    met: (e) => e.category,
  },
  {
    part: 'charter-and-form',
    code: 'business-scope',
    title: '未填业务范围',
    basis: '第二条（一）',
    met: (e) => e.businessScope,
  },
  {
    part: 'charter-and-form',
    code: 'premises',
    title: '未填活动场所',
    basis: '第二条（一）',
    met: (e) => e.premises,
  },
  {
    part: 'charter-and-form',
    code: 'fallback-party',
    title: '未定兜底党组织',
    basis: '第一条',
    met: (e) => e.fallbackParty,
  },
  {
    part: 'charter-and-form',
    code: 'charter-adopted',
    title: '章程未登记通过日期',
    basis: '第二条（一）',
    met: (e) => e.charterAdopted,
  },
  {
    part: 'charter-and-form',
    code: 'filing-number',
    title: '缺备案号',
    basis: '第二条（二）',
    met: (e) => e.filingNumber,
  },
  {
    part: 'charter-and-form',
    code: 'filed-on',
    title: '缺备案日期',
    basis: '第二条（二）',
    met: (e) => e.filedOn,
  },
  {
    part: 'charter-and-form',
    code: 'certificate',
    title: '未发备案证书',
    basis: '第二条（二）',
    met: (e) => e.certificate,
  },
  {
    part: 'charter-and-form',
    code: 'held-copies',
    title: '章程、备案表未三方签收',
    basis: '第二条（三）',
    met: (e) => e.heldCopies >= requiredCopies,
  },
  {
    part: 'roster',
    code: 'roster-empty',
    title: '花名册没有成员',
    basis: '第二条 档案（二）',
    met: (e) => e.members > 0,
  },
  {
    part: 'roster',
    code: 'responsible-person-on-roster',
    title: '花名册里没有负责人',
    basis: '第二条 档案（二）',
    met: (e) => e.responsiblePersonOnRoster,
  },
  {
    part: 'roster',
    code: 'member-count',
    title: '花名册人数与填报人数不符',
    basis: '第二条 档案（二）',
    met: (e) => e.declaredMembers === null || e.declaredMembers === e.members,
  },
  {
    part: 'reports-and-surveys',
    code: 'committee-report',
    title: (e) => `缺${e.owedReport ?? ''}向两委的报告`,
    basis: '第一条',
    met: (e) => e.owedReport === null,
  },
  {
    part: 'reports-and-surveys',
    code: 'survey',
    title: '近期没有满意度测评结果',
    basis: '第一条',
    met: (e) => !e.owesSurvey,
  },
  {
    part: 'disclosures',
    code: 'disclosure',
    title: ({ owedDisclosures: [first = '', ...others] }) =>
      others.length === 0 ? `${first}未公开` : `${first}等 ${others.length + 1} 项未公开`,
    basis: '第二条 档案（四）',
    met: (e) => e.owedDisclosures.length === 0,
  },
  {
    part: 'dispositions',
    code: 'overdue-matter',
    title: (e) => `${e.overdueMatters} 项整改过期未办结`,
    basis: '第二条 档案（五）',
    met: (e) => e.overdueMatters === 0,
  },
];

const percentOf = (met: number, of: number): number => (of === 0 ? 100 : Math.floor((met * 100) / of));

export interface DossierAssessment {
  /** Share of met requirements over all parts, 0–100, rounded down: 100 means nothing is missing. */
  readonly completeness: number;
  readonly parts: readonly DossierPartState[];
  readonly gaps: readonly DossierGap[];
}

/** What a part holds, in a few words. */
const holdings: Readonly<Record<DossierPart, (evidence: DossierEvidence) => string>> = {
  'charter-and-form': () => '材料齐全',
  roster: (e) => `${e.members} 人`,
  'reports-and-surveys': (e) =>
    e.reports + e.surveys === 0 ? '还没有记录' : `报告 ${e.reports} 份，测评 ${e.surveys} 次`,
  disclosures: (e) => (e.disclosures === 0 ? '还没有记录' : `公开 ${e.disclosures} 项`),
  dispositions: (e) => (e.dispositions === 0 ? '无处理记录' : `处理 ${e.dispositions} 项`),
};

const summaryOf = (part: DossierPart, lacks: readonly string[], evidence: DossierEvidence): string => {
  if (lacks.length === 0) return holdings[part](evidence);
  return part === 'charter-and-form' ? `还差 ${lacks.length} 项` : (lacks[0] ?? '');
};

const quotedTitle = (title: string): string => `缺“${title}”`;

/** All papers of the office that are lacking as one gap: one place mends them all. */
const paperGap = (lacking: DossierEvidence['requiredPapers']): readonly DossierGap[] => {
  const [first, ...others] = lacking;
  if (first === undefined) return [];
  return [
    {
      part: dossierPart.safeParse(first.part).data ?? null,
      code: 'required-paper',
      title:
        others.length === 0
          ? quotedTitle(first.title)
          : `${quotedTitle(first.title)}等 ${lacking.length} 份本单位要求的材料`,
      basis: '第二条 档案（包含但不限于）',
    },
  ];
};

/** Completeness of the five parts (policy Art. 2) from what is recorded. */
export const assessDossier = (evidence: DossierEvidence): DossierAssessment => {
  const gaps = requirements
    .filter((requirement) => !requirement.met(evidence))
    .map(({ part, code, title, basis }) => ({
      part,
      code,
      title: typeof title === 'string' ? title : title(evidence),
      basis,
    }));
  const wanted = evidence.requiredPapers;
  const lacking = wanted.filter(({ present }) => !present);
  const parts = dossierPart.options.map((part) => {
    const inPart = (each: { readonly part: string }): boolean => each.part === part;
    const all = requirements.filter(inPart).length + wanted.filter(inPart).length;
    const lacks = [
      ...gaps.filter(inPart).map(({ title }) => title),
      ...lacking.filter(inPart).map(({ title }) => quotedTitle(title)),
    ];
    return { part, percent: percentOf(all - lacks.length, all), summary: summaryOf(part, lacks, evidence) };
  });
  const asked = requirements.length + wanted.length;
  return {
    completeness: percentOf(asked - gaps.length - lacking.length, asked),
    parts,
    gaps: [...gaps, ...paperGap(lacking)],
  };
};
