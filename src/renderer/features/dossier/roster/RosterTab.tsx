import { Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterOn } from '../../../../shared/contract/roster.ts';
import type { OrganizationId, PersonId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { messageOf } from '../../../components/error-sentence.ts';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { RevealCountdown } from '../../reveals/RevealCountdown.tsx';
import { RevealModal } from '../../reveals/RevealModal.tsx';
import { useRevealed } from '../../reveals/use-revealed.ts';
import { MemberModal } from './MemberModal.tsx';
import { MemberSheetModal } from './MemberSheetModal.tsx';
import { RosterTable } from './RosterTable.tsx';
import { RosterToolbar, type RosterAction } from './RosterToolbar.tsx';
import { SnapshotsModal } from './SnapshotsModal.tsx';
import { StructureModal } from './StructureModal.tsx';
import { useAskedMember } from './use-asked-member.ts';
import { useRosterDay } from './use-roster-day.ts';

/** The member who is edited, or what else is open over the roster. */
type Open = RosterRow | Exclude<RosterAction, 'export'> | 'reveal' | null;

const isPartyMember = ({ politicalStatus }: RosterRow): boolean =>
  politicalStatus === 'party-member' || politicalStatus === 'probationary-party-member';

const Counts = ({ rows, asOf }: { readonly rows: readonly RosterRow[]; readonly asOf: string | null }) => {
  const onRoster = rows.filter(({ leftOn }) => asOf !== null || leftOn === null);
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {asOf === null ? '在册' : `${asOf} 在册`} {onRoster.length} 人，党员{' '}
      {onRoster.filter(isPartyMember).length} 人
    </Text>
  );
};

const NoMembers = ({ shown }: { readonly shown: RosterOn }) => (
  <EmptyState
    icon={IconUsers}
    title={
      shown.text !== '' ? '没有找到这个人' : shown.asOf === null ? '花名册还是空的' : '这一天还没有人在册'
    }
    hint={
      shown.text !== ''
        ? '换个字，或勾上“含已离开的”。'
        : shown.asOf === null
          ? '成员不多可逐个添加；有 Excel 名单的，用“批量录入”整块粘贴，或用“导入”一次完成。'
          : '换一个日期；清空日期就回到现在的花名册。'
    }
  />
);

interface RosterTabProps {
  readonly organizationId: OrganizationId;
  /** Who answers for the organization, as its filing form says. */
  readonly responsible: { readonly personId: PersonId | null; readonly name: string | null };
}

/** The roster of now or of any day: numbers masked, members added and changed without leaving the keyboard. */
export const RosterTab = ({ organizationId, responsible }: RosterTabProps) => {
  const { roster } = useApi();
  const [asOf, setAsOf] = useRosterDay();
  const [filter, setFilter] = useState({ text: '', includeFormer: false });
  const [open, setOpen] = useState<Open>(null);
  const revealed = useRevealed();
  const sealed = useDossierSealed();
  const shown: RosterOn = { organizationId, asOf, ...filter };
  const {
    data: rows,
    error,
    refetch,
  } = useQuery(
    roster.list.queryOptions({
      input: { ...shown, text: shown.text.trim() },
      placeholderData: keepPreviousData,
    }),
  );
  const exportList = useMutation(
    roster.exportList.mutationOptions({
      onSuccess: saveFile,
      onError: (failure) => notifications.show({ color: 'orange', message: messageOf(failure).happened }),
    }),
  );
  const show = ({ asOf: day, ...change }: Partial<RosterOn>): void => {
    if (day !== undefined) setAsOf(day);
    setFilter({ ...filter, ...change });
  };
  const added = useAskedMember();
  const close = (): void => {
    setOpen(null);
    added.settle();
  };
  const seated = rows?.find(({ personId }) => personId === responsible.personId);
  return (
    <>
      <RosterToolbar
        shown={shown}
        onShow={show}
        onAction={(action) => (action === 'export' ? exportList.mutate(shown) : setOpen(action))}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {rows === undefined ? null : rows.length === 0 ? (
        <NoMembers shown={shown} />
      ) : (
        <>
          <Group justify="space-between" mb="xs">
            <Counts rows={rows} asOf={asOf} />
            <RevealCountdown revealed={revealed} onAsk={() => setOpen('reveal')} />
          </Group>
          <RosterTable
            rows={rows}
            revealed={revealed}
            {...(asOf === null && !sealed ? { onEdit: setOpen } : {})}
          />
        </>
      )}
      {open === 'sheet' || added.asked === 'sheet' ? (
        <MemberSheetModal organizationId={organizationId} onClose={close} />
      ) : null}
      {open === 'snapshots' ? <SnapshotsModal organizationId={organizationId} onClose={close} /> : null}
      {open === 'structure' ? (
        <StructureModal organizationId={organizationId} asOf={asOf} onClose={close} />
      ) : null}
      {open === 'reveal' ? (
        <RevealModal
          whose="花名册"
          target={{ kind: 'roster', organizationId, asOf }}
          revealed={revealed}
          onClose={close}
        />
      ) : null}
      {added.asked === 'responsible-person' && rows !== undefined ? (
        <MemberModal
          organizationId={organizationId}
          member={seated ?? null}
          role="responsible-person"
          name={responsible.name ?? ''}
          onClose={close}
        />
      ) : null}
      {typeof open === 'string' && open !== 'new' ? null : open === null ? null : (
        <MemberModal organizationId={organizationId} member={open === 'new' ? null : open} onClose={close} />
      )}
    </>
  );
};
