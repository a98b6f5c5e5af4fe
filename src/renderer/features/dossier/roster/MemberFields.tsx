import { Select, SimpleGrid, TextInput } from '@mantine/core';
import {
  identityDocumentKind,
  memberRole,
  politicalStatus,
  sex,
  type RosterRow,
} from '../../../../shared/domain/person.ts';
import {
  identityDocumentLabels,
  memberRoleLabels,
  politicalStatusLabels,
  sexLabels,
} from '../../../../shared/labels/person.ts';
import { PartialDateField } from '../../../components/PartialDateField.tsx';
import { textOrNull } from '../../organizations/facts/facts-form.ts';
import { identityProblem, withIdentityNumber, type MemberDraft } from './member-form.ts';

interface MemberFieldsProps {
  readonly draft: MemberDraft;
  readonly member: RosterRow | null;
  readonly onChange: (draft: MemberDraft) => void;
}

const optionsOf = <T extends string>(codes: readonly T[], labels: Readonly<Record<T, string>>) =>
  codes.map((value) => ({ value, label: labels[value] }));

const options = {
  sex: optionsOf(sex.options, sexLabels),
  politicalStatus: optionsOf(politicalStatus.options, politicalStatusLabels),
  identityKind: optionsOf(identityDocumentKind.options, identityDocumentLabels),
  role: optionsOf(memberRole.options, memberRoleLabels),
} as const;

/** A number that is known stays masked; leaving the box blank keeps it. */
const keptHint = (mask: string | null | undefined): string =>
  mask === null || mask === undefined ? '' : `${mask}（不改就空着）`;

export const MemberFields = ({ draft, member, onChange }: MemberFieldsProps) => {
  const { person, membership } = draft;
  const setPerson = (change: Partial<MemberDraft['person']>): void =>
    onChange({ ...draft, person: { ...person, ...change } });
  const setMembership = (change: Partial<MemberDraft['membership']>): void =>
    onChange({ ...draft, membership: { ...membership, ...change } });
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="姓名"
        withAsterisk
        data-autofocus
        autoFocus
        maxLength={60}
        value={person.name}
        onChange={(event) => setPerson({ name: event.currentTarget.value })}
      />
      <Select
        label="职务"
        allowDeselect={false}
        data={options.role}
        value={membership.role}
        onChange={(role) => role !== null && setMembership({ role })}
      />
      <Select
        label="证件类型"
        allowDeselect={false}
        data={options.identityKind}
        value={person.identityKind}
        onChange={(identityKind) => setPerson({ identityKind })}
      />
      <TextInput
        label="证件号码"
        placeholder={keptHint(member?.maskedIdentityNumber)}
        autoComplete="off"
        maxLength={30}
        error={identityProblem(person)}
        value={person.identityNumber ?? ''}
        onChange={(event) =>
          onChange({ ...draft, person: withIdentityNumber(person, event.currentTarget.value) })
        }
      />
      <Select
        label="性别"
        clearable
        data={options.sex}
        value={person.sex}
        onChange={(value) => setPerson({ sex: value })}
      />
      <PartialDateField
        label="出生日期"
        value={person.birthDate}
        onChange={(birthDate) => setPerson({ birthDate })}
      />
      <Select
        label="政治面貌"
        clearable
        data={options.politicalStatus}
        value={person.politicalStatus}
        onChange={(value) => setPerson({ politicalStatus: value })}
      />
      <TextInput
        label="电话"
        placeholder={keptHint(member?.maskedPhone)}
        autoComplete="off"
        maxLength={30}
        value={person.phone ?? ''}
        onChange={(event) => setPerson({ phone: textOrNull(event.currentTarget.value) })}
      />
      <TextInput
        label="本队叫法"
        placeholder="如 队长"
        maxLength={20}
        value={membership.roleTitle ?? ''}
        onChange={(event) => setMembership({ roleTitle: textOrNull(event.currentTarget.value) })}
      />
      <PartialDateField
        label="加入日期"
        value={membership.joinedOn}
        onChange={(joinedOn) => setMembership({ joinedOn })}
      />
      <TextInput
        label="备注"
        maxLength={200}
        value={membership.remark ?? ''}
        onChange={(event) => setMembership({ remark: textOrNull(event.currentTarget.value) })}
      />
    </SimpleGrid>
  );
};
