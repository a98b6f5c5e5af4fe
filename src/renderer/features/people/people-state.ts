import { peopleFilter, type PeopleFilter } from '../../../shared/contract/people.ts';

export const emptyPeopleFilter: PeopleFilter = {
  text: '',
  tags: [],
  communityIds: [],
  politicalStatuses: [],
  ageBands: [],
  organizations: null,
  lacksConsent: null,
  stages: [],
  bodies: [],
};

const parts = peopleFilter.shape;

/** Values that the schema knows; a mistyped address shows everybody rather than nobody. */
const known = <T>(values: readonly string[], parse: (value: string) => { data?: T }): T[] =>
  values.flatMap((value) => parse(value).data ?? []);

export const peopleFilterFrom = (query: URLSearchParams): PeopleFilter => {
  const list = (name: string): string[] => query.get(name)?.split(',').filter(Boolean) ?? [];
  return {
    text: (query.get('text') ?? '').slice(0, 60),
    tags: known(list('tag'), (v) => parts.tags.element.safeParse(v)),
    communityIds: known(list('community'), (v) => parts.communityIds.element.safeParse(v)),
    politicalStatuses: known(list('status'), (v) => parts.politicalStatuses.element.safeParse(v)),
    ageBands: known(list('age'), (v) => parts.ageBands.element.safeParse(v)),
    organizations: parts.organizations.safeParse(query.get('organizations')).data ?? null,
    lacksConsent: parts.lacksConsent.safeParse(query.get('lacks')).data ?? null,
    stages: known(list('stage'), (v) => parts.stages.element.safeParse(v)),
    bodies: known(list('body'), (v) => parts.bodies.element.safeParse(v)),
  };
};

/** The shortest address of a filter. */
export const peopleQueryOf = (filter: PeopleFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ['text', filter.text],
      ['tag', filter.tags.join(',')],
      ['community', filter.communityIds.join(',')],
      ['status', filter.politicalStatuses.join(',')],
      ['age', filter.ageBands.join(',')],
      ['organizations', filter.organizations ?? ''],
      ['lacks', filter.lacksConsent ?? ''],
      ['stage', filter.stages.join(',')],
      ['body', filter.bodies.join(',')],
    ].filter(([, value]) => value !== ''),
  ) as Readonly<Record<string, string>>;
