import { generateX25519Identity } from 'age-encryption';
import { communityId, rulePackId } from '../../shared/domain/ids.ts';
import type { OfficeInput } from '../../shared/domain/office.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ArchiveStore } from '../db/archive-store.ts';
import { saveDuties } from '../db/repositories/dossier-duties.ts';
import { saveCommunity, saveOfficeProfile } from '../db/repositories/office.ts';
import { saveRulePack } from '../db/repositories/rule-packs.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import type { Ports } from '../ports.ts';
import { dutiesOn } from './dossier-duties.ts';
import { shippedRulePack } from './rules.ts';

const attachmentIdentityKey = 'attachment-identity';

/**
 * Fills a new database: the office, its communities, the rule pack that ships, and the age identity that scans are
 * encrypted to.
 */
export const initializeArchive = async (
  store: ArchiveStore,
  ports: Ports,
  office: OfficeInput,
): Promise<void> => {
  const identity = await generateX25519Identity();
  const { validFrom, body } = await shippedRulePack(ports);
  await store.write((writer) => {
    saveSetting(writer, attachmentIdentityKey, identity);
    saveSetting(writer, 'created-at', ports.clock.instant());
    saveOfficeProfile(writer, office.profile);
    saveRulePack(writer, {
      id: rulePackId.parse(ports.random.id()),
      validFrom,
      body,
      savedAt: ports.clock.instant(),
    });
    saveDuties(writer, dutiesOn(writer, ports.clock.today()));
    for (const community of office.communities) {
      saveCommunity(writer, { ...community, id: communityId.parse(ports.random.id()) });
    }
  });
};

/** @throws CodedError ARCHIVE_DAMAGED when a database of ours lacks it */
export const attachmentIdentityOf = async (store: ArchiveStore): Promise<string> => {
  const identity = await store.read((reader) => getSetting(reader, attachmentIdentityKey));
  if (identity === null) throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
  return identity;
};
