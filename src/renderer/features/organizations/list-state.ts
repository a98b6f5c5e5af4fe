import { customFilter } from '../../../shared/domain/custom-field.ts';
import { organizationFilter, organizationSort } from '../../../shared/contract/organizations.ts';
import type { OrganizationFilter, OrganizationSort } from '../../../shared/contract/organizations.ts';

/** What the list shows. It lives in the address, so that a number on another screen can open the list it counts. */
export interface ListState {
  readonly filter: OrganizationFilter;
  readonly sort: OrganizationSort;
  /** 1-based. */
  readonly page: number;
}

export const pageSize = 50;

export const emptyFilter: OrganizationFilter = {
  text: '',
  communityIds: [],
  statuses: [],
  fourClasses: [],
  settlement: null,
  proposedRegistration: null,
  lacking: null,
  due: null,
};

export const defaultSort: OrganizationSort = { by: 'community', descending: false };

/** Values that the schema knows; an address that someone mistyped shows everything rather than nothing. */
const known = <T>(values: readonly string[], parse: (value: string) => { data?: T }): T[] =>
  values.flatMap((value) => parse(value).data ?? []);

const parts = organizationFilter.shape;

const customFrom = (query: URLSearchParams): Pick<OrganizationFilter, 'custom'> => {
  const custom = customFilter.safeParse({
    fieldId: query.get('field'),
    value: query.get('value') ?? '',
  }).data;
  return custom === undefined ? {} : { custom };
};

export const listStateFrom = (query: URLSearchParams): ListState => {
  const list = (name: string): string[] => query.get(name)?.split(',').filter(Boolean) ?? [];
  const by = organizationSort.shape.by.safeParse(query.get('sort')).data;
  const page = Number(query.get('page'));
  return {
    filter: {
      text: (query.get('text') ?? '').slice(0, 60),
      communityIds: known(list('community'), (v) => parts.communityIds.element.safeParse(v)),
      statuses: known(list('status'), (v) => parts.statuses.element.safeParse(v)),
      fourClasses: known(list('class'), (v) => parts.fourClasses.element.safeParse(v)),
      settlement: parts.settlement.safeParse(query.get('settlement')).data ?? null,
      proposedRegistration: query.get('proposed') === 'yes' ? true : null,
      lacking: parts.lacking.safeParse(query.get('lacking')).data ?? null,
      due: parts.due.safeParse(query.get('due')).data ?? null,
      ...customFrom(query),
    },
    sort: by === undefined ? defaultSort : { by, descending: query.get('order') === 'desc' },
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
};

const filterEntries = (filter: OrganizationFilter): (readonly [string, string])[] => [
  ['text', filter.text],
  ['community', filter.communityIds.join(',')],
  ['status', filter.statuses.join(',')],
  ['class', filter.fourClasses.join(',')],
  ['settlement', filter.settlement ?? ''],
  ['proposed', filter.proposedRegistration === true ? 'yes' : ''],
  ['lacking', filter.lacking ?? ''],
  ['due', filter.due ?? ''],
  ['field', filter.custom?.fieldId ?? ''],
  ['value', filter.custom?.value ?? ''],
];

/** The shortest address of a state: what is as usual is left out. */
export const queryOf = ({ filter, sort, page }: ListState): Readonly<Record<string, string>> => {
  const usual = sort.by === defaultSort.by && sort.descending === defaultSort.descending;
  const entries = [
    ...filterEntries(filter),
    ['sort', usual ? '' : sort.by],
    ['order', !usual && sort.descending ? 'desc' : ''],
    ['page', page === 1 ? '' : String(page)],
  ] as const;
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
};

export const isFiltered = (filter: OrganizationFilter): boolean =>
  filterEntries(filter).some(([, value]) => value !== '');
