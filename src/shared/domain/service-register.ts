import { z } from 'zod';
import { isoDate, isoInstant, type IsoDate } from './dates.ts';
import { communityId, organizationId, personId, serviceLineId } from './ids.ts';
import { domainCategory } from './organization.ts';

/**
 * The registers of what organizations do and of those who help them (policy Art. 4–7, 9, 10). Each is a table of
 * fields; the form, the list, the workbook and the checks are made of it, so that a new register is a new entry here
 * and its words in labels/service-register.ts.
 */

/** Payments of a contract, subsidies, uses of a donation: days and whole fen. */
export const payment = z.object({
  on: isoDate,
  fen: z.int().min(1).max(100_000_000_000),
  note: z.string().trim().max(100).nullable(),
});
export type Payment = z.infer<typeof payment>;

export type FieldSpec =
  | { readonly type: 'text'; readonly max: number; readonly rows: number; readonly required: boolean }
  | { readonly type: 'date'; readonly required: boolean }
  /** Hours and minutes of a day, HH:MM. */
  | { readonly type: 'time'; readonly required: boolean }
  | { readonly type: 'choice'; readonly codes: readonly string[]; readonly required: boolean }
  /** Any of some codes. */
  | { readonly type: 'tags'; readonly codes: readonly string[]; readonly required: boolean }
  | { readonly type: 'count'; readonly max: number; readonly required: boolean }
  /** Whole fen. */
  | { readonly type: 'money'; readonly required: boolean }
  | { readonly type: 'payments'; readonly required: boolean }
  | { readonly type: 'organizations'; readonly required: boolean }
  /** A counted survey of the line's organization. */
  | { readonly type: 'survey'; readonly required: boolean }
  /** A line of another register. */
  | { readonly type: 'line'; readonly register: string; readonly required: boolean };

interface Presence {
  readonly required?: boolean;
}
const text = (max: number, { required = false, rows = 1 }: Presence & { readonly rows?: number } = {}) =>
  ({ type: 'text', max, rows, required }) as const;
const story = (max: number, presence: Presence = {}) => text(max, { ...presence, rows: 3 });
const date = { type: 'date', required: false } as const;
const time = { type: 'time', required: false } as const;
const choice = <const C extends readonly string[]>(codes: C, { required = false }: Presence = {}) =>
  ({ type: 'choice', codes, required }) as const;
const tags = <const C extends readonly string[]>(codes: C) =>
  ({ type: 'tags', codes, required: false }) as const;
const count = (max: number) => ({ type: 'count', max, required: false }) as const;
const money = ({ required = false }: Presence = {}) => ({ type: 'money', required }) as const;
const payments = { type: 'payments', required: false } as const;
const organizations = { type: 'organizations', required: false } as const;
const survey = { type: 'survey', required: false } as const;
const line = (register: string) => ({ type: 'line', register, required: false }) as const;

/** 服务人群 (policy Art. 4(一), FEATURES J17). */
const servedGroups = [
  'elderly',
  'children',
  'disabled',
  'women',
  'needy',
  'veterans',
  'newcomers',
  'residents',
] as const;
const heads = 1_000_000;

/** How an organization, a community and a person belong to the lines of a register. */
type Belonging = 'required' | 'optional' | 'none';

export interface RegisterSpec {
  readonly organization: Belonging;
  readonly community: Belonging;
  readonly person: Belonging;
  /** Whether people are named on its lines: with minutes that count as service, or only by name. */
  readonly people: 'minutes' | 'named' | 'none';
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Fields of the list, in their order, besides day, title and organization. */
  readonly listed: readonly string[];
  /** By what the list is filtered; see `stateOf`. */
  readonly states: readonly string[];
  /** Which field adds up below the list. */
  readonly sum: 'fen' | 'heads' | 'minutes' | null;
}

const ofOrganization = {
  organization: 'required',
  community: 'none',
  person: 'none',
  people: 'none',
} as const;
const perhapsOfOrganization = { ...ofOrganization, organization: 'optional' } as const;

export const serviceRegisters = {
  /** 活动 (policy Art. 4): 需求由群众提出、活动让群众参与、成效让群众评判. */
  activity: {
    ...ofOrganization,
    people: 'minutes',
    fields: {
      domain: choice(domainCategory.options, { required: true }),
      startsAt: time,
      endsAt: time,
      place: text(120),
      needSource: choice(['residents', 'committee', 'survey', 'unit', 'own'], { required: true }),
      need: story(1000),
      groups: tags(servedGroups),
      heads: count(heads),
      result: story(2000),
      asked: count(heads),
      pleased: count(heads),
      judgement: story(1000),
      noticedOn: date,
      filedOn: date,
    },
    listed: ['domain', 'place', 'heads'],
    states: domainCategory.options,
    sum: 'heads',
  },
  /** 议事协商、居民调查、居（村）民公约 (policy Art. 4(二)). */
  consultation: {
    ...perhapsOfOrganization,
    community: 'optional',
    people: 'named',
    fields: {
      form: choice(['deliberation', 'resident-survey', 'covenant'], { required: true }),
      place: text(120),
      who: tags([
        'old-party-member',
        'party-delegate',
        'congress-deputy',
        'cppcc-member',
        'social-worker',
        'professional',
        'resident',
      ]),
      heads: count(heads),
      opinions: story(2000),
      outcome: story(2000),
      followUp: story(1000),
    },
    listed: ['form', 'heads', 'outcome'],
    states: ['deliberation', 'resident-survey', 'covenant'],
    sum: 'heads',
  },
  /** 志愿者注册登记 (policy Art. 6). */
  volunteer: {
    ...perhapsOfOrganization,
    community: 'optional',
    person: 'required',
    fields: {
      number: text(40),
      station: text(60),
      skills: text(120),
      leftOn: date,
      remark: story(500),
    },
    listed: ['number', 'station'],
    states: ['active', 'left'],
    sum: 'minutes',
  },
  /** 志愿服务记录证明: made by issuing one, never typed. */
  'service-proof': {
    ...perhapsOfOrganization,
    person: 'required',
    fields: {
      number: text(60, { required: true }),
      volunteerId: line('volunteer'),
      from: date,
      to: date,
      minutes: count(100_000_000),
      activities: count(100_000),
      services: story(8000),
      noticeFrom: date,
      noticeTo: date,
      handler: text(40),
      responsible: text(40),
      purpose: text(120),
    },
    listed: ['number', 'from', 'to', 'minutes', 'noticeTo', 'handler'],
    states: [],
    sum: 'minutes',
  },
  /** 诚信记载 (policy Art. 6) of a volunteer or an organization, and how a wrong one is put right. */
  integrity: {
    ...perhapsOfOrganization,
    person: 'optional',
    fields: {
      nature: choice(['good', 'bad'], { required: true }),
      facts: story(2000, { required: true }),
      source: text(120),
      appeal: story(1000),
      appealedOn: date,
      appealOutcome: choice(['upheld', 'corrected']),
      appealClosedOn: date,
      appealNote: story(1000),
    },
    listed: ['nature', 'facts', 'appealOutcome'],
    states: ['good', 'bad', 'appealed', 'corrected'],
    sum: null,
  },
  /** 供需对接 (policy Art. 5, 6): a need, who meets it, done. */
  need: {
    ...perhapsOfOrganization,
    community: 'required',
    fields: {
      raisedBy: choice(['residents', 'committee', 'grid', 'unit', 'survey'], { required: true }),
      groups: tags(servedGroups),
      need: story(1000, { required: true }),
      matchedOn: date,
      doneOn: date,
      activityId: line('activity'),
      outcome: story(1000),
    },
    listed: ['raisedBy', 'need', 'matchedOn', 'doneOn'],
    states: ['open', 'matched', 'done'],
    sum: null,
  },
  /** 辖区单位、慈善组织、社区基金会的资源 (policy Art. 1, 5). */
  resource: {
    ...perhapsOfOrganization,
    fields: {
      giver: choice(['unit', 'charity', 'foundation', 'company', 'private'], { required: true }),
      form: choice(['money', 'goods', 'venue', 'manpower', 'service'], { required: true }),
      offer: story(500),
      fen: money(),
      uses: payments,
      use: story(1000),
      thanksOn: date,
    },
    listed: ['giver', 'form', 'offer', 'fen', 'uses', 'thanksOn'],
    states: ['unit', 'charity', 'foundation', 'company', 'private'],
    sum: 'fen',
  },
  /** 政府购买服务、公益创投 (policy Art. 1, 4, 8). */
  purchase: {
    ...ofOrganization,
    fields: {
      form: choice(['purchase', 'venture'], { required: true }),
      buyer: text(60, { required: true }),
      contract: text(60),
      fen: money({ required: true }),
      startsOn: date,
      endsOn: date,
      payments,
      surveyId: survey,
      acceptance: choice(['outstanding', 'passed', 'failed']),
      result: story(2000),
    },
    listed: ['form', 'buyer', 'contract', 'fen', 'payments', 'surveyId', 'acceptance'],
    states: ['purchase', 'venture'],
    sum: 'fen',
  },
  /** 社工站、社工项目 (policy Art. 5). */
  project: {
    ...perhapsOfOrganization,
    community: 'optional',
    fields: {
      form: choice(['station', 'project'], { required: true }),
      operator: text(60),
      worker: text(60),
      startsOn: date,
      endsOn: date,
      organizations,
      served: count(heads),
      fen: money(),
      result: story(2000),
    },
    listed: ['form', 'operator', 'startsOn', 'endsOn', 'organizations', 'served'],
    states: ['station', 'project'],
    sum: 'fen',
  },
  /** 农村优秀服务队 (policy Art. 7): excellent with evidence of all three criteria. */
  'rural-team': {
    ...ofOrganization,
    fields: {
      types: tags(['mutual-production', 'recreation', 'emergency', 'care', 'counselling']),
      effect: story(1000),
      local: story(1000),
      participation: story(1000),
      endedOn: date,
    },
    listed: ['types', 'effect', 'local', 'participation'],
    states: ['excellent', 'lacking', 'ended'],
    sum: null,
  },
  /** 孵化基地 and its 补助资金 (policy Art. 9). */
  'incubation-base': {
    ...perhapsOfOrganization,
    community: 'optional',
    fields: {
      address: text(120),
      squareMetres: count(1_000_000),
      places: count(10_000),
      operator: text(60),
      subsidies: payments,
      remark: story(1000),
    },
    listed: ['address', 'squareMetres', 'places', 'operator', 'subsidies'],
    states: [],
    sum: 'fen',
  },
  /** Organizations that moved into a base and out of it. */
  incubation: {
    ...ofOrganization,
    fields: {
      baseId: line('incubation-base'),
      room: text(60),
      help: story(1000),
      subsidies: payments,
      leftOn: date,
      outcome: story(1000),
    },
    listed: ['baseId', 'room', 'leftOn', 'subsidies'],
    states: ['inside', 'moved-out'],
    sum: 'fen',
  },
  /** 第三方督导 (policy Art. 9); of the hub organization itself where none is named. */
  supervision: {
    ...perhapsOfOrganization,
    fields: {
      visitor: text(60, { required: true }),
      score: count(100),
      note: story(2000, { required: true }),
      problems: story(1000),
      dueOn: date,
      closedOn: date,
      followUp: story(1000),
    },
    listed: ['visitor', 'score', 'problems', 'dueOn', 'closedOn'],
    states: ['no-follow-up', 'to-follow-up', 'followed-up'],
    sum: null,
  },
  /** 品牌、案例、研究、先进事迹 (policy Art. 10). */
  case: {
    ...perhapsOfOrganization,
    fields: {
      form: choice(['brand', 'case', 'study', 'deed'], { required: true }),
      author: text(60),
      body: story(8000, { required: true }),
      prizes: story(500),
      published: text(120),
    },
    listed: ['form', 'author', 'prizes', 'published'],
    states: ['brand', 'case', 'study', 'deed'],
    sum: null,
  },
  /** 应急志愿者团队 (policy Art. 4(三)); its people are the call list. */
  'emergency-team': {
    ...perhapsOfOrganization,
    community: 'optional',
    people: 'named',
    fields: {
      leader: text(40),
      tasks: tags(['flood', 'fire', 'earthquake', 'epidemic', 'security', 'rescue']),
      gathering: text(120),
      duty: story(1000),
      equipment: story(500),
      disbandedOn: date,
    },
    listed: ['leader', 'tasks', 'gathering'],
    states: ['standing', 'disbanded'],
    sum: null,
  },
  /** 应急演练. */
  drill: {
    ...perhapsOfOrganization,
    community: 'optional',
    people: 'minutes',
    fields: {
      subject: choice(['flood', 'fire', 'earthquake', 'epidemic', 'security', 'rescue'], { required: true }),
      teamId: line('emergency-team'),
      place: text(120),
      heads: count(heads),
      result: story(1000),
      problems: story(1000),
    },
    listed: ['subject', 'teamId', 'place', 'heads'],
    states: ['flood', 'fire', 'earthquake', 'epidemic', 'security', 'rescue'],
    sum: 'heads',
  },
} as const satisfies Readonly<Record<string, RegisterSpec>>;

export type ServiceRegister = keyof typeof serviceRegisters;
export type FieldOf<R extends ServiceRegister> = keyof (typeof serviceRegisters)[R]['fields'] & string;

const registerCodes = Object.keys(serviceRegisters) as [ServiceRegister, ...ServiceRegister[]];
export const serviceRegister = z.enum(registerCodes);

/** A register as data, whichever it is. */
export const registerSpec = (register: ServiceRegister): RegisterSpec => serviceRegisters[register];

type CodesOf<S> = S extends { readonly codes: readonly (infer C)[] } ? C : never;
type FieldCodes<R extends ServiceRegister> = {
  [F in FieldOf<R>]: CodesOf<(typeof serviceRegisters)[R]['fields'][F]>;
}[FieldOf<R>];
/** Every code that a field or a state of a register can be. */
export type ServiceCode =
  | { [R in ServiceRegister]: FieldCodes<R> }[ServiceRegister]
  | (typeof serviceRegisters)[ServiceRegister]['states'][number];

export const serviceValue = z
  .union([z.string().max(8000), z.number(), z.array(z.string().max(64)).max(200), z.array(payment).max(200)])
  .nullable();
export type ServiceValue = z.infer<typeof serviceValue>;
export type ServiceContent = Readonly<Record<string, ServiceValue>>;

/** Somebody named on a line; minutes where the register counts them as service. */
export const servicePerson = z.object({
  personId,
  minutes: z.int().min(0).max(60_000),
  note: z.string().trim().max(60).nullable(),
});
export type ServicePerson = z.infer<typeof servicePerson>;

/** One line of a register as a clerk writes it. */
export const serviceLineInput = z.object({
  register: serviceRegister,
  organizationId: organizationId.nullable(),
  communityId: communityId.nullable(),
  personId: personId.nullable(),
  occurredOn: isoDate,
  title: z.string().trim().min(1).max(120),
  content: z.record(z.string().max(40), serviceValue),
  people: z
    .array(servicePerson)
    .max(2000)
    .refine((people) => new Set(people.map((each) => each.personId)).size === people.length, 'twice'),
});
export type ServiceLineInput = z.infer<typeof serviceLineInput>;

export const serviceLine = serviceLineInput.omit({ people: true }).extend({
  id: serviceLineId,
  createdAt: isoInstant,
  updatedAt: isoInstant,
});
export type ServiceLine = z.infer<typeof serviceLine>;

/** A value of a line under its field's own name. */
export const valueOf = <R extends ServiceRegister>(
  _register: R,
  content: ServiceContent,
  field: FieldOf<R>,
): ServiceValue => content[field] ?? null;

export const textOf = <R extends ServiceRegister>(
  register: R,
  content: ServiceContent,
  field: FieldOf<R>,
): string | null => {
  const value = valueOf(register, content, field);
  return typeof value === 'string' ? value : null;
};

export const countOf = <R extends ServiceRegister>(
  register: R,
  content: ServiceContent,
  field: FieldOf<R>,
): number | null => {
  const value = valueOf(register, content, field);
  return typeof value === 'number' ? value : null;
};

/** Payments in the field; none where it is empty. */
export const paymentsIn = (value: ServiceValue): readonly Payment[] =>
  Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [] : [each])) : [];

/** Codes or ids in the field; none where it is empty. */
export const codesIn = (value: ServiceValue): readonly string[] =>
  Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [each] : [])) : [];

/** Whole fen, so that sums are exact. */
export const totalFen = (value: ServiceValue): number =>
  paymentsIn(value).reduce((total, { fen }) => total + fen, 0);

/** The three criteria of policy Art. 7: each is met where its evidence is written. */
export const ruralCriteria = ['effect', 'local', 'participation'] as const;

type Marked = Pick<ServiceLineInput, 'register' | 'content' | 'organizationId'>;

const ruralState = (content: ServiceContent): string => {
  if (textOf('rural-team', content, 'endedOn') !== null) return 'ended';
  return ruralCriteria.every((criterion) => textOf('rural-team', content, criterion) !== null)
    ? 'excellent'
    : 'lacking';
};

const needState = ({ organizationId: matched, content }: Marked): string => {
  if (textOf('need', content, 'doneOn') !== null) return 'done';
  return matched === null ? 'open' : 'matched';
};

const integrityState = (content: ServiceContent): string | null => {
  const outcome = textOf('integrity', content, 'appealOutcome');
  if (outcome === 'corrected') return 'corrected';
  if (outcome === null && textOf('integrity', content, 'appealedOn') !== null) return 'appealed';
  return textOf('integrity', content, 'nature');
};

const supervisionState = (content: ServiceContent): string => {
  if (textOf('supervision', content, 'closedOn') !== null) return 'followed-up';
  return textOf('supervision', content, 'dueOn') === null ? 'no-follow-up' : 'to-follow-up';
};

/** How a line stands, as its list is filtered; null for registers without states. */
const stateOf = (line: Marked): string | null => {
  const { register, content } = line;
  switch (register) {
    case 'activity':
      return textOf(register, content, 'domain');
    case 'volunteer':
      return textOf(register, content, 'leftOn') === null ? 'active' : 'left';
    case 'integrity':
      return integrityState(content);
    case 'need':
      return needState(line);
    case 'resource':
      return textOf(register, content, 'giver');
    case 'rural-team':
      return ruralState(content);
    case 'incubation':
      return textOf(register, content, 'leftOn') === null ? 'inside' : 'moved-out';
    case 'supervision':
      return supervisionState(content);
    case 'emergency-team':
      return textOf(register, content, 'disbandedOn') === null ? 'standing' : 'disbanded';
    case 'drill':
      return textOf(register, content, 'subject');
    case 'consultation':
    case 'purchase':
    case 'project':
    case 'case':
      return textOf(register, content, 'form');
    case 'incubation-base':
    case 'service-proof':
      return null;
  }
};

/** What lists ask of a line without reading its content. */
export interface ServiceMarks {
  readonly state: string | null;
  /** Last day of something still to be done, or done on `doneOn`. */
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly fen: number | null;
  readonly heads: number | null;
}

const fenOf = (content: ServiceContent): number | null => {
  const amount = content['fen'];
  if (typeof amount === 'number') return amount;
  const subsidies = totalFen(content['subsidies'] ?? null);
  return subsidies === 0 ? null : subsidies;
};

/** @param activityDueOn last day of the papers of an activity, by the rules; null where they ask for none */
export const marksOfLine = (line: Marked, activityDueOn: IsoDate | null): ServiceMarks => {
  const { register, content } = line;
  const counted = content['heads'];
  const marks = {
    state: stateOf(line),
    dueOn: null,
    doneOn: null,
    fen: fenOf(content),
    heads: typeof counted === 'number' ? counted : null,
  };
  if (register === 'activity')
    return { ...marks, dueOn: activityDueOn, doneOn: textOf(register, content, 'filedOn') };
  if (register !== 'supervision') return marks;
  return {
    ...marks,
    dueOn: textOf(register, content, 'dueOn'),
    doneOn: textOf(register, content, 'closedOn'),
  };
};
