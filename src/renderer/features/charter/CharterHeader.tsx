import type { ReactNode } from 'react';
import type { Charter } from '../../../shared/contract/charters.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';

interface CharterHeaderProps {
  readonly charter: Charter;
  readonly detail: ReactNode;
  readonly actions?: ReactNode;
}

export const CharterHeader = ({ charter, detail, actions }: CharterHeaderProps) => (
  <PageHeader
    crumbs={[
      { title: '备案办理', to: paths.filings },
      { title: charter.organizationName, to: paths.filing(charter.filingId) },
    ]}
    title="章程"
    detail={detail}
    actions={
      <>
        {actions}
        <LinkButton variant="default" to={paths.print('charter', [charter.organizationId])}>
          打印章程
        </LinkButton>
        <LinkButton to={paths.filing(charter.filingId)}>回到备案</LinkButton>
      </>
    }
  />
);
