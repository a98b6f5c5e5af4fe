import { NumberInput, SimpleGrid } from '@mantine/core';
import type { RuleFieldsProps } from './rule-fields.ts';
import { TimeLimitField } from './TimeLimitField.tsx';
import { WholeNumber } from './WholeNumber.tsx';

/** Days, copies and numbers of people of the filing procedure. */
export const ProcedureFields = ({ body, onChange }: RuleFieldsProps) => (
  <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
    <TimeLimitField
      label="居（村）委会初审时限"
      value={body.committeeReview}
      onChange={(committeeReview) => onChange({ ...body, committeeReview })}
    />
    <TimeLimitField
      label="街道审核时限"
      value={body.streetReview}
      onChange={(streetReview) => onChange({ ...body, streetReview })}
    />
    <TimeLimitField
      label="备案公示期"
      value={body.filingNotice}
      onChange={(filingNotice) => onChange({ ...body, filingNotice })}
    />
    <TimeLimitField
      label="注销公示期"
      value={body.exitNotice}
      onChange={(exitNotice) => onChange({ ...body, exitNotice })}
    />
    <WholeNumber
      label="章程、备案表一式几份"
      min={1}
      max={10}
      value={body.copies}
      onChange={(copies) => onChange({ ...body, copies })}
    />
    <NumberInput
      label="证书有效期（月）"
      placeholder="长期有效就空着"
      min={1}
      max={600}
      hideControls
      allowDecimal={false}
      value={body.certificateValidityMonths ?? ''}
      onChange={(months) =>
        onChange({ ...body, certificateValidityMonths: typeof months === 'number' ? months : null })
      }
    />
    <WholeNumber
      label="发起人至少（人）"
      value={body.minimumFounders}
      onChange={(minimumFounders) => onChange({ ...body, minimumFounders })}
    />
    <WholeNumber
      label="成员至少（人）"
      value={body.minimumMembers}
      onChange={(minimumMembers) => onChange({ ...body, minimumMembers })}
    />
    <WholeNumber
      label="每年向两委报告（次）"
      max={12}
      value={body.committeeReportsPerYear}
      onChange={(committeeReportsPerYear) => onChange({ ...body, committeeReportsPerYear })}
    />
  </SimpleGrid>
);
