import type { OpenArchive } from '../../src/core/open-archive.ts';
import { storeRecord } from '../../src/core/services/dossier-records.ts';
import { storeExitPack } from '../../src/core/services/exit-packs.ts';
import { startFilingOn } from '../../src/core/services/filings-start.ts';
import type { ExitPack } from '../../src/shared/domain/exit-pack.ts';
import type { FilingId, OrganizationId, RecordId } from '../../src/shared/domain/ids.ts';
import type { TestArchive } from './open-test-archive.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from './filing-steps.ts';

/** Files a new team, certificate on 16 November 2026. */
export const filedTeam = async (archive: OpenArchive, name?: string): Promise<OrganizationId> => {
  const filing = await startTeam(archive, name);
  await takeSteps(archive, filing.id, upToCertificate);
  return filing.organizationId;
};

/** Records that 28 of 32 members came on 20 November 2026 and 27 voted for the end. */
export const voteForTheEnd = async (
  archive: OpenArchive,
  organizationId: OrganizationId,
  inFavour = 27,
): Promise<RecordId> => {
  const record = await storeRecord(archive, {
    id: null,
    record: {
      organizationId,
      occurredOn: '2026-11-20',
      title: '全体成员会议',
      content: {
        kind: 'meeting-vote',
        subject: 'dissolution',
        place: '社区会议室',
        expected: 32,
        present: 28,
        inFavour,
        against: 27 - inFavour,
        abstained: 1,
        resolution: '同意终止活动',
      },
    },
  });
  return record.id;
};

/** All that an organization brings with its dissolution, handed over by 23 November 2026. */
export const exitPackOf = (voteRecordId: RecordId, change: Partial<ExitPack> = {}): ExitPack => ({
  voteRecordId,
  charter: { on: '2026-11-23', holder: '阳光里社区居委会' },
  application: { on: '2026-11-23', holder: '阳光里社区居委会' },
  certificate: { outcome: 'collected', by: '李干事', on: '2026-11-23' },
  statement: {
    assets: '结余活动经费 350 元，音响一台',
    disposal: '移交阳光里社区居委会，用于公益活动',
    unfinished: '无',
    successor: null,
    signedBy: '王秀英',
    signedOn: '2026-11-23',
  },
  ...change,
});

/** Fills the pack of a dissolution. */
export const bringExitPack = async (
  archive: OpenArchive,
  { id, organizationId }: { readonly id: FilingId; readonly organizationId: OrganizationId },
): Promise<void> => {
  const vote = await voteForTheEnd(archive, organizationId);
  await storeExitPack(archive, { id, pack: exitPackOf(vote) });
};

/** Leads a filed team to the end of its dissolution on 7 December 2026; it is 10 December afterwards. */
export const dissolveTeam = async (
  archive: TestArchive,
  organizationId: OrganizationId,
): Promise<FilingId> => {
  const filing = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
  await bringExitPack(archive, filing);
  archive.ports.clock.set('2026-12-10T01:00:00.000Z');
  await takeSteps(archive, filing.id, [
    stepOf('submit', '2026-11-24'),
    stepOf('committee-pass', '2026-11-25'),
    stepOf('street-agree', '2026-11-26'),
    stepOf('start-notice', '2026-11-27'),
    stepOf('close-dissolution', '2026-12-07'),
  ]);
  return filing.id;
};
