import {
  streetNames,
  type AreaChange,
  type AreaChangeInput,
  type AreaChangePreview,
  type CommunityCount,
} from '../../shared/domain/area-change.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { areaChangeId, type AreaChangeId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  communityCountsOn,
  deleteCommunity,
  insertAreaChange,
  insertAreaMove,
  isBuiltOn,
  keepCommunityName,
  listAreaChanges,
  listAreaMoves,
  markAreaChangeUndone,
  moveOrganization,
  organizationsIn,
  type AreaChangeRecord,
} from '../db/repositories/area-changes.ts';
import {
  getOfficeProfile,
  listCommunities,
  saveCommunity,
  saveOfficeProfile,
} from '../db/repositories/office.ts';
import type { OpenArchive } from '../open-archive.ts';
import { planAreaChange, type AreaPlan } from './area-plan.ts';
import { requireOpenDossier } from './dossier-seal.ts';

/** What a change would do; nothing is written. @throws CodedError as planAreaChange */
export const previewAreaChange = (
  { store, ports }: OpenArchive,
  input: AreaChangeInput,
): Promise<AreaChangePreview> =>
  store.read((reader) => {
    const plan = planAreaChange(reader, ports, input);
    const names = new Map(
      [...listCommunities(reader), ...plan.communities].map(({ id, name }) => [id, name]),
    );
    const before = new Map(listCommunities(reader).map(({ id, name }) => [id, name]));
    return {
      title: plan.title,
      ended: plan.ended,
      openFilings: plan.openFilings,
      moves: plan.moves.map(({ organizationId, name, from, to }) => ({
        organizationId,
        name,
        from: before.get(from) ?? '',
        to: names.get(to) ?? '',
      })),
    };
  });

/** Nothing was built on it: nobody came into the communities it made, and no other took a code it gave up. */
const isUndoable = (
  reader: Reader,
  change: AreaChangeRecord,
  latest: AreaChangeRecord | undefined,
): boolean => {
  if (change.id !== latest?.id) return false;
  const known = listCommunities(reader);
  const codeTaken = change.before.communities.some(({ id, code }) =>
    known.some((each) => each.code === code && each.id !== id),
  );
  return !codeTaken && !isBuiltOn(reader, change.before.created, change.id);
};

const toChange = (
  reader: Reader,
  change: AreaChangeRecord,
  latest: AreaChangeRecord | undefined,
): AreaChange => {
  const { before: _before, ...shown } = change;
  return {
    ...shown,
    organizations: listAreaMoves(reader, change.id).length,
    undoable: isUndoable(reader, change, latest),
  };
};

const latestHolding = (changes: readonly AreaChangeRecord[]): AreaChangeRecord | undefined =>
  changes.find(({ undoneAt }) => undoneAt === null);

/** Changes of communities and of the street, newest first. */
export const readAreaChanges = ({ store }: OpenArchive): Promise<readonly AreaChange[]> =>
  store.read((reader) => {
    const changes = listAreaChanges(reader);
    return changes.map((change) => toChange(reader, change, latestHolding(changes)));
  });

const carryOut = (writer: Writer, plan: AreaPlan, change: AreaChangeRecord): void => {
  const { id, effectiveOn, recordedAt } = change;
  insertAreaChange(writer, change);
  for (const community of plan.renamed) keepCommunityName(writer, id, community, addDays(effectiveOn, -1));
  for (const community of plan.communities) saveCommunity(writer, community);
  for (const move of plan.moves) {
    insertAreaMove(writer, id, move);
    if (move.from !== move.to) moveOrganization(writer, move.organizationId, move.to, recordedAt);
  }
  if (plan.office !== null) saveOfficeProfile(writer, plan.office);
};

/**
 * Renames, merges or splits communities, or renames the street. Organizations that have not ended go along, each with
 * a record of it; those that have ended stay where they were.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `community-code`; INVALID_VALUE; DOSSIER_SEALED for an organization that was
 *   chosen to move though its dossier is sealed
 */
export const applyAreaChange = ({ store, ports }: OpenArchive, input: AreaChangeInput): Promise<AreaChange> =>
  store.write((writer) => {
    if (input.kind === 'split') for (const id of input.organizationIds) requireOpenDossier(writer, id);
    const plan = planAreaChange(writer, ports, input);
    const touched = new Set(plan.communities.map(({ id }) => id));
    const change: AreaChangeRecord = {
      id: areaChangeId.parse(ports.random.id()),
      kind: input.kind,
      effectiveOn: input.effectiveOn,
      basis: input.basis,
      title: plan.title,
      before: {
        communities: listCommunities(writer).filter(({ id }) => touched.has(id)),
        created: plan.created,
        office: plan.office === null ? null : getOfficeProfile(writer),
      },
      recordedAt: ports.clock.instant(),
      undoneAt: null,
    };
    carryOut(writer, plan, change);
    return toChange(writer, change, change);
  });

/**
 * Takes back the latest change: communities, names and organizations are as before; the change stays on record as
 * undone. An organization that has moved on since, or ended, stays.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `area-change` when it is not the latest or something was built on it
 */
export const undoAreaChange = ({ store, ports }: OpenArchive, id: AreaChangeId): Promise<void> =>
  store.write((writer) => {
    const changes = listAreaChanges(writer);
    const change = changes.find((each) => each.id === id);
    if (change === undefined) throw new CodedError('NOT_FOUND', { what: 'area-change' });
    if (!isUndoable(writer, change, latestHolding(changes)))
      throw new CodedError('CONFLICT', { what: 'area-change' });
    const { communities, created, office } = change.before;
    const everywhere = listCommunities(writer).map((each) => each.id);
    const here = new Map(
      organizationsIn(writer, everywhere).flatMap((each) =>
        each.ended === 1 ? [] : [[each.id, each.communityId] as const],
      ),
    );
    markAreaChangeUndone(writer, id, ports.clock.instant());
    for (const community of communities) saveCommunity(writer, community);
    for (const { organizationId, from, to } of listAreaMoves(writer, id))
      if (from !== to && here.get(organizationId) === to)
        moveOrganization(writer, organizationId, from, ports.clock.instant());
    for (const made of created) deleteCommunity(writer, made);
    const profile = getOfficeProfile(writer);
    // Only the names: what else was entered since stays.
    if (office !== null && profile !== null)
      saveOfficeProfile(writer, { ...profile, ...streetNames.parse(office) });
  });

/** Communities of a day by their names of then, with the filed organizations that they had. */
export const readCommunityCounts = (
  { store }: OpenArchive,
  on: IsoDate,
): Promise<readonly CommunityCount[]> => store.read((reader) => communityCountsOn(reader, on));
