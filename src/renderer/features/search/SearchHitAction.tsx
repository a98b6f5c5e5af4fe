import { Spotlight } from '@mantine/spotlight';
import { IconBuildingCommunity, IconUser } from '@tabler/icons-react';
import type { SearchHit } from '../../../shared/contract/home.ts';

const icons = { organization: IconBuildingCommunity, person: IconUser } as const;

interface SearchHitActionProps {
  readonly hit: SearchHit;
  readonly onOpen: () => void;
}

export const SearchHitAction = ({ hit, onOpen }: SearchHitActionProps) => {
  const Icon = icons[hit.kind];
  return (
    <Spotlight.Action
      label={hit.title}
      description={hit.detail}
      leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
      onClick={onOpen}
    />
  );
};
