import { SegmentedControl, Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { serviceRegister, type ServiceRegister } from '../../../shared/domain/service-register.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { ListScreen } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { serviceGroups } from './service-groups.ts';
import { ServiceList } from './ServiceList.tsx';

/** 活动与服务: every register of it, one at a time; which one, its filters and the open line are in the address. */
export const ServicesScreen = () => {
  const [query, setQuery] = useSearchParams();
  const register = serviceRegister.safeParse(query.get('register')).data ?? 'activity';
  const open = (next: ServiceRegister): void => setQuery({ register: next }, { replace: true });
  const group = serviceGroups.findIndex(({ registers }) => registers.includes(register));
  const beside = serviceGroups[group]?.registers ?? [];
  return (
    <ListScreen>
      <PageHeader title="活动与服务" />
      <Tabs
        value={String(group)}
        onChange={(value) => open(serviceGroups[Number(value)]?.registers[0] ?? 'activity')}
      >
        <Tabs.List mb="xs">
          {serviceGroups.map(({ label }, index) => (
            <Tabs.Tab key={label} value={String(index)}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {beside.length < 2 ? null : (
        <SegmentedControl
          mb="xs"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          aria-label="哪一本登记"
          data={beside.map((value) => ({ value, label: registerWords(value).name }))}
          value={register}
          onChange={(value) => open(serviceRegister.parse(value))}
        />
      )}
      <ServiceList key={register} register={register} />
    </ListScreen>
  );
};
