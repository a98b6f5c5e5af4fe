import type { AreaChangeInput, CommunityFacts } from '../../shared/domain/area-change.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import { communityId, type CommunityId } from '../../shared/domain/ids.ts';
import type { Community, OfficeProfile } from '../../shared/domain/office.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { organizationsIn, type AreaMove, type Mover } from '../db/repositories/area-changes.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import type { Ports } from '../ports.ts';

/** Everything that a change does, worked out before anything is written. */
export interface AreaPlan {
  /** One sentence, e.g. 阳光里社区、和平里社区合并为阳光社区. */
  readonly title: string;
  /** Communities as they will be; new ones among them. */
  readonly communities: readonly Community[];
  readonly created: readonly CommunityId[];
  /** Communities whose name or code ends. */
  readonly renamed: readonly Community[];
  readonly moves: readonly (AreaMove & { readonly name: string })[];
  readonly ended: number;
  readonly openFilings: number;
  readonly office: OfficeProfile | null;
}

interface Planning {
  readonly known: readonly Community[];
  readonly reader: Reader;
  readonly newId: () => CommunityId;
}

const communityIn = ({ known }: Planning, id: CommunityId): Community => {
  const found = known.find((each) => each.id === id);
  if (found === undefined) throw new CodedError('NOT_FOUND', { what: 'community' });
  return found;
};

const requireFreeCode = ({ known }: Planning, code: string, own: readonly CommunityId[]): void => {
  if (known.some((each) => each.code === code && !own.includes(each.id)))
    throw new CodedError('CONFLICT', { what: 'community-code' });
};

const newCommunity = (planning: Planning, facts: CommunityFacts, validFrom: string): Community => {
  requireFreeCode(planning, facts.code, []);
  return { ...facts, id: planning.newId(), validFrom, validTo: null };
};

const movesOf = (movers: readonly Mover[], to: CommunityId) =>
  movers
    .filter(({ ended }) => ended === 0)
    .map(({ id, name, communityId: from }) => ({ organizationId: id, name, from, to }));

const countsOf = (movers: readonly Mover[]): Pick<AreaPlan, 'ended' | 'openFilings'> => ({
  ended: movers.filter(({ ended }) => ended === 1).length,
  openFilings: movers.filter(({ ended, openFiling }) => ended === 0 && openFiling === 1).length,
});

type InputOf<K extends AreaChangeInput['kind']> = Extract<AreaChangeInput, { readonly kind: K }>;

const renamePlan = (planning: Planning, input: InputOf<'rename'>): AreaPlan => {
  const before = communityIn(planning, input.communityId);
  requireFreeCode(planning, input.into.code, [before.id]);
  const movers = organizationsIn(planning.reader, [before.id]);
  const recoded = before.code === input.into.code ? '' : `，区划代码改为 ${input.into.code}`;
  return {
    title: `${before.name}更名为${input.into.name}${recoded}`,
    communities: [{ ...before, ...input.into }],
    created: [],
    renamed: [before],
    // Each keeps on record that its community took another name.
    moves: movesOf(movers, before.id),
    ...countsOf(movers),
    office: null,
  };
};

const mergePlan = (planning: Planning, input: InputOf<'merge'>): AreaPlan => {
  const known = 'communityId' in input.into ? communityIn(planning, input.into.communityId) : null;
  const into = known ?? newCommunity(planning, input.into as CommunityFacts, input.effectiveOn);
  const from = input.communityIds.filter((id) => id !== into.id).map((id) => communityIn(planning, id));
  if (from.length === 0) throw new CodedError('INVALID_VALUE', { field: 'communityIds', reason: 'same' });
  const movers = organizationsIn(
    planning.reader,
    from.map(({ id }) => id),
  );
  const validTo = addDays(input.effectiveOn, -1);
  return {
    title: `${from.map(({ name }) => name).join('、')}并入${into.name}`,
    communities: [...(known === null ? [into] : []), ...from.map((each) => ({ ...each, validTo }))],
    created: known === null ? [into.id] : [],
    renamed: [],
    moves: movesOf(movers, into.id),
    ...countsOf(movers),
    office: null,
  };
};

const splitPlan = (planning: Planning, input: InputOf<'split'>): AreaPlan => {
  const from = communityIn(planning, input.communityId);
  const into = newCommunity(planning, input.into, input.effectiveOn);
  const movers = organizationsIn(planning.reader, [from.id]).filter(({ id }) =>
    input.organizationIds.includes(id),
  );
  if (movers.length !== new Set(input.organizationIds).size)
    throw new CodedError('NOT_FOUND', { what: 'organization' });
  return {
    title: `${from.name}析出${into.name}`,
    communities: [into],
    created: [into.id],
    renamed: [],
    moves: movesOf(movers, into.id),
    ...countsOf(movers),
    office: null,
  };
};

const streetPlan = ({ reader }: Planning, input: InputOf<'street'>): AreaPlan => {
  const before = getOfficeProfile(reader);
  if (before === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  return {
    title: `${before.streetName}更名为${input.names.streetName}`,
    communities: [],
    created: [],
    renamed: [],
    moves: [],
    ended: 0,
    openFilings: 0,
    office: { ...before, ...input.names },
  };
};

/**
 * What a change of areas does.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `community-code`; INVALID_VALUE when it begins after today or names nothing
 */
export const planAreaChange = (
  reader: Reader,
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  input: AreaChangeInput,
): AreaPlan => {
  if (input.effectiveOn > clock.today())
    throw new CodedError('INVALID_VALUE', { field: 'effectiveOn', reason: 'future' });
  const planning = {
    reader,
    known: listCommunities(reader),
    newId: () => communityId.parse(random.id()),
  };
  switch (input.kind) {
    case 'rename':
      return renamePlan(planning, input);
    case 'merge':
      return mergePlan(planning, input);
    case 'split':
      return splitPlan(planning, input);
    case 'street':
      return streetPlan(planning, input);
  }
};
