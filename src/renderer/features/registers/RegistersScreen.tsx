import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { registerTabs, type RegisterTab } from '../../app/paths.ts';
import { CandidatesRegister } from './CandidatesRegister.tsx';
import { CategoriesRegister } from './CategoriesRegister.tsx';
import { CertificatesRegister } from './CertificatesRegister.tsx';
import { NumbersRegister } from './NumbersRegister.tsx';
import { PartyRegister } from './PartyRegister.tsx';
import { RestrictionsRegister } from './RestrictionsRegister.tsx';

const registers: Readonly<
  Record<RegisterTab, { readonly label: string; readonly Panel: () => React.JSX.Element }>
> = {
  certificates: { label: '备案证书', Panel: CertificatesRegister },
  numbers: { label: '备案号', Panel: NumbersRegister },
  candidates: { label: '拟登记台账', Panel: CandidatesRegister },
  party: { label: '兜底党组织', Panel: PartyRegister },
  categories: { label: '分类', Panel: CategoriesRegister },
  restrictions: { label: '限制名单', Panel: RestrictionsRegister },
};

/** The registers that a street keeps besides its organizations; the open one and its filters are in the address. */
export const RegistersScreen = () => {
  const [query, setQuery] = useSearchParams();
  const open = registerTabs.find((tab) => tab === query.get('tab')) ?? 'certificates';
  return (
    <>
      <PageHeader title="登记簿" />
      <Tabs
        value={open}
        keepMounted={false}
        onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
      >
        <Tabs.List mb="md">
          {registerTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {registers[tab].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {registerTabs.map((tab) => {
          const { Panel } = registers[tab];
          return (
            <Tabs.Panel key={tab} value={tab}>
              <Panel />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
};
