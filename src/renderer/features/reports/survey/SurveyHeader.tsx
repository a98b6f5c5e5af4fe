import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { surveyEntryLabels } from '../../../../shared/labels/survey.ts';
import { paths } from '../../../app/paths.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { RemoveRecord } from '../../records/RemoveRecord.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import type { SurveyDraft } from './use-survey-draft.ts';

interface SurveyHeaderProps {
  readonly draft: SurveyDraft;
  readonly dossier: Dossier;
}

const standingWords: Readonly<Record<SurveyDraft['standing'], string>> = {
  saved: '已保存',
  saving: '正在保存',
  unsaved: '有改动，马上保存',
  incomplete: '有一项没填好，填好后自动保存',
};

export const SurveyHeader = ({ draft, dossier }: SurveyHeaderProps) => {
  const { title, occurredOn, content } = draft.survey;
  const { id, name } = dossier.organization;
  const navigate = useNavigate();
  return (
    <PageHeader
      title={title}
      crumbs={[
        { title: '社会组织', to: paths.organizations },
        { title: name, to: paths.dossier(id, 'reports') },
      ]}
      marks={
        <StatusBadge tone={content.closedOn === null ? 'going' : 'good'}>
          {content.closedOn === null ? '录入中' : `${content.closedOn} 结束`}
        </StatusBadge>
      }
      actions={
        <RemoveRecord record={draft.survey} onRemoved={() => void navigate(paths.dossier(id, 'reports'))} />
      }
      detail={
        <>
          {dossier.communityName} · {occurredOn} · {surveyEntryLabels[content.entry]} ·{' '}
          <Text span inherit aria-live="polite">
            {standingWords[draft.standing]}
          </Text>
        </>
      }
    />
  );
};
