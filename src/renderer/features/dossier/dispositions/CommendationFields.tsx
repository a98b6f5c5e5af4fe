import { Button, Group, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CommendationFacts } from '../../../../shared/domain/disposition.ts';
import type { CommendationForm, ContentOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { commendationFormLabels } from '../../../../shared/labels/dossier-record.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { OptionalText } from '../../records/OptionalText.tsx';

type Commendation = NonNullable<ContentOf<'disposition'>['commendation']>;

export const emptyCommendation: Commendation = {
  form: 'letter',
  facts: '',
  presentedOn: null,
  receivedBy: null,
};

const forms = (Object.keys(commendationFormLabels) as CommendationForm[]).map((value) => ({
  value,
  label: commendationFormLabels[value],
}));

/** What the archive can count, in a sentence that the clerk goes on with. */
const factsText = ({ years, members, reports, surveys, activities }: CommendationFacts): string =>
  [
    years === null || years === 0 ? null : `备案以来 ${years} 年`,
    members === 0 ? null : `现有成员 ${members} 人`,
    activities === 0 ? null : `公开活动 ${activities} 次`,
    reports === 0 ? null : `向两委报告工作 ${reports} 次`,
    surveys === 0 ? null : `接受满意度测评 ${surveys} 次`,
  ]
    .filter((part) => part !== null)
    .join('，');

interface CommendationFieldsProps {
  readonly organizationId: OrganizationId;
  readonly commendation: Commendation;
  readonly onChange: (commendation: Commendation) => void;
}

/** A letter or plaque (policy Art. 3), with the facts that it names. */
export const CommendationFields = ({ organizationId, commendation, onChange }: CommendationFieldsProps) => {
  const count = useMutation(
    useApi().dispositions.commendationFacts.mutationOptions({
      onSuccess: (facts) => onChange({ ...commendation, facts: factsText(facts) }),
    }),
  );
  return (
    <>
      <SimpleGrid cols={3} spacing="md">
        <Select
          label="形式"
          allowDeselect={false}
          data={forms}
          value={commendation.form}
          onChange={(form: CommendationForm | null) => form !== null && onChange({ ...commendation, form })}
        />
        <DateField
          label="颁发日期"
          value={commendation.presentedOn}
          onChange={(presentedOn) => onChange({ ...commendation, presentedOn })}
        />
        <OptionalText
          label="领取人"
          maxLength={60}
          value={commendation.receivedBy}
          onChange={(receivedBy) => onChange({ ...commendation, receivedBy })}
        />
      </SimpleGrid>
      <Textarea
        label="成效（写进表扬信）"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={commendation.facts}
        onChange={(event) => onChange({ ...commendation, facts: event.currentTarget.value })}
      />
      <Group>
        <Button
          variant="light"
          size="compact-sm"
          loading={count.isPending}
          onClick={() => count.mutate({ id: organizationId })}
        >
          按档案计数填写
        </Button>
      </Group>
    </>
  );
};
