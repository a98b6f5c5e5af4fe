import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PersonStay, RoleTerm } from '../../../../shared/domain/people.ts';
import { leaveReasonLabels, memberRoleLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { Card } from '../../../components/Card.tsx';
import type { ProfileCardProps } from './profile-card.ts';
import { TermForm } from './TermForm.tsx';

const stayWords = ({ role, roleTitle, joinedOn, leftOn, leaveReason }: PersonStay): string => {
  const left =
    leftOn === null
      ? ''
      : `，${leftOn} 离开${leaveReason === null ? '' : `（${leaveReasonLabels[leaveReason]}）`}`;
  return `${roleTitle ?? memberRoleLabels[role]}，${joinedOn ?? '加入日期未记'}${joinedOn === null ? '' : ' 加入'}${left}`;
};

const Term = ({ term }: { readonly term: RoleTerm }) => {
  const remove = useMutation(useApi().people.removeTerm.mutationOptions());
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        任期 {term.startsOn} 至 {term.endsOn ?? '未定'}（{memberRoleLabels[term.role]}）
        {term.note === null ? '' : `　${term.note}`}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={remove.isPending}
        onClick={() => remove.mutate({ membershipId: term.membershipId, termId: term.id })}
      >
        删去
      </Button>
    </Group>
  );
};

const Stay = ({ stay, terms }: { readonly stay: PersonStay; readonly terms: readonly RoleTerm[] }) => {
  const [adding, setAdding] = useState(false);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Anchor component={Link} to={paths.dossier(stay.organizationId, 'roster')} size="sm" fw={600}>
            {stay.organizationName}
          </Anchor>
          <Text size="sm" c={stay.leftOn === null ? 'inherit' : 'dimmed'}>
            {stayWords(stay)}
          </Text>
        </div>
        {stay.leftOn === null && !adding ? (
          <Button size="compact-sm" variant="light" onClick={() => setAdding(true)}>
            记任期
          </Button>
        ) : null}
      </Group>
      {terms.map((term) => (
        <Term key={term.id} term={term} />
      ))}
      {adding ? <TermForm stay={stay} onDone={() => setAdding(false)} /> : null}
    </div>
  );
};

/** All organizations of a person, present ones first, with the terms held in them. */
export const StaysCard = ({ profile }: ProfileCardProps) => (
  <Card title="所在组织">
    <Stack gap="sm">
      {profile.stays.map((stay) => (
        <Stay
          key={stay.membershipId}
          stay={stay}
          terms={profile.terms.filter(({ membershipId }) => membershipId === stay.membershipId)}
        />
      ))}
    </Stack>
  </Card>
);
