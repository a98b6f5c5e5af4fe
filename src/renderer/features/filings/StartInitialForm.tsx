import { Button, Container, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EntryMode } from '../../../shared/domain/filing.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { emptyFacts } from '../organizations/facts/facts-form.ts';
import { EntryModeSwitch } from './EntryModeSwitch.tsx';
import { NameHints } from './NameHints.tsx';

/** A name and a community make a draft; from there on everything saves itself. */
export const StartInitialForm = () => {
  const api = useApi();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [community, setCommunity] = useState<CommunityId | null>(null);
  const [entryMode, setEntryMode] = useState<EntryMode>('live');
  const { data: office } = useQuery(api.office.get.queryOptions());
  const start = useMutation(
    api.filings.startInitial.mutationOptions({
      onSuccess: ({ id }) => void navigate(paths.filing(id), { replace: true }),
    }),
  );
  const ready = name.trim().length >= 2 && community !== null;
  const submit = (): void => {
    if (community === null || !ready || start.isPending) return;
    start.mutate({ facts: { ...emptyFacts(community), name }, responsiblePerson: null, entryMode });
  };
  return (
    <>
      <PageHeader title="新建备案" crumbs={[{ title: '备案办理', to: paths.filings }]} />
      <Container size={640} mx={0} px={0}>
        <Card>
          <ImeSafeForm aria-label="新建备案" onSubmit={submit}>
            <Stack>
              <TextInput
                label="组织名称"
                withAsterisk
                autoFocus
                maxLength={60}
                placeholder="如 阳光里社区夕阳红舞蹈队"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <NameHints name={name} exceptId={null} />
              <Select
                label="所在社区"
                withAsterisk
                searchable
                nothingFoundMessage="没有这个社区，请到设置里添加"
                data={(office?.communities ?? []).map(({ id, name: label }) => ({ value: id, label }))}
                value={community}
                onChange={setCommunity}
              />
              <EntryModeSwitch value={entryMode} onChange={setEntryMode} />
              <ErrorNotice error={start.error} />
              <Group justify="flex-end">
                <Button type="submit" disabled={!ready} loading={start.isPending}>
                  开始填写
                </Button>
              </Group>
            </Stack>
          </ImeSafeForm>
        </Card>
      </Container>
    </>
  );
};
