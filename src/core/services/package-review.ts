import type { LedgerDifferences, PackageReview } from '../../shared/domain/bureau.ts';
import { lineChanges } from '../../shared/domain/ledger-correction.ts';
import { judgeLedger } from '../../shared/domain/ledger-quality.ts';
import { ledgerSnapshot, type LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import { figuresOf, isStanding } from '../../shared/domain/ledger-tables.ts';
import { lineFieldLabels } from '../../shared/labels/ledger.ts';
import type { Reader } from '../db/archive-store.ts';
import { listReceivedPackages, receivedLedger } from '../db/repositories/received-packages.ts';
import { fieldWords } from '../ledger/field-words.ts';
import type { OpenedPackage } from './package-opening.ts';

const shownChanges = 2000;

interface Earlier {
  readonly snapshot: LedgerSnapshot;
  readonly against: NonNullable<LedgerDifferences['against']>;
}

/** What the bureau has of the street: the ledger of the same period, or of the last one before it. */
const earlierOf = (reader: Reader, { head }: Pick<OpenedPackage, 'head'>): Earlier | null => {
  const [latest] = listReceivedPackages(reader, { streetCode: head.streetCode })
    .filter(({ current, period }) => current && period <= head.period)
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  const kept = latest === undefined ? null : receivedLedger(reader, latest.id);
  if (latest === undefined || kept === null) return null;
  const kind = latest.period === head.period ? 'earlier-package' : 'earlier-period';
  return {
    snapshot: ledgerSnapshot.parse(JSON.parse(kept.json)),
    against: { kind, period: latest.period, serial: latest.serial },
  };
};

const differences = (after: LedgerSnapshot, earlier: Earlier | null): LedgerDifferences => {
  const figures = figuresOf(after);
  if (earlier === null)
    return { against: null, added: 0, removed: 0, changed: 0, changes: [], before: null, after: figures };
  const all = lineChanges(earlier.snapshot, after);
  const idsOf = (kind: (typeof all)[number]['kind']): number =>
    new Set(all.filter((each) => each.kind === kind).map(({ id }) => id)).size;
  return {
    against: earlier.against,
    added: idsOf('added'),
    removed: idsOf('removed'),
    changed: idsOf('changed'),
    changes: all.slice(0, shownChanges).map(({ field, before, after: now, ...change }) => ({
      ...change,
      field: field === null ? '' : lineFieldLabels[field],
      before: fieldWords(before, field),
      after: fieldWords(now, field),
    })),
    before: figuresOf(earlier.snapshot),
    after: figures,
  };
};

/** What taking a package in brings: counts, differences from what the bureau has of the street, what to look at. */
export const reviewPackage = (
  reader: Reader,
  opened: OpenedPackage,
  snapshot: LedgerSnapshot,
): PackageReview => {
  const earlier = earlierOf(reader, opened);
  const { file, head, signedBy, scans, files, payloadBytes } = opened;
  const standing = snapshot.organizations.filter(isStanding);
  const figures = figuresOf(snapshot);
  return {
    head,
    fileName: file.fileName,
    byteLength: file.byteLength,
    sha256: file.sha256,
    signedBy,
    counts: {
      organizations: snapshot.organizations.length,
      standing: standing.length,
      communities: snapshot.statistics.communities,
      members: figures.members,
      partyMembers: figures.partyMembers,
      candidates: snapshot.organizations.filter(({ proposedRegistration }) => proposedRegistration).length,
      dispositions: snapshot.dispositions.length,
      trainings: snapshot.trainings.length,
      scans,
      files,
      payloadBytes,
    },
    differences: differences(snapshot, earlier),
    findings: judgeLedger(snapshot, earlier?.snapshot ?? null),
  };
};
