import { Autocomplete, Select, SimpleGrid, Switch, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  dispositionType,
  type ContentOf,
  type DispositionType,
  type RecordOf,
} from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { dispositionTypeLabels } from '../../../../shared/labels/dossier-record.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';
import { CommendationFields, emptyCommendation } from './CommendationFields.tsx';
import { RectificationFields, rectificationLacks } from './RectificationFields.tsx';

interface DispositionModalProps {
  readonly organizationId: OrganizationId;
  readonly disposition: RecordOf<'disposition'> | null;
  /** A new one is a commendation. */
  readonly commending: boolean;
  readonly onClose: () => void;
}

type Disposition = ContentOf<'disposition'>;

const blank: Disposition = {
  kind: 'disposition',
  authority: '街道办事处',
  type: 'rectify',
  documentNumber: null,
  reason: '',
  basis: null,
  result: '',
  deliveredOn: null,
  deliveredTo: null,
  rectification: null,
  commendation: null,
};

/** Revocation is a step of its own. */
const choices = (type: DispositionType) =>
  dispositionType.options
    .filter((value) => (type === 'revoke' ? value === 'revoke' : value !== 'revoke'))
    .map((value) => ({ value, label: dispositionTypeLabels[value] }));

/** What an authority decided about the organization, with what has to be put right, or the praise it was given. */
export const DispositionModal = ({
  organizationId,
  disposition,
  commending,
  onClose,
}: DispositionModalProps) => {
  const { data: authorities = [] } = useQuery(useApi().dispositions.authorities.queryOptions());
  const form = useRecordForm(
    organizationId,
    disposition,
    {
      title: commending ? '颁发表扬信' : '责令整改',
      occurredOn: todayHere(),
      content: commending ? { ...blank, type: 'praise', commendation: emptyCommendation } : blank,
    },
    onClose,
  );
  const { draft, change, changeContent } = form;
  const { content } = draft;
  const waits = disposition !== null && disposition.content.rectification?.closedOn === null;
  const chooseType = (type: DispositionType): void => {
    if (draft.title === '' || draft.title === dispositionTypeLabels[content.type]) {
      change({ title: dispositionTypeLabels[type] });
    }
    changeContent({ type, commendation: type === 'praise' ? content.commendation : null });
  };
  return (
    <RecordForm
      form={form}
      record={disposition}
      titles={[commending ? '登记表扬信、纪念牌' : '登记处理结果', '处理结果']}
      names={['事项', '日期']}
      lacks={[['机关', content.authority.trim() === ''], ...rectificationLacks(content.rectification)]}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Select
          label="类型"
          allowDeselect={false}
          data={choices(content.type)}
          value={content.type}
          onChange={(type: DispositionType | null) => type !== null && chooseType(type)}
        />
        <Autocomplete
          label="作出处理的机关"
          withAsterisk
          data={authorities}
          maxLength={60}
          value={content.authority}
          onChange={(authority) => changeContent({ authority })}
        />
        <RecordTitle form={form} label="事项" focused={!waits} />
        <OptionalText
          label="文号"
          maxLength={60}
          value={content.documentNumber}
          onChange={(documentNumber) => changeContent({ documentNumber })}
        />
        <RecordDay form={form} label="日期" />
        <OptionalText
          label="依据"
          maxLength={500}
          value={content.basis}
          onChange={(basis) => changeContent({ basis })}
        />
      </SimpleGrid>
      <Textarea
        label="事由"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={content.reason}
        onChange={(event) => changeContent({ reason: event.currentTarget.value })}
      />
      {content.commendation === null ? (
        <Textarea
          label="处理结果"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={4000}
          value={content.result}
          onChange={(event) => changeContent({ result: event.currentTarget.value })}
        />
      ) : (
        <CommendationFields
          organizationId={organizationId}
          commendation={content.commendation}
          onChange={(commendation) => changeContent({ commendation })}
        />
      )}
      {content.commendation !== null ? null : (
        <>
          <SimpleGrid cols={2} spacing="md">
            <DateField
              label="送达日期"
              value={content.deliveredOn}
              onChange={(deliveredOn) => changeContent({ deliveredOn })}
            />
            <OptionalText
              label="签收人"
              maxLength={60}
              value={content.deliveredTo}
              onChange={(deliveredTo) => changeContent({ deliveredTo })}
            />
          </SimpleGrid>
          <Switch
            label="要求限期整改"
            checked={content.rectification !== null}
            onChange={(event) =>
              changeContent({
                rectification: event.currentTarget.checked
                  ? { dueOn: '', closedOn: null, outcome: null, closedBy: null }
                  : null,
              })
            }
          />
          {content.rectification === null ? null : (
            <RectificationFields
              rectification={content.rectification}
              focused={waits}
              onChange={(rectification) => changeContent({ rectification })}
            />
          )}
        </>
      )}
    </RecordForm>
  );
};
