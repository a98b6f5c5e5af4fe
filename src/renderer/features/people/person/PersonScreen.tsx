import { Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { personId } from '../../../../shared/domain/ids.ts';
import type { PersonRow } from '../../../../shared/domain/people.ts';
import type { RevealedPerson } from '../../../../shared/domain/reveal.ts';
import { minorityLabels, politicalStatusLabels, sexLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { RevealCountdown } from '../../reveals/RevealCountdown.tsx';
import { RevealModal } from '../../reveals/RevealModal.tsx';
import { useRevealed } from '../../reveals/use-revealed.ts';
import { ConsentsCard } from './ConsentsCard.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { PostsCard } from './PostsCard.tsx';
import { StagesCard } from './StagesCard.tsx';
import { StaysCard } from './StaysCard.tsx';
import { TagsCard } from './TagsCard.tsx';

const Fact = ({ label, value }: { readonly label: string; readonly value: string | null }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm">{value ?? '—'}</Text>
  </div>
);

const Facts = ({ person, shown }: { readonly person: PersonRow; readonly shown: RevealedPerson | null }) => (
  <Group gap={28}>
    <Fact label="性别" value={person.sex === null ? null : sexLabels[person.sex]} />
    <Fact label="出生年月" value={person.birthMonth} />
    <Fact
      label="政治面貌"
      value={person.politicalStatus === null ? null : politicalStatusLabels[person.politicalStatus]}
    />
    <Fact label="证件号码" value={shown === null ? person.maskedIdentityNumber : shown.identityNumber} />
    <Fact label="电话" value={shown === null ? person.maskedPhone : shown.phone} />
    {shown === null || shown.address === null ? null : <Fact label="住址" value={shown.address} />}
  </Group>
);

/** One person, whichever organizations they belong to. */
export const PersonScreen = () => {
  const id = personId.parse(useParams()['id']);
  const { data: profile, error, refetch } = useQuery(useApi().people.get.queryOptions({ input: { id } }));
  const revealed = useRevealed();
  const [asking, setAsking] = useState(false);
  if (profile === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const { person } = profile;
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ title: '人员', to: paths.people }]}
        marks={
          person.minority === null ? null : (
            <StatusBadge tone={person.minority === 'under-14' ? 'late' : 'waiting'}>
              {minorityLabels[person.minority]}
            </StatusBadge>
          )
        }
        detail={person.communities.join('、')}
        actions={<RevealCountdown revealed={revealed} onAsk={() => setAsking(true)} />}
      />
      <Grid gap="md">
        <Grid.Col span={7}>
          <Stack gap="md">
            <Card>
              <Facts person={person} shown={revealed.of(id)} />
            </Card>
            <StaysCard profile={profile} />
            <ConsentsCard profile={profile} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={5}>
          <Stack gap="md">
            <TagsCard profile={profile} />
            <StagesCard profile={profile} />
            <PostsCard profile={profile} />
            <DetailsCard profile={profile} />
          </Stack>
        </Grid.Col>
      </Grid>
      {asking ? (
        <RevealModal
          whose={` ${person.name} `}
          target={{ kind: 'person', personId: id }}
          revealed={revealed}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
