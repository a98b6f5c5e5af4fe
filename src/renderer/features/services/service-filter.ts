import { communityId } from '../../../shared/domain/ids.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { organizationId } from '../../../shared/domain/ids.ts';
import { registerSpec, type ServiceRegister } from '../../../shared/domain/service-register.ts';
import type { ServiceFilter } from '../../../shared/contract/service-registers.ts';
import type { ListQuery } from '../../components/use-list-query.ts';

/** The filter as it stands in the address; what cannot be is left out. */
export const serviceFilterOf = (register: ServiceRegister, query: ListQuery): ServiceFilter => {
  const state = query.value('state');
  const day = (name: string): string | null => isoDate.safeParse(query.value(name)).data ?? null;
  return {
    text: query.text,
    communityIds: query.values('community').flatMap((id) => communityId.safeParse(id).data ?? []),
    organizationId: organizationId.safeParse(query.value('organization')).data ?? null,
    state: state !== null && registerSpec(register).states.includes(state) ? state : null,
    late: query.value('late') === 'yes',
    from: day('from'),
    to: day('to'),
  };
};
