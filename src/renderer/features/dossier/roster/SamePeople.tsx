import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PersonInput } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';

/** Says quietly who of the same name or number is known already, so that nobody is entered twice. */
export const SamePeople = ({ person }: { readonly person: PersonInput }) => {
  const name = person.name.trim();
  const [asked] = useDebouncedValue({ name, identityNumber: person.identityNumber }, 300);
  const { data: people = [] } = useQuery(
    useApi().roster.findPeople.queryOptions({ input: asked, enabled: asked.name !== '' }),
  );
  if (name === '' || people.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      档案里已有：
      {people
        .slice(0, 3)
        .map(
          ({ name: known, maskedIdentityNumber, organizations }) =>
            `${known}${maskedIdentityNumber === null ? '' : `（${maskedIdentityNumber}）`}${organizations.length === 0 ? '' : `，${organizations.join('、')}`}`,
        )
        .join('；')}
      。证件号码相同的会认作同一个人。
    </Text>
  );
};
