import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FilingId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';

/** The number that the certificate will bear: that of the rule, unless the paper says another. */
export const FilingNumberField = ({
  draft,
  onChange,
  filingId,
}: StepDraftFieldsProps & { readonly filingId: FilingId }) => {
  const { data, error } = useQuery(useApi().filings.nextNumber.queryOptions({ input: { id: filingId } }));
  return (
    <>
      <TextInput
        label="备案号"
        description="空着就用系统给出的号；纸质证书上已有号码的，照着填。"
        placeholder={data === undefined ? '' : `将编为 ${data.filingNumber}`}
        maxLength={60}
        value={draft.filingNumber}
        onChange={(event) => onChange({ filingNumber: event.currentTarget.value })}
      />
      <ErrorNotice error={error} />
    </>
  );
};
