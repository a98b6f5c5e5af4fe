import type { OpenArchive } from '../../src/core/open-archive.ts';
import { storeServiceLine } from '../../src/core/services/service-lines.ts';
import type { ServiceRow } from '../../src/shared/contract/service-registers.ts';
import type { OrganizationId } from '../../src/shared/domain/ids.ts';
import type { ServiceLineInput } from '../../src/shared/domain/service-register.ts';

/** A line as the form hands it in; an activity of an organization where nothing else is said. */
export const serviceLineOf = (
  organizationId: OrganizationId | null,
  change: Partial<ServiceLineInput> = {},
): ServiceLineInput => ({
  register: 'activity',
  organizationId,
  communityId: null,
  personId: null,
  occurredOn: '2026-11-20',
  title: '邻里守望',
  content:
    change.register === undefined || change.register === 'activity'
      ? { domain: 'service-supply', needSource: 'residents' }
      : {},
  people: [],
  ...change,
});

/** A volunteer who is on no roster. */
export const registerVolunteer = (archive: OpenArchive, name: string): Promise<ServiceRow> =>
  storeServiceLine(archive, {
    id: null,
    line: serviceLineOf(null, { register: 'volunteer', occurredOn: '2026-01-05', title: name, content: {} }),
    newPerson: {
      name,
      sex: null,
      birthDate: null,
      politicalStatus: null,
      identityKind: null,
      identityNumber: null,
      phone: '13800001234',
    },
  });
