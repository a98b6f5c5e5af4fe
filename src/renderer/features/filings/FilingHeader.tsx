import { Badge } from '@mantine/core';
import type { Filing } from '../../../shared/domain/filing.ts';
import { entryModeLabels, filingKindLabels } from '../../../shared/labels/filing.ts';
import { daysBetween } from '../../app/calendar-words.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { dueWordsOf } from './due-words.ts';
import { FilingPrintMenu } from './FilingPrintMenu.tsx';
import { FilingStateBadge } from './FilingStateBadge.tsx';
import { todayHere } from './today-here.ts';
import { WithdrawFiling } from './WithdrawFiling.tsx';

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
        <FilingPrintMenu filing={filing} />
        <LinkButton variant="default" to={paths.dossier(filing.organizationId)}>
          看档案
        </LinkButton>
      </>
    }
  />
);
