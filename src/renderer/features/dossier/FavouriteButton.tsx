import { ActionIcon, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';

/** Keeps an organization at hand: Ctrl+K shows it before anything is typed. */
export const FavouriteButton = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const { atHand, setFavourite } = useApi().search;
  const { data } = useQuery(atHand.queryOptions({ input: { visited: [] } }));
  const favourite =
    data?.favourites.some((hit) => hit.kind === 'organization' && hit.organizationId === organizationId) ??
    false;
  const set = useMutation(setFavourite.mutationOptions());
  const Glyph = favourite ? IconStarFilled : IconStar;
  const label = favourite ? '取消收藏' : '收藏：按 Ctrl+K 就能看到';
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={favourite ? 'yellow.7' : 'gray.7'}
        aria-label={favourite ? '取消收藏' : '收藏'}
        aria-pressed={favourite}
        loading={set.isPending}
        onClick={() => set.mutate({ organizationId, favourite: !favourite })}
      >
        <Glyph size={20} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
};
