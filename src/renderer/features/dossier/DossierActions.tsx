import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { documentGroupLabels, documentKindLabels } from '../../../shared/labels/document.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { InspectionModal } from '../inspection/InspectionModal.tsx';
import { organizationPapers } from './organization-papers.ts';
import { openFilingOf } from './open-filing.ts';

const PrintMenu = ({ dossier, onWhole }: { readonly dossier: Dossier; readonly onWhole: () => void }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.6} />}
        rightSection={<IconChevronDown size={16} />}
      >
        打印
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {organizationPapers.map(({ group, kinds }) => (
        <Fragment key={group}>
          <Menu.Label>{documentGroupLabels[group]}</Menu.Label>
          {kinds.map((kind) => (
            <Menu.Item key={kind} component={Link} to={paths.print(kind, [dossier.organization.id])}>
              {documentKindLabels[kind]}
            </Menu.Item>
          ))}
        </Fragment>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={onWhole}>整卷打印（生成检查卷）…</Menu.Item>
      <Menu.Item component={Link} to={paths.dossier(dossier.organization.id, 'papers')}>
        全部文书…
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

/** What can be done with this organization now. */
export const DossierActions = ({ dossier }: { readonly dossier: Dossier }) => {
  const { id, status } = dossier.organization;
  const open = openFilingOf(dossier);
  const [whole, setWhole] = useState(false);
  return (
    <>
      <PrintMenu dossier={dossier} onWhole={() => setWhole(true)} />
      {whole ? (
        <InspectionModal
          organizationId={id}
          organizationName={dossier.organization.name}
          onClose={() => setWhole(false)}
        />
      ) : null}
      {open === null ? null : <LinkButton to={paths.filing(open.id)}>继续办理备案</LinkButton>}
      {open === null && status === 'filed' ? (
        <>
          <LinkButton variant="default" to={paths.newFiling({ organizationId: id, kind: 'dissolution' })}>
            注销
          </LinkButton>
          <LinkButton to={paths.newFiling({ organizationId: id, kind: 'change' })}>变更备案</LinkButton>
        </>
      ) : null}
    </>
  );
};
