import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { MemberRole, RosterRow } from '../../../../shared/domain/person.ts';
import { isCoded } from '../../../../shared/errors.ts';
import { codedErrorOf } from '../../../app/client.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { ChangeResponsiblePerson } from './ChangeResponsiblePerson.tsx';
import { GuardianFields } from './GuardianFields.tsx';
import {
  draftOf,
  guardianConsentOf,
  identityProblem,
  needsGuardian,
  type MemberDraft,
} from './member-form.ts';
import { MemberFields } from './MemberFields.tsx';
import { MemberEnds } from './MemberEnds.tsx';
import { MemberStays } from './MemberStays.tsx';
import { SamePeople } from './SamePeople.tsx';
import { useSaveMember } from './use-save-member.ts';

interface MemberModalProps {
  readonly organizationId: OrganizationId;
  /** null adds a new member. */
  readonly member: RosterRow | null;
  /** Place of a new member; adding goes on to the next one unless a place is given. */
  readonly role?: MemberRole;
  /** Name of a new member, as far as it is known. */
  readonly name?: string;
  readonly onAdded?: (member: RosterRow) => void;
  readonly onClose: () => void;
}

/** Somebody who is on the roster is shown as there; a place that is asked for is given to who is new, or has another. */
const firstDraft = (member: RosterRow | null, role: MemberRole | undefined, name: string): MemberDraft => {
  const draft = draftOf(member, role);
  if (member === null) return { ...draft, person: { ...draft.person, name } };
  return role === undefined ? draft : { ...draft, membership: { ...draft.membership, role } };
};

/** One member. Adding goes on to the next one with Enter, so that fifty take no mouse. */
export const MemberModal = ({
  organizationId,
  member,
  role,
  name: known = '',
  onAdded,
  onClose,
}: MemberModalProps) => {
  const [draft, setDraft] = useState(() => firstDraft(member, role, known));
  const [added, setAdded] = useState<readonly string[]>([]);
  const save = useSaveMember(organizationId, member);
  const { name } = draft.person;
  const guarded = needsGuardian(draft, member, todayHere());
  const ready =
    name.trim() !== '' &&
    identityProblem(draft.person) === null &&
    (!guarded || guardianConsentOf(draft.guardian) !== null) &&
    !save.isPending;

  const submit = async (): Promise<void> => {
    if (!ready) return;
    const saved = await save.mutateAsync(draft);
    if (member === null) onAdded?.(saved);
    if (member !== null || role !== undefined) return onClose();
    setAdded([...added, name]);
    setDraft(draftOf(null));
  };

  return (
    <Modal.Stack>
      <Modal
        opened
        stackId="member"
        onClose={onClose}
        title={member === null ? '添加成员' : `成员 ${member.name}`}
        size={680}
      >
        <ImeSafeForm aria-label="成员" onSubmit={() => void submit().catch(() => undefined)}>
          <Stack>
            <MemberFields key={added.length} draft={draft} member={member} onChange={setDraft} />
            {member === null ? (
              <SamePeople person={draft.person} />
            ) : (
              <MemberStays organizationId={organizationId} member={member} />
            )}
            {guarded ? (
              <GuardianFields
                organizationId={organizationId}
                guardian={draft.guardian}
                onChange={(guardian) => setDraft({ ...draft, guardian })}
              />
            ) : null}
            <ErrorNotice error={save.error} />
            {member === null || !isCoded(codedErrorOf(save.error), 'RESPONSIBLE_PERSON_FILED') ? null : (
              <ChangeResponsiblePerson organizationId={organizationId} member={member} />
            )}
            <Group justify="space-between" wrap="nowrap">
              {member === null ? (
                <Text size="sm" c="dimmed" aria-live="polite">
                  {role !== undefined
                    ? '保存后同时记入花名册'
                    : added.length === 0
                      ? '按回车保存，接着录下一位'
                      : `已添加 ${added.length} 人：${added.slice(-3).join('、')}`}
                </Text>
              ) : (
                <MemberEnds organizationId={organizationId} member={member} onDone={onClose} />
              )}
              <Group gap="sm" wrap="nowrap">
                <Button variant="default" onClick={onClose}>
                  {added.length > 0 ? '录完了' : '取消'}
                </Button>
                <Button type="submit" disabled={!ready} loading={save.isPending}>
                  保存
                </Button>
              </Group>
            </Group>
          </Stack>
        </ImeSafeForm>
      </Modal>
    </Modal.Stack>
  );
};
