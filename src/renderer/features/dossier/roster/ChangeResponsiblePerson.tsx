import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

interface ChangeResponsiblePersonProps {
  readonly organizationId: OrganizationId;
  readonly member: RosterRow;
}

/** The way to another responsible person of a filed organization: a change filing with this member in it. */
export const ChangeResponsiblePerson = ({ organizationId, member }: ChangeResponsiblePersonProps) => {
  const navigate = useNavigate();
  const change = useMutation(
    useApi().roster.changeResponsiblePerson.mutationOptions({
      onSuccess: ({ filingId }) => void navigate(paths.filing(filingId)),
    }),
  );
  if (member.role === 'responsible-person') return null;
  return (
    <>
      <Group>
        <Button
          variant="light"
          loading={change.isPending}
          onClick={() => change.mutate({ organizationId, personId: member.personId })}
        >
          变更负责人为 {member.name}
        </Button>
      </Group>
      <ErrorNotice error={change.error} />
    </>
  );
};
