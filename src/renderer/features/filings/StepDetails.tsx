import { TextInput } from '@mantine/core';
import { returnsApplication } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { CorrectionFields } from './CorrectionFields.tsx';
import { FilingNumberField } from './FilingNumberField.tsx';
import { FormerCertificateFields } from './FormerCertificateFields.tsx';
import { NoticeFields, type StepDraftFieldsProps } from './NoticeFields.tsx';
import { asksForFormerCertificate } from './step-draft.ts';
import type { StepDefaults } from './use-step-defaults.ts';

interface StepDetailsProps extends StepDraftFieldsProps {
  readonly filing: Filing;
  readonly defaults: StepDefaults;
}

/** What one step asks for and no other does. */
export const StepDetails = ({ filing, defaults, draft, onChange }: StepDetailsProps) => {
  const form = { draft, onChange };
  const { action } = draft;
  return (
    <>
      {action === 'start-notice' ? <NoticeFields {...form} leastDays={defaults.noticeDays} /> : null}
      {action === 'issue-certificate' ? <FilingNumberField {...form} filingId={filing.id} /> : null}
      {action === 'record-objection' ? (
        <TextInput
          label="异议人"
          description="没有留姓名的空着。"
          maxLength={60}
          value={draft.objector}
          onChange={(event) => onChange({ objector: event.currentTarget.value })}
        />
      ) : null}
      {returnsApplication(action) ? (
        <CorrectionFields {...form} filing={filing} gaps={defaults.gaps} />
      ) : null}
      {filing.formerCertificate !== null && asksForFormerCertificate(filing, action) ? (
        <FormerCertificateFields {...form} issuedOn={filing.formerCertificate.issuedOn} />
      ) : null}
    </>
  );
};
