import { Group, Stack, Text } from '@mantine/core';
import type { Filing, FilingStep } from '../../../shared/domain/filing.ts';
import { documentShortLabels } from '../../../shared/labels/document.ts';
import { filingActionLabels, stepBasis } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { NoticeItems } from './NoticeItems.tsx';
import { ScanLink } from './ScanLink.tsx';
import { paperOfStep } from './step-paper.ts';
import classes from './StepRecords.module.css';

interface StepRecordsProps {
  readonly filing: Filing;
  readonly steps: readonly FilingStep[];
}

const Line = ({ label, value }: { readonly label: string; readonly value: string | null }) =>
  value === null ? null : (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );

const Scans = ({ filing, step }: { readonly filing: Filing; readonly step: FilingStep }) => {
  const scans = filing.attachments.filter(({ id }) => step.attachmentIds.includes(id));
  return scans.length === 0 ? null : (
    <>
      <dt>扫描件</dt>
      <dd>
        <Stack gap={2} align="flex-start">
          {scans.map((scan) => (
            <ScanLink key={scan.id} attachment={scan} />
          ))}
        </Stack>
      </dd>
    </>
  );
};

/** What the notice of a return or refusal lists. */
const Listed = ({ step }: { readonly step: FilingStep }) =>
  step.noticeItems.length === 0 ? null : (
    <>
      <dt>告知事项</dt>
      <dd>
        <NoticeItems step={step} />
      </dd>
    </>
  );

/** What has been done at a station: who, when, with what opinion, on what paper. */
export const StepRecords = ({ filing, steps }: StepRecordsProps) => (
  <>
    {steps.map((step) => {
      const basis = stepBasis(filing.kind, step.action);
      const paper = paperOfStep(filing, step.sequence);
      return (
        <Card key={step.sequence}>
          <Group justify="space-between" mb={6}>
            <Text fw={700} size="sm">
              {filingActionLabels[step.action]}
              {step.backEntry ? '（补录）' : ''}
            </Text>
            <Group gap="sm">
              <Text size="sm" c="dimmed">
                {step.actedOn}
              </Text>
              {basis === null ? null : <BasisHint basis={basis} />}
            </Group>
          </Group>
          <dl className={classes['lines']}>
            <Line label="经办" value={step.actor} />
            <Line label="意见" value={step.opinion} />
            <Line label="材料" value={step.evidence} />
            <Line label="文号" value={step.documentNumber} />
            <Listed step={step} />
            <Line label="补齐期限" value={step.correctBy} />
            <Line label="破例理由" value={step.overrideReason} />
            <Scans filing={filing} step={step} />
          </dl>
          {paper === null ? null : (
            <LinkButton to={paths.print(paper, [filing.id])} size="compact-sm" variant="light" mt={6}>
              打印{documentShortLabels[paper]}
            </LinkButton>
          )}
        </Card>
      );
    })}
  </>
);
