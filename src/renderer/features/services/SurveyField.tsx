import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isRecordOf } from '../../../shared/domain/dossier-record.ts';
import { fieldLabel } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import type { FieldProps } from './field-props.ts';

/** A counted survey of the organization, on which the contract rests (policy Art. 1, 结果运用). */
export const SurveyField = ({ form, field }: FieldProps) => {
  const organization = form.draft.organization;
  const { data = [] } = useQuery({
    ...useApi().records.list.queryOptions({
      input: { organizationId: organization?.id ?? ('' as never), part: 'reports-and-surveys' },
    }),
    enabled: organization !== null,
  });
  const surveys = data.flatMap((record) =>
    isRecordOf(record, 'survey') && record.content.closedOn !== null
      ? [{ value: record.id, label: `${record.title}（${record.content.closedOn}）` }]
      : [],
  );
  const value = form.draft.content[field];
  return (
    <Select
      label={fieldLabel(form.register, field)}
      placeholder={organization === null ? '先选承接组织' : surveys.length === 0 ? '还没有结束的测评' : ''}
      clearable
      disabled={surveys.length === 0}
      data={surveys}
      value={typeof value === 'string' ? value : null}
      onChange={(id) => form.setField(field, id)}
    />
  );
};
