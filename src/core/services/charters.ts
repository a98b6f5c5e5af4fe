import { fillCharter, type CharterFieldValues, type CharterText } from '../../shared/domain/charter.ts';
import { modelCharter } from '../../shared/domain/charter-model.ts';
import { charterValues } from '../../shared/domain/charter-values.ts';
import { committeeName } from '../../shared/domain/committee-name.ts';
import { isDraftState, isOpenState } from '../../shared/domain/filing-state-machine.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { categoryWords } from '../../shared/labels/organization.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { charterInForce, charterOfFiling, saveCharter } from '../db/repositories/charter-texts.ts';
import { updateFiling, type FilingRecord } from '../db/repositories/filings.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireFiling } from './filings.ts';
import { requireChangeableFiling } from './item-lock.ts';
import { rulesOn } from './rules.ts';

export interface Charter {
  readonly filingId: FilingId;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  /** True while its text may be changed. */
  readonly editable: boolean;
  /** True where a text of its own is kept; otherwise it is the model text. */
  readonly edited: boolean;
  readonly text: CharterText;
  /** The model text for these facts, article by article, to restore one or all of it. */
  readonly model: CharterText;
  readonly values: CharterFieldValues;
}

const valuesOf = (reader: Reader, { facts }: FilingRecord, today: string): CharterFieldValues => {
  const office = getOfficeProfile(reader);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  const community = listCommunities(reader).find(({ id }) => id === facts.communityId);
  const { responsiblePersonId } = facts;
  return charterValues({
    facts,
    office,
    committee: community === undefined ? '' : committeeName(community),
    responsiblePerson:
      responsiblePersonId === null ? null : (getPerson(reader, responsiblePersonId)?.name ?? null),
    category: categoryWords(facts.categories),
    copies: rulesOn(reader, today).body.copies,
  });
};

/**
 * While the application is being made; of old paper as long as it is being entered, and afterwards, because the text
 * of a charter is often found later than its certificate.
 */
const isEditable = ({ kind, state, entryMode }: FilingRecord): boolean => {
  if (kind === 'dissolution') return false;
  return entryMode === 'back-entry' ? isOpenState(state) || state === 'filed' : isDraftState(state);
};

const textOf = (reader: Reader, filing: FilingRecord): CharterText | null => {
  const stored = charterOfFiling(reader, filing.id);
  // What was filed stands as it was filed; in back-entry it is still being found out.
  return (isEditable(filing) ? stored?.draft : (stored?.filed ?? stored?.draft)) ?? null;
};

const charterOf = (reader: Reader, filing: FilingRecord, today: string): Charter => {
  const text = textOf(reader, filing);
  const model = modelCharter(filing.facts);
  return {
    filingId: filing.id,
    organizationId: filing.organizationId,
    organizationName: filing.facts.name,
    editable: isEditable(filing),
    edited: text !== null,
    text: text ?? model,
    model,
    values: valuesOf(reader, filing, today),
  };
};

/** The charter of a filing (FEATURES A3). @throws CodedError NOT_FOUND */
export const readCharter = ({ store, ports }: OpenArchive, id: FilingId): Promise<Charter> =>
  store.read((reader) => charterOf(reader, requireFiling(reader, id), ports.clock.today()));

/** The charter of a filing with its facts filled in, as it is checked for its clauses. */
export const filledCharter = (reader: Reader, filing: FilingRecord, today: string): CharterText =>
  fillCharter(textOf(reader, filing) ?? modelCharter(filing.facts), valuesOf(reader, filing, today));

/** Keeps the charter as it is filed: from now on facts that change elsewhere no longer change it. */
export const freezeCharter = (ports: Ports, writer: Writer, filing: FilingRecord): void => {
  const draft = charterOfFiling(writer, filing.id)?.draft ?? null;
  const filed = fillCharter(
    draft ?? modelCharter(filing.facts),
    valuesOf(writer, filing, ports.clock.today()),
  );
  saveCharter(writer, { filingId: filing.id, draft, filed }, ports.clock.instant());
};

/** True where a change filing's charter is another than the one in force. */
export const changesCharter = (reader: Reader, { id, organizationId }: FilingRecord): boolean => {
  const before = charterInForce(reader, organizationId)?.draft ?? null;
  const after = charterOfFiling(reader, id)?.draft ?? null;
  return JSON.stringify(before) !== JSON.stringify(after);
};

/** A change filing begins with the charter in force. */
export const inheritCharter = (
  ports: Ports,
  writer: Writer,
  { id, organizationId }: { readonly id: FilingId; readonly organizationId: OrganizationId },
): void => {
  const draft = charterInForce(writer, organizationId)?.draft ?? null;
  if (draft !== null) saveCharter(writer, { filingId: id, draft, filed: null }, ports.clock.instant());
};

/**
 * Saves the text of a charter; null goes back to the model text. Clauses that it lacks keep nothing from being saved.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP once the application has been handed in; ITEM_ARCHIVED
 */
export const saveCharterText = (
  { store, ports }: OpenArchive,
  { filingId, text }: { readonly filingId: FilingId; readonly text: CharterText | null },
): Promise<Charter> =>
  store.write((writer) => {
    const filing = requireFiling(writer, filingId);
    requireChangeableFiling(writer, filing);
    if (!isEditable(filing)) {
      throw new CodedError('ILLEGAL_STEP', { state: filing.state, action: 'save-charter' });
    }
    const stored = charterOfFiling(writer, filingId);
    const at = ports.clock.instant();
    saveCharter(writer, { filingId, draft: text, filed: stored?.filed ?? null }, at);
    if (filing.state === 'filed') freezeCharter(ports, writer, filing);
    updateFiling(writer, { ...filing, updatedAt: at });
    return charterOf(writer, requireFiling(writer, filingId), ports.clock.today());
  });
