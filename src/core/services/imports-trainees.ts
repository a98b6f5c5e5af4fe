import { personId } from '../../shared/domain/ids.ts';
import { firstDayOf } from '../../shared/domain/roster-day.ts';
import type { Reader } from '../db/archive-store.ts';
import { peopleAlike } from '../db/repositories/import-matching.ts';
import { listStaffStays } from '../db/repositories/trainees.ts';
import { rowSource, type MappedSheet } from '../interchange/mapped-sheets.ts';
import type { DataRow } from '../interchange/sheet-rows.ts';
import { readTraineeRow, type TraineeDraft } from '../interchange/trainee-rows.ts';
import type { PersonFacts, PlannedStay } from './imports-plan.ts';
import {
  knownPerson,
  newPerson,
  notesOn,
  rejectRow,
  type PersonInPlan,
  type PlanState,
} from './imports-planning-state.ts';
import { byIdentity, enrich, refuseWithoutGuardian } from './imports-roster.ts';

const factsOf = (state: PlanState, draft: TraineeDraft): PersonFacts => {
  const lookup = draft.identity ? state.lookupOf(draft.identity.number) : null;
  return {
    name: draft.name,
    sex: draft.sex,
    birthDate: draft.birthDate,
    politicalStatus: draft.politicalStatus,
    identityKind: draft.identity?.kind ?? null,
    identityNumber: draft.identity?.number ?? null,
    identityHash: lookup?.whole ?? null,
    identityTailHash: lookup?.tail ?? null,
    phone: draft.phone,
  };
};

const contradicts = (known: PersonFacts, stated: PersonFacts): boolean =>
  known.identityHash !== null && stated.identityHash !== null && known.identityHash !== stated.identityHash;

/**
 * Who a row speaks of: the person of its identity number; else the only one of that name with the same phone, or who is
 * in one of the same groups and the same community already, in the archive or in rows before; else somebody new.
 */
const personOf = (
  state: PlanState,
  reader: Reader,
  draft: TraineeDraft,
  facts: PersonFacts,
  communityId: string | null,
): PersonInPlan | null => {
  const identified = byIdentity(state, reader, facts);
  if (identified) return identified;
  const planned = [...state.people.values()].filter(
    (person) =>
      person.facts.name === facts.name &&
      !contradicts(person.facts, facts) &&
      ((facts.phone !== null && person.facts.phone === facts.phone) ||
        state.newStays.some((stay) => stay.personId === person.id && stay.communityId === communityId)),
  );
  if (planned.length === 1) return planned[0] ?? null;
  const known = peopleAlike(reader, {
    name: draft.name,
    phone: draft.phone,
    groups: draft.groups,
    communityId,
  }).filter((record) => !contradicts(record, facts));
  return known.length === 1 && known[0] !== undefined ? knownPerson(state, reader, known[0]) : null;
};

type Span = Pick<PlannedStay, 'group' | 'communityId' | 'startsOn' | 'endsOn'>;

const overlaps = (one: Span, other: Span): boolean =>
  one.group === other.group &&
  one.communityId === other.communityId &&
  (one.endsOn === null || other.startsOn === null || firstDayOf(other.startsOn) < one.endsOn) &&
  (other.endsOn === null || one.startsOn === null || firstDayOf(one.startsOn) < other.endsOn);

/** Plans one row of a staff list: refuses it, or puts its person into its groups. What is there already stays. */
export const planTraineeRow = (state: PlanState, reader: Reader, sheet: MappedSheet, row: DataRow): void => {
  const source = rowSource(sheet, row, state.workbook);
  const { draft, findings } = readTraineeRow(source, state.today);
  const notes = notesOn(source);
  if (draft) {
    const community = draft.communityName === null ? null : state.findCommunity(draft.communityName);
    if (draft.communityName !== null && community === null)
      notes.refuse('community', 'community-unknown', draft.communityName);
    const facts = factsOf(state, draft);
    const communityId = community?.id ?? null;
    const matched = personOf(state, reader, draft, facts, communityId);
    if (matched && matched.facts.name !== facts.name)
      notes.refuse('identity-number', 'duplicate-person', facts.identityNumber);
    refuseWithoutGuardian(state, reader, notes, matched, facts);
    const { startsOn, endsOn, workUnit, post } = draft;
    const wanted = draft.groups.map((group) => ({ group, communityId, startsOn, endsOn }));
    const planned = state.newStays.filter(({ personId: id }) => id === matched?.id);
    if (wanted.some((stay) => planned.some((other) => overlaps(stay, other))))
      notes.refuse('person-name', 'duplicate-row', facts.name);
    if (!notes.refused) {
      const person = matched ?? newPerson(state, facts);
      if (matched) {
        enrich(state, matched, facts, notes);
        state.peopleMatched++;
      }
      const kept = person.record === null ? [] : listStaffStays(reader, personId.parse(person.id));
      for (const stay of wanted) {
        const known = kept.find((other) => overlaps(stay, other));
        if (known === undefined)
          state.newStays.push({ id: state.newId(), personId: person.id, ...stay, workUnit, post });
        else if (endsOn !== null && known.endsOn !== endsOn)
          notes.warn('ends-on', 'differs-from-archive', endsOn, known.endsOn);
      }
    }
  }
  state.findings.push(...findings, ...notes.findings);
  if (!draft || notes.refused) rejectRow(state, sheet, row, [...findings, ...notes.findings]);
};
