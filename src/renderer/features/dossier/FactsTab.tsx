import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { settlementLabels } from '../../../shared/labels/organization.ts';
import { CandidateCard } from '../candidates/CandidateCard.tsx';
import { dateText, factLines, type FactLine } from '../organizations/facts/fact-lines.ts';
import { FactList } from '../organizations/facts/FactList.tsx';
import { useDossierSealed } from '../exits/dossier-sealed.ts';
import { CustomFieldsCard } from '../fields/CustomFieldsCard.tsx';
import { EditFactsModal } from './EditFactsModal.tsx';
import { openFilingOf } from './open-filing.ts';

const linesOf = (dossier: Dossier): readonly FactLine[] => {
  const { organization, communityName, settlement, responsiblePersonName } = dossier;
  return [
    { label: '备案号', value: organization.filingNumber, wide: false },
    { label: '备案日期', value: dateText(organization.filedOn), wide: false },
    ...factLines(organization, {
      community: `${communityName}（${settlementLabels[settlement]}）`,
      responsiblePerson: responsiblePersonName,
    }).filter(({ label }) => label !== '名称'),
  ];
};

/** The facts as the filing form states them. */
export const FactsTab = ({ dossier }: { readonly dossier: Dossier }) => {
  const [query, setQuery] = useSearchParams();
  const editing = query.get('edit') === 'yes';
  const sealed = useDossierSealed();
  const locked = sealed || openFilingOf(dossier) !== null;
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {sealed
            ? '档案已经封存，只能查看。'
            : locked
              ? '有备案正在办理，备案事项在那里修改。'
              : '改备案表没有写的、补没有填的，直接保存；改已备案的事项，会转到“变更备案”。'}
        </Text>
        <Button
          variant="light"
          size="xs"
          flex="none"
          leftSection={<IconPencil size={16} />}
          disabled={locked}
          onClick={() => setQuery({ tab: 'facts', edit: 'yes' }, { replace: true })}
        >
          修改
        </Button>
      </Group>
      <FactList lines={linesOf(dossier)} />
      <CustomFieldsCard organizationId={dossier.organization.id} />
      <CandidateCard dossier={dossier} />
      {editing && !locked ? (
        <EditFactsModal dossier={dossier} onClose={() => setQuery({ tab: 'facts' }, { replace: true })} />
      ) : null}
    </>
  );
};
