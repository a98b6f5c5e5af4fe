import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { DossierPart } from '../../../shared/domain/dossier.ts';
import { organizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DossierSealing } from '../exits/DossierSealing.tsx';
import { TakeInRoom } from '../files/take-in/TakeInRoom.tsx';
import { OrganizationTrainingCard } from '../training/OrganizationTrainingCard.tsx';
import { OrganizationServicesCard } from '../services/OrganizationServicesCard.tsx';
import { DossierHeader } from './DossierHeader.tsx';
import { DossierTabs } from './DossierTabs.tsx';
import { GapsCard } from './GapsCard.tsx';
import { PartCards } from './PartCards.tsx';
import { TimelineCard } from './TimelineCard.tsx';

const partsOfTabs: Readonly<Record<string, DossierPart>> = {
  roster: 'roster',
  reports: 'reports-and-surveys',
  disclosures: 'disclosures',
  dispositions: 'dispositions',
};

/** The part that dropped files probably belong to: the one in view. */
const partOfTab = (tab: string | null): DossierPart => partsOfTabs[tab ?? ''] ?? 'charter-and-form';

/** One page per organization: who they are, where the filing stands, what is there, what is missing. */
export const DossierScreen = () => {
  const id = organizationId.parse(useParams()['id']);
  const [query] = useSearchParams();
  const {
    data: dossier,
    error,
    refetch,
  } = useQuery(useApi().organizations.dossier.queryOptions({ input: { id } }));
  if (dossier === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <DossierSealing dossier={dossier}>
      <TakeInRoom organizationId={id} part={partOfTab(query.get('tab'))}>
        <DossierHeader dossier={dossier} />
        <Stack gap="md">
          <PartCards parts={dossier.parts} />
          <Grid gap="md">
            <Grid.Col span={8.4}>
              <DossierTabs dossier={dossier} />
            </Grid.Col>
            <Grid.Col span={3.6}>
              <Stack gap="md">
                <GapsCard dossier={dossier} />
                <OrganizationTrainingCard
                  organizationId={dossier.organization.id}
                  name={dossier.organization.name}
                />
                <OrganizationServicesCard id={id} />
                <TimelineCard timeline={dossier.timeline} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      </TakeInRoom>
    </DossierSealing>
  );
};
