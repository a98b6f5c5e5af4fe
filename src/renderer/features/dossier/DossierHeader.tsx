import { Badge } from '@mantine/core';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { fourClassLabels } from '../../../shared/labels/organization.ts';
import { paths } from '../../app/paths.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { OrganizationStatusBadge } from '../organizations/OrganizationStatusBadge.tsx';
import { DossierActions } from './DossierActions.tsx';
import { FavouriteButton } from './FavouriteButton.tsx';

const detailOf = ({ organization, responsiblePersonName, responsiblePersonParty }: Dossier): string =>
  [
    organization.filingNumber ?? '还没有备案号',
    responsiblePersonName === null
      ? '未填负责人'
      : `负责人 ${responsiblePersonName}${responsiblePersonParty ? '（党员）' : ''}`,
    organization.fallbackParty === null ? '未定兜底党组织' : `兜底党组织 ${organization.fallbackParty.name}`,
  ].join(' · ');

export const DossierHeader = ({ dossier }: { readonly dossier: Dossier }) => {
  const { organization, communityName } = dossier;
  const fourClass = organization.categories['four-class'];
  return (
    <PageHeader
      crumbs={[
        { title: '社会组织', to: paths.organizations },
        { title: communityName, to: paths.organizationsWhere({ community: organization.communityId }) },
      ]}
      title={organization.name}
      marks={
        <>
          <FavouriteButton organizationId={organization.id} />
          <OrganizationStatusBadge status={organization.status} />
          {fourClass === null ? null : (
            <Badge variant="outline" color="gray.6" size="lg" radius="sm" fw={400} flex="none">
              {fourClassLabels[fourClass]}
            </Badge>
          )}
        </>
      }
      detail={detailOf(dossier)}
      actions={<DossierActions dossier={dossier} />}
    />
  );
};
