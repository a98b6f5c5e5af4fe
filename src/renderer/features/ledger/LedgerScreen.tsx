import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { BasisHint } from '../../components/BasisHint.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BureauKeysTab } from './BureauKeysTab.tsx';
import { ForBureauTab } from './ForBureauTab.tsx';
import { LedgerTab } from './LedgerTab.tsx';
import { PackagesTab } from './PackagesTab.tsx';
import { SubmitTab } from './SubmitTab.tsx';

const tabs = ['submit', 'ledger', 'keys', 'packages', 'bureau'] as const;
type Tab = (typeof tabs)[number];

const tabFrom = (query: URLSearchParams): Tab => tabs.find((tab) => tab === query.get('tab')) ?? 'submit';

/** The half-yearly ledger: check it, export it encrypted for the bureau, and look up what was handed in. */
export const LedgerScreen = () => {
  const [query, setQuery] = useSearchParams();
  const tab = tabFrom(query);
  const open = (next: string | null): void =>
    setQuery(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('tab', next ?? 'submit');
        return after;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title="台账报送" marks={<BasisHint basis="第二条" />} />
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="submit">检查与报送</Tabs.Tab>
          <Tabs.Tab value="ledger">台账</Tabs.Tab>
          <Tabs.Tab value="keys">接收公钥</Tabs.Tab>
          <Tabs.Tab value="packages">报送记录</Tabs.Tab>
          <Tabs.Tab value="bureau">本单位密钥</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="submit">
          <SubmitTab />
        </Tabs.Panel>
        <Tabs.Panel value="ledger">
          <LedgerTab />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <BureauKeysTab />
        </Tabs.Panel>
        <Tabs.Panel value="packages">
          <PackagesTab />
        </Tabs.Panel>
        <Tabs.Panel value="bureau">
          <ForBureauTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
