import { TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { knownPersonTag } from '../../../../shared/domain/people.ts';
import { personTagLabels, personTagWord } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import type { ProfileCardProps } from './profile-card.ts';

const codeOf = (word: string): string =>
  knownPersonTag.options.find((code) => personTagLabels[code] === word) ?? word;

/** Who somebody is beyond the organization: known words, or the office's own. */
export const TagsCard = ({ profile }: ProfileCardProps) => {
  const api = useApi();
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const save = useMutation(api.people.setTags.mutationOptions());
  const words = [...knownPersonTag.options, ...(rules?.body.members.ownTags ?? [])].map(personTagWord);
  return (
    <Card title="身份标签" aside={<BasisHint basis="第四条（二）、第八条" />}>
      <TagsInput
        aria-label="身份标签"
        placeholder="选或输入，回车添加"
        maxTags={30}
        maxLength={24}
        data={words}
        value={profile.person.tags.map(personTagWord)}
        onChange={(tags) => save.mutate({ id: profile.person.id, tags: tags.map(codeOf) })}
      />
      <Text size="xs" c="dimmed" mt={6}>
        党员按政治面貌统计，不用另加标签。
      </Text>
      <ErrorNotice error={save.error} />
    </Card>
  );
};
