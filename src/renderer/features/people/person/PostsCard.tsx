import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonPost } from '../../../../shared/domain/people.ts';
import { postBodyLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { Card } from '../../../components/Card.tsx';
import { PostForm } from './PostForm.tsx';
import type { ProfileCardProps } from './profile-card.ts';

const postWords = ({ body, bodyName, communityName, post, startsOn, endsOn }: PersonPost): string =>
  `${communityName}${bodyName ?? postBodyLabels[body]}　${post ?? ''}　${startsOn ?? ''}${endsOn === null ? '' : ` 至 ${endsOn}`}`;

/** Seats in the community's Party leadership and on committees under the residents' committee. */
export const PostsCard = ({ profile }: ProfileCardProps) => {
  const [adding, setAdding] = useState(false);
  const remove = useMutation(useApi().people.removePost.mutationOptions());
  const { id } = profile.person;
  return (
    <Card title="兼任" aside={<BasisHint basis="第一条、第四条" />}>
      <Stack gap="xs">
        {profile.posts.map((post) => (
          <Group key={post.id} justify="space-between" wrap="nowrap">
            <Text size="sm" c={post.endsOn === null ? 'inherit' : 'dimmed'}>
              {postWords(post)}
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={remove.isPending}
              onClick={() => remove.mutate({ id, postId: post.id })}
            >
              删去
            </Button>
          </Group>
        ))}
        {adding ? (
          <PostForm personId={id} onDone={() => setAdding(false)} />
        ) : (
          <Group>
            <Button size="compact-md" variant="light" onClick={() => setAdding(true)}>
              记一项兼任
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
};
