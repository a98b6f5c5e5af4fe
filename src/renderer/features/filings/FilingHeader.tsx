import { Badge, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { documentKind, isKindOn } from '../../../shared/domain/document.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { entryModeLabels, filingKindLabels } from '../../../shared/labels/filing.ts';
import { daysBetween } from '../../app/calendar-words.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dueWordsOf } from './due-words.ts';
import { FilingStateBadge } from './FilingStateBadge.tsx';
import { todayHere } from './today-here.ts';
import { WithdrawFiling } from './WithdrawFiling.tsx';

const PrintMenu = ({ filing: { organizationId, state } }: { readonly filing: Filing }) => (
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
      {documentKind.options
        .filter((kind) => isKindOn(kind, 'organization'))
        .filter((kind) => kind !== 'certificate' || state === 'filed')
        .map((kind) => (
          <Menu.Item key={kind} component={Link} to={paths.print(kind, [organizationId])}>
            {documentKindLabels[kind]}
          </Menu.Item>
        ))}
    </Menu.Dropdown>
  </Menu>
);

const DueMark = ({ dueOn }: Pick<Filing, 'dueOn'>) => {
  const today = todayHere();
  const overdueDays = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  const due = dueWordsOf({ dueOn, overdueDays }, today);
  return due === null ? null : <StatusBadge tone={due.tone}>{due.text}</StatusBadge>;
};

/** Whose filing it is, where it stands, and what can be printed of it. */
export const FilingHeader = ({ filing }: { readonly filing: Filing }) => (
  <PageHeader
    crumbs={[{ title: '备案办理', to: paths.filings }]}
    title={filing.organizationName}
    marks={
      <>
        <FilingStateBadge state={filing.state} />
        <DueMark dueOn={filing.dueOn} />
        {filing.entryMode === 'back-entry' ? (
          <Badge variant="outline" color="gray.6" size="lg" radius="sm" fw={400} flex="none">
            {entryModeLabels[filing.entryMode]}
          </Badge>
        ) : null}
      </>
    }
    detail={[filingKindLabels[filing.kind], filing.communityName, filing.filingNumber]
      .filter((part) => part !== null && part !== '')
      .join(' · ')}
    actions={
      <>
        {filing.allowedActions.includes('withdraw') ? <WithdrawFiling filing={filing} /> : null}
        <PrintMenu filing={filing} />
        <LinkButton variant="default" to={paths.dossier(filing.organizationId)}>
          看档案
        </LinkButton>
      </>
    }
  />
);
