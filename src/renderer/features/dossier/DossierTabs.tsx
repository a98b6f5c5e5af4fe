import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { dossierTabs } from '../../app/paths.ts';
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

/** Which tab is open is in the address, so that a gap or a search result can open it. */
export const DossierTabs = ({ dossier }: { readonly dossier: Dossier }) => {
  const [query, setQuery] = useSearchParams();
  const open = dossierTabs.find((tab) => tab === query.get('tab')) ?? 'facts';
  return (
    <Card>
      <Tabs
        value={open}
        onChange={(tab) => setQuery(tab === null ? {} : { tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="facts">备案事项</Tabs.Tab>
          <Tabs.Tab value="roster">花名册 {dossier.memberCount}</Tabs.Tab>
          <Tabs.Tab value="filings">备案与证书 {dossier.filings.length}</Tabs.Tab>
          <Tabs.Tab value="reports">报告测评</Tabs.Tab>
          <Tabs.Tab value="disclosures">信息公开</Tabs.Tab>
          <Tabs.Tab value="dispositions">处理结果</Tabs.Tab>
          <Tabs.Tab value="files">材料</Tabs.Tab>
          <Tabs.Tab value="papers">文书</Tabs.Tab>
          <Tabs.Tab value="archived">归档</Tabs.Tab>
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
