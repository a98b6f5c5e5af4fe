import type { OpenArchive } from '../../src/core/open-archive.ts';
import { startFilingOn } from '../../src/core/services/filings-start.ts';
import type { OrganizationId } from '../../src/shared/domain/ids.ts';
import type { TestArchive } from './open-test-archive.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from './filing-steps.ts';

/** Files a new team, certificate on 16 November 2026. */
export const filedTeam = async (archive: OpenArchive, name?: string): Promise<OrganizationId> => {
  const filing = await startTeam(archive, name);
  await takeSteps(archive, filing.id, upToCertificate);
  return filing.organizationId;
};

/** Leads a filed team to the end of its dissolution on 7 December 2026; it is 10 December afterwards. */
export const dissolveTeam = async (archive: TestArchive, organizationId: OrganizationId): Promise<void> => {
  const filing = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
  archive.ports.clock.set('2026-12-10T01:00:00.000Z');
  await takeSteps(archive, filing.id, [
    stepOf('submit', '2026-11-24'),
    stepOf('committee-pass', '2026-11-25'),
    stepOf('street-agree', '2026-11-26'),
    stepOf('start-notice', '2026-11-27'),
    stepOf('close-dissolution', '2026-12-07'),
  ]);
};
