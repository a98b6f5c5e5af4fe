import { isRecordOf, type RecordOf } from '../../shared/domain/dossier-record.ts';
import type { FilingStep } from '../../shared/domain/filing.ts';
import type { PartialDate } from '../../shared/domain/dates.ts';
import type { DocumentKindOn } from '../../shared/domain/document.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import type { OrganizationFacts } from '../../shared/domain/organization.ts';
import { paperHomes } from '../../shared/domain/paper-homes.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { communityNameOn } from '../db/repositories/area-changes.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listRecords } from '../db/repositories/dossier-records.ts';
import { listObjections } from '../db/repositories/filing-objections.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { getFilingRecord, type FilingRecord } from '../db/repositories/filings.ts';
import { listHeldCopies } from '../db/repositories/held-copies.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, paperDataOf, paperPersonOf, type PaperBasics } from './document-data.ts';
import { checklistOf } from './filing-checklist.ts';
import { factChanges, type FactChange, type ReferredNames } from './fact-changes.ts';
import type { MatterPaperData, PaperGrounds, PaperStep } from './matter-paper-data.ts';

const stepOf = (step: FilingStep): PaperStep => ({
  action: step.action,
  actor: step.actor,
  opinion: step.opinion,
  actedOn: step.actedOn,
  documentNumber: step.documentNumber,
  // Where no items were listed the opinion is the only one.
  items:
    step.noticeItems.length > 0 || step.opinion === null
      ? step.noticeItems
      : [{ material: null, text: step.opinion }],
  correctBy: step.correctBy,
});

/** The latest vote on the end that was held before the filing was closed. */
const dissolutionVoteOf = async (
  reader: Reader,
  { kind, organizationId }: FilingRecord,
): Promise<RecordOf<'meeting-vote'> | null> => {
  if (kind !== 'dissolution') return null;
  const records = await listRecords(reader, organizationId);
  return (
    records
      .filter((record) => isRecordOf(record, 'meeting-vote'))
      .find(({ content }) => content.subject === 'dissolution') ?? null
  );
};

const namesIn = (reader: Reader, facts: OrganizationFacts, on: PartialDate): ReferredNames => ({
  community: communityNameOn(reader, facts.communityId, on),
  responsiblePerson: paperPersonOf(reader, facts.responsiblePersonId)?.name ?? null,
});

const changesOf = (
  reader: Reader,
  { facts, factsBefore }: FilingRecord,
  on: PartialDate,
): readonly FactChange[] =>
  factsBefore === null
    ? []
    : factChanges(
        { facts: factsBefore, names: namesIn(reader, factsBefore, on) },
        { facts, names: namesIn(reader, facts, on) },
      );

/** The day of a paper: of the step that it speaks of or proves, the last time it was taken; null while it was not. */
const dayOf = (kind: DocumentKindOn<'filing'>, steps: readonly FilingStep[]): PartialDate | null => {
  const home = paperHomes[kind];
  const proves = home.at === 'filing' ? home.proves : [];
  // A notice is of the day on which it begins to hang.
  return (
    steps.findLast(({ action }) => action !== 'close-notice' && proves.includes(action))?.actedOn ?? null
  );
};

const noGrounds: PaperGrounds = { reason: null, procedure: null, vote: null };

const matterPaperOf = async (
  reader: Reader,
  kind: DocumentKindOn<'filing'>,
  id: FilingId,
  basics: PaperBasics,
): Promise<MatterPaperData> => {
  const filing = getFilingRecord(reader, id);
  if (filing === null) throw new CodedError('NOT_FOUND', { what: 'filing' });
  const steps = listFilingSteps(reader, id);
  const on = dayOf(kind, steps);
  const paper = paperDataOf(reader, filing.organizationId, basics, { filing, on });
  return {
    ...paper,
    matter: {
      filingId: id,
      kind: filing.kind,
      state: filing.state,
      steps: steps.map(stepOf),
      materials: checklistOf(reader, filing, basics.today),
      changes: changesOf(reader, filing, on ?? filing.closedOn ?? basics.today),
      grounds: filing.changeGrounds ?? noGrounds,
      objections: listObjections(reader, id),
      copies: listHeldCopies(reader, id),
      dissolutionVote: await dissolutionVoteOf(reader, filing),
      certificates: listCertificates(reader, filing.organizationId),
    },
  };
};

/** Reads what papers of one kind print of these filings, in their order. */
export const readMatterPapers =
  (kind: DocumentKindOn<'filing'>) =>
  /** @throws CodedError NOT_FOUND */
  ({ store, ports }: OpenArchive, ids: readonly FilingId[]): Promise<MatterPaperData[]> =>
    store.read(async (reader) => {
      const basics = paperBasics(reader, ports.clock.today());
      const papers: MatterPaperData[] = [];
      for (const id of ids) papers.push(await matterPaperOf(reader, kind, id, basics));
      return papers;
    });
