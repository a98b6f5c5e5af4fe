import { useMutation } from '@tanstack/react-query';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { draftOf, guardianConsentOf, personChanges, type MemberDraft } from './member-form.ts';

/** Adds a member, or saves what was changed of one. */
export const useSaveMember = (organizationId: OrganizationId, member: RosterRow | null) => {
  const { roster } = useApi();
  return useMutation({
    mutationFn: ({
      person,
      membership: { leftOn, ...membership },
      guardian,
    }: MemberDraft): Promise<RosterRow> =>
      member === null
        ? roster.add.call({
            person,
            membership: { ...membership, leftOn, organizationId },
            guardianConsent: guardianConsentOf(guardian),
          })
        : roster.update.call({
            membershipId: member.membershipId,
            membership,
            person: personChanges(draftOf(member).person, person),
            guardianConsent: guardianConsentOf(guardian),
          }),
  });
};
