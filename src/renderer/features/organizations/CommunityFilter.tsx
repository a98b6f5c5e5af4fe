import { useQuery } from '@tanstack/react-query';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';

interface CommunityFilterProps {
  readonly selected: readonly CommunityId[];
  readonly onChange: (selected: CommunityId[]) => void;
}

/** Narrows a list to some of the street's communities. */
export const CommunityFilter = (props: CommunityFilterProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const options = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <FilterMenu label="社区" options={options} {...props} />;
};
