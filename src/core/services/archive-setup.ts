import { generateX25519Identity } from 'age-encryption';
import type { BureauInput } from '../../shared/domain/bureau.ts';
import { desk, type Desk } from '../../shared/domain/desk.ts';
import { communityId, rulePackId } from '../../shared/domain/ids.ts';
import type { OfficeInput } from '../../shared/domain/office.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ArchiveStore, Writer } from '../db/archive-store.ts';
import { saveBureauProfile } from '../db/repositories/bureau.ts';
import { saveDuties } from '../db/repositories/dossier-duties.ts';
import { saveCommunity, saveOfficeProfile } from '../db/repositories/office.ts';
import { saveRulePack } from '../db/repositories/rule-packs.ts';
import { saveStreetRow } from '../db/repositories/registered-streets.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import type { Ports } from '../ports.ts';
import { requireOfDistrict } from './bureau-profile.ts';
import { dutiesOn } from './dossier-duties.ts';
import { shippedRulePack } from './rules.ts';

const attachmentIdentityKey = 'attachment-identity';
const deskKey = 'desk';

/** What the archives of both desks begin with: an identity for attachments, and the rule pack that ships. */
const beginnings = async (ports: Ports): Promise<(writer: Writer, desk: Desk) => void> => {
  const identity = await generateX25519Identity();
  const { validFrom, body } = await shippedRulePack(ports);
  return (writer, of) => {
    saveSetting(writer, attachmentIdentityKey, identity);
    saveSetting(writer, 'created-at', ports.clock.instant());
    saveSetting(writer, deskKey, of);
    saveRulePack(writer, {
      id: rulePackId.parse(ports.random.id()),
      validFrom,
      body,
      savedAt: ports.clock.instant(),
    });
  };
};

/**
 * Fills a new database: the office, its communities, the rule pack that ships, and the age identity that scans are
 * encrypted to.
 */
export const initializeArchive = async (
  store: ArchiveStore,
  ports: Ports,
  office: OfficeInput,
): Promise<void> => {
  const begin = await beginnings(ports);
  await store.write((writer) => {
    begin(writer, 'office');
    saveOfficeProfile(writer, office.profile);
    saveDuties(writer, dutiesOn(writer, ports.clock.today()));
    for (const community of office.communities) {
      saveCommunity(writer, { ...community, id: communityId.parse(ports.random.id()) });
    }
  });
};

/** Fills a new database for a district bureau: the district, its streets, and the rules that its due days come from. */
export const initializeBureau = async (
  store: ArchiveStore,
  ports: Ports,
  { profile, streets }: BureauInput,
): Promise<void> => {
  const begin = await beginnings(ports);
  requireOfDistrict(profile.districtCode, streets);
  await store.write((writer) => {
    begin(writer, 'bureau');
    saveBureauProfile(writer, profile);
    for (const street of streets) saveStreetRow(writer, street, ports.clock.instant());
  });
};

/** Archives from before there were two desks are an office's. */
export const deskOf = (store: ArchiveStore): Promise<Desk> =>
  store.read((reader) => desk.parse(getSetting(reader, deskKey) ?? 'office'));

/** @throws CodedError ARCHIVE_DAMAGED when a database of ours lacks it */
export const attachmentIdentityOf = async (store: ArchiveStore): Promise<string> => {
  const identity = await store.read((reader) => getSetting(reader, attachmentIdentityKey));
  if (identity === null) throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
  return identity;
};
