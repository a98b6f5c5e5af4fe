import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { communityId, type PersonId } from '../../../../shared/domain/ids.ts';
import { postBody, type PostInput } from '../../../../shared/domain/people.ts';
import { postBodyLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { PartialDateField } from '../../../components/PartialDateField.tsx';
import { textOrNull } from '../../organizations/facts/facts-form.ts';

interface PostFormProps {
  readonly personId: PersonId;
  readonly onDone: () => void;
}

type Draft = { readonly [K in keyof PostInput]: PostInput[K] | null };

const bodies = postBody.options.map((value) => ({ value, label: postBodyLabels[value] }));
const empty: Draft = {
  body: null,
  bodyName: null,
  communityId: null,
  post: null,
  startsOn: null,
  endsOn: null,
};

export const PostForm = ({ personId, onDone }: PostFormProps) => {
  const api = useApi();
  const [draft, setDraft] = useState(empty);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const { data: office } = useQuery(api.office.get.queryOptions());
  const communities = (office?.communities ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  const save = useMutation(api.people.savePost.mutationOptions({ onSuccess: onDone }));
  const { body, communityId: community, bodyName } = draft;
  const sound = body !== null && community !== null && (body !== 'other-committee' || bodyName !== null);
  const submit = (): void => {
    if (body === null || community === null || !sound) return;
    save.mutate({ id: personId, postId: null, post: { ...draft, body, communityId: community } });
  };
  return (
    <ImeSafeForm aria-label="兼任" onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={2} verticalSpacing="xs">
          <Select label="在哪里任职" data={bodies} value={body} onChange={(value) => set({ body: value })} />
          <Select
            label="社区"
            searchable
            data={communities}
            value={community}
            onChange={(value) => set({ communityId: value === null ? null : communityId.parse(value) })}
          />
          {body === 'other-committee' ? (
            <TextInput
              label="委员会名称"
              withAsterisk
              maxLength={30}
              value={bodyName ?? ''}
              onChange={(event) => set({ bodyName: textOrNull(event.currentTarget.value) })}
            />
          ) : null}
          <TextInput
            label="职务"
            placeholder="如 委员"
            maxLength={30}
            value={draft.post ?? ''}
            onChange={(event) => set({ post: textOrNull(event.currentTarget.value) })}
          />
          <PartialDateField label="开始" value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
          <DateField label="结束" value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
        </SimpleGrid>
        <ErrorNotice error={save.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!sound} loading={save.isPending}>
            记下
          </Button>
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
