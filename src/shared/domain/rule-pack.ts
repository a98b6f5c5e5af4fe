import { z } from 'zod';
import {
  archivalCodeRule,
  archivalTemplateFlaw,
  retentionPeriod,
  usualArchivalCodeRule,
} from './archival-code.ts';
import { charterClause } from './charter-clauses.ts';
import { categoryMappingRule, defaultCategoryMapping } from './category-mapping.ts';
import { isoDate } from './dates.ts';
import { defaultDocumentNumberTemplates, documentNumberTemplates } from './document-number.ts';
import { disclosureSubject } from './dossier-record.ts';
import { filingKind } from './filing.ts';
import { ledgerColumn, usualLedgerColumns } from './ledger-columns.ts';
import { rulePackId } from './ids.ts';
import { defaultRegistrationSteps } from './registration.ts';
import { requiredClauses } from './required-clauses.ts';
import { memberField, personTag } from './people.ts';
import { surveyScale, surveyWeights } from './survey.ts';

const limit = z.object({ days: z.int().min(0).max(365), unit: z.enum(['working', 'calendar']) });
export type TimeLimit = z.infer<typeof limit>;

/** A paper that a filing must have, and the clause that asks for it. */
export const requiredMaterial = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  basis: z.string().trim().max(60),
  /** The kinds of filing that need it. */
  filingKinds: z.array(filingKind).min(1),
});
export type RequiredMaterial = z.infer<typeof requiredMaterial>;

/** Policy, 档案 (五): 民政部门、街道办事处、居（村）委会等部门; the list is open. */
const defaultAuthorities = [
  '区民政局',
  '街道办事处',
  '街道党工委',
  '居（村）委会',
  '公安派出所',
  '市场监督管理所',
  '消防救援机构',
  '城市管理执法队',
];

const plannedDisclosure = z.object({
  subject: disclosureSubject,
  timesPerYear: z.int().min(1).max(12),
  /** Days after the end of its period in which a disclosure is still in time. */
  graceDays: z.int().min(0).max(180),
});

/** 地方规则包: every number the policy leaves open, with a safe default (DOMAIN 4). Dated, editable, importable. */
export const rulePackBody = z.object({
  name: z.string().trim().min(1).max(60),
  copies: z.int().min(1).max(10),
  committeeReview: limit,
  streetReview: limit,
  filingNotice: limit,
  exitNotice: limit,
  minimumFounders: z.int().min(0),
  minimumMembers: z.int().min(0),
  /** null: certificates do not expire. */
  certificateValidityMonths: z.int().min(1).max(600).nullable(),
  certificateReminderDays: z.array(z.int().positive()).max(5),
  /** Rectifications and follow-ups that fall due within these days are shown as due soon. */
  dueSoonDays: z.int().min(1).max(90).default(15),
  committeeReportsPerYear: z.int().min(0).max(12),
  /** 0: the rules ask for none. */
  surveysPerYear: z.int().min(0).max(4).default(1),
  survey: surveyScale.extend({
    weights: surveyWeights.default({ committees: 1, residents: 1, units: 1 }),
    minimumBallots: z.int().min(0).max(1000).default(5),
    items: z
      .array(z.string().trim().min(1).max(60))
      .min(1)
      .max(20)
      .default([
        '党的建设',
        '作用发挥',
        '服务质量',
        '活动开展',
        '群众参与',
        '制度执行',
        '财务公开',
        '安全管理',
      ]),
  }),
  /** When a vote of the members passes: present of those expected, in favour of those present. */
  vote: z
    .object({ quorum: z.enum(['half', 'two-thirds']), majority: z.enum(['half', 'two-thirds']) })
    .default({ quorum: 'two-thirds', majority: 'half' }),
  members: z
    .object({
      /** Facts that the office keeps beyond the necessary; none by default. */
      optionalFields: z.array(memberField).max(memberField.options.length),
      /** Words for people beside the known ones. */
      ownTags: z.array(personTag).max(40),
      /** How long before its end a term is on the list. */
      termReminderDays: z.int().min(0).max(730),
    })
    .default({ optionalFields: [], ownTags: [], termReminderDays: 60 }),
  exit: z
    .object({
      /** Volumes of ended organizations: counted anew each year, or counted through. */
      volumes: z.enum(['yearly', 'continuous']),
      /** Months without any sign of life after which an organization is listed as inactive. */
      inactiveMonths: z.int().min(1).max(120),
      /** Authorities that a disposition can come from; others may be typed. */
      authorities: z.array(z.string().trim().min(1).max(60)).max(40).default(defaultAuthorities),
    })
    .default({ volumes: 'yearly', inactiveMonths: 12, authorities: defaultAuthorities }),
  /** What every organization has to disclose, and how often (档案 (四)); none: nothing is owed. */
  disclosurePlan: z
    .array(plannedDisclosure)
    .max(8)
    .refine((plan) => new Set(plan.map(({ subject }) => subject)).size === plan.length, '同一事项只能列一次')
    .default([
      { subject: 'finance', timesPerYear: 2, graceDays: 30 },
      { subject: 'activity', timesPerYear: 2, graceDays: 30 },
      { subject: 'annual', timesPerYear: 1, graceDays: 60 },
    ]),
  ledger: z.object({
    periods: z.enum(['half-year', 'quarter']),
    dueDaysAfter: z.int().min(0).max(90),
    reminderDays: z.array(z.int().positive()).max(8),
    includeIdentityNumbers: z.boolean(),
    includePhones: z.boolean(),
    /** Columns of the printed ledger, in their order. */
    columns: z
      .array(ledgerColumn)
      .min(1)
      .max(ledgerColumn.options.length)
      .refine((columns) => new Set(columns).size === columns.length, '同一栏只能列一次')
      .default(() => [...usualLedgerColumns]),
  }),
  /**
   * Template of 备案号. Tokens: {office} {area9} {village3} {YYYY} {category} {seq} {seq4}.
   * Default `{office}社备〔{YYYY}〕{seq}号`. The sequence restarts each year.
   */
  filingNumberTemplate: z.string().trim().min(3).max(80),
  /**
   * Templates of 文号 of the papers that a filing's steps issue, by the same tokens but those of a community; each kind
   * counts for itself and restarts each year.
   */
  documentNumberTemplates: documentNumberTemplates.default(defaultDocumentNumberTemplates),
  /** Wording and head of official papers. */
  papers: z
    .object({
      /** Title of the document on whose clauses papers rest, without brackets; null where it is not to be named. */
      policyTitle: z.string().trim().min(1).max(80).nullable(),
      /** Red head and line above official papers (GB/T 9704-2012, 7.2); off where the office has headed paper. */
      redHead: z.boolean(),
    })
    .default({ policyTitle: null, redHead: false }),
  /** Activities, volunteers and their points (policy Art. 4, 6). */
  services: z
    .object({
      /** Days after an activity in which its papers are handed in; null: nobody asks for them. */
      activityFilingDays: z.int().min(0).max(90).nullable(),
      pointsPerHour: z.int().min(0).max(1000),
      /** How long a proof of service is posted before it is issued. */
      proofNoticeDays: z.int().min(0).max(60),
    })
    .default({ activityFilingDays: 3, pointsPerHour: 10, proofNoticeDays: 7 }),
  /** What is to be done on the way to legal registration. */
  registrationSteps: z
    .array(z.string().trim().min(1).max(80))
    .max(30)
    .default(() => [...defaultRegistrationSteps]),
  /** Proposals of a category from one that is known in another scheme; the first that fits is proposed. */
  categoryMapping: z
    .array(categoryMappingRule)
    .max(100)
    .default(() => [...defaultCategoryMapping]),
  /** A person who leads more organizations than this is pointed out. */
  mostOrganizationsLed: z.int().min(1).max(50).default(3),
  density: z.object({ urban: z.int(), rural: z.int() }),
  requiredMaterials: z.array(requiredMaterial).max(30),
  /** What every charter must say. */
  charterClauses: z
    .array(charterClause)
    .max(60)
    .default(() => [...requiredClauses]),
  retention: z.array(z.object({ material: z.string(), period: retentionPeriod })).max(40),
  /** How items of the archive are numbered (档号). */
  archivalCode: archivalCodeRule
    .refine(({ template }) => archivalTemplateFlaw(template) === null, {
      path: ['template'],
      error: '要有年度、保管期限，并以件号结尾',
    })
    .default(usualArchivalCodeRule),
});
export type RulePackBody = z.infer<typeof rulePackBody>;

export const rulePack = z.object({
  id: rulePackId,
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  body: rulePackBody,
});
export type RulePack = z.infer<typeof rulePack>;

/** The exchange file of a rule pack. */
export const rulePackFile = z.object({
  format: z.literal('hub-archive-rule-pack'),
  version: z.literal(1),
  validFrom: isoDate,
  body: rulePackBody,
});
export type RulePackFile = z.infer<typeof rulePackFile>;
