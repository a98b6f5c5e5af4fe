import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { dossierTabs, type DossierTab } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ArchivedTab } from './ArchivedTab.tsx';
import { DisclosuresTab } from './disclosures/DisclosuresTab.tsx';
import { DispositionsTab } from './dispositions/DispositionsTab.tsx';
import { FactsTab } from './FactsTab.tsx';
import { FilingsTab } from './FilingsTab.tsx';
import { FilesTab } from '../files/FilesTab.tsx';
import { PapersTab } from './PapersTab.tsx';
import { ReportsTab } from './reports/ReportsTab.tsx';
import { RosterTab } from './roster/RosterTab.tsx';

const labels: Readonly<Record<DossierTab, string>> = {
  facts: '备案事项',
  roster: '花名册',
  filings: '备案与证书',
  reports: '报告测评',
  disclosures: '信息公开',
  dispositions: '处理结果',
  files: '材料',
  papers: '文书',
  archived: '归档',
};

/** Which tab is open is in the address, so that a gap or a search result can open it. */
export const DossierTabs = ({ dossier }: { readonly dossier: Dossier }) => {
  const [query, setQuery] = useSearchParams();
  const open = dossierTabs.find((tab) => tab === query.get('tab')) ?? 'facts';
  const counts: Readonly<Partial<Record<DossierTab, string>>> = {
    roster: ` ${dossier.memberCount}`,
    filings: ` ${dossier.filings.length}`,
  };
  return (
    <Card>
      <Tabs
        value={open}
        onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {dossierTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} px="sm">
              {labels[tab]}
              {counts[tab] ?? ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="facts">
          <FactsTab dossier={dossier} />
        </Tabs.Panel>
        <Tabs.Panel value="roster">
          <RosterTab
            organizationId={dossier.organization.id}
            responsible={{
              personId: dossier.organization.responsiblePersonId,
              name: dossier.responsiblePersonName,
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="filings">
          <FilingsTab dossier={dossier} />
        </Tabs.Panel>
        <Tabs.Panel value="reports">
          <ReportsTab dossier={dossier} />
        </Tabs.Panel>
        <Tabs.Panel value="disclosures">
          <DisclosuresTab dossier={dossier} />
        </Tabs.Panel>
        <Tabs.Panel value="dispositions">
          <DispositionsTab dossier={dossier} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <FilesTab organizationId={dossier.organization.id} />
        </Tabs.Panel>
        <Tabs.Panel value="papers">
          <PapersTab organizationId={dossier.organization.id} />
        </Tabs.Panel>
        <Tabs.Panel value="archived">
          <ArchivedTab organizationId={dossier.organization.id} />
        </Tabs.Panel>
      </Tabs>
    </Card>
  );
};
