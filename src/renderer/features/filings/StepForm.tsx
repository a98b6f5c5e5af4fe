import { Button, Group, SegmentedControl, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Filing, FilingAction } from '../../../shared/domain/filing.ts';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { filingActionLabels, stepBasis } from '../../../shared/labels/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { OverrideReasonField } from './OverrideReasonField.tsx';
import { ScanButton } from './ScanButton.tsx';
import { ScanLink } from './ScanLink.tsx';
import { StepDetails } from './StepDetails.tsx';
import {
  actorLabel,
  asksForOpinion,
  emptyStepDraft,
  noticeItemsOf,
  onAnotherDay,
  opinionLabel,
  rulesSetAside,
  stepInputOf,
  stepLacks,
  type StepDraft,
} from './step-draft.ts';
import type { StepDefaults } from './use-step-defaults.ts';

interface StepFormProps {
  readonly filing: Filing;
  /** At least one. */
  readonly actions: readonly FilingAction[];
  readonly defaults: StepDefaults;
  /** Runs before the step is handed in, e.g. saves what is still being typed. */
  readonly before?: () => Promise<void>;
}

/** One step: what was decided, who signed, when, on what paper. */
export const StepForm = ({ filing, actions, defaults, before }: StepFormProps) => {
  // What was not typed follows the defaults, which may still change: the applicant is whoever is chosen above.
  const [typed, setTyped] = useState<Partial<StepDraft>>({});
  const draft = { ...emptyStepDraft(actions[0] ?? 'submit', defaults), ...typed };
  const change = (part: Partial<StepDraft>): void => setTyped((before) => ({ ...before, ...part }));
  const [scans, setScans] = useState<readonly Attachment[]>([]);
  const advance = useMutation(useApi().filings.advance.mutationOptions());
  const context = { ...filing, leastNoticeDays: defaults.noticeDays };
  const { action } = draft;
  const basis = stepBasis(filing.kind, action);
  const lacks = stepLacks(context, draft);
  const setAside = rulesSetAside(context, draft);
  const input = lacks.length === 0 ? stepInputOf(context, draft) : null;
  const form = { draft, onChange: change };
  const handingIn = useRef(false);
  const submit = async (): Promise<void> => {
    if (input === null || advance.isPending || handingIn.current) return;
    handingIn.current = true;
    try {
      await before?.();
      advance.mutate({ id: filing.id, step: input });
    } finally {
      handingIn.current = false;
    }
  };
  const addScan = (scan: Attachment): void => {
    setScans([...scans, scan]);
    change({ attachmentIds: [...draft.attachmentIds, scan.id] });
  };
  return (
    <Card
      accent
      title={actions.length === 1 ? filingActionLabels[action] : '登记办理结果'}
      aside={basis === null ? null : <BasisHint basis={basis} />}
    >
      <ImeSafeForm aria-label="登记办理结果" onSubmit={() => void submit().catch(() => undefined)}>
        <Stack gap="sm">
          {actions.length === 1 ? null : (
            <SegmentedControl
              aria-label="办理结果"
              data={actions.map((value) => ({ value, label: filingActionLabels[value] }))}
              value={action}
              onChange={(value) => change({ action: value })}
            />
          )}
          <SimpleGrid cols={2} spacing="md">
            <TextInput
              label={actorLabel(action)}
              withAsterisk
              maxLength={60}
              value={draft.actor}
              onChange={(event) => change({ actor: event.currentTarget.value })}
            />
            <DateField
              label="日期"
              withAsterisk
              value={draft.actedOn}
              onChange={(actedOn) => change(onAnotherDay(draft, actedOn))}
            />
          </SimpleGrid>
          <StepDetails {...form} filing={filing} defaults={defaults} />
          <Textarea
            label={opinionLabel(action)}
            withAsterisk={asksForOpinion(filing, action) && noticeItemsOf(draft).length === 0}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={1000}
            value={draft.opinion}
            onChange={(event) => change({ opinion: event.currentTarget.value })}
          />
          <TextInput
            label="纸质材料"
            placeholder="如 备案表第 2 页已盖章"
            maxLength={300}
            value={draft.evidence}
            onChange={(event) => change({ evidence: event.currentTarget.value })}
          />
          {setAside.length > 0 ? (
            <OverrideReasonField
              {...form}
              setAside={setAside}
              endsOn={filing.notice?.endsOn ?? null}
              leastDays={defaults.noticeDays}
            />
          ) : null}
          {scans.map((scan) => (
            <ScanLink key={scan.id} attachment={scan} />
          ))}
          <ErrorNotice error={advance.error} />
          <Group justify="space-between">
            <ScanButton filingId={filing.id} label="附扫描件" onAttached={addScan} />
            <Group gap="md">
              <Text size="sm" c="dimmed" aria-live="polite">
                {lacks.length === 0 ? '' : `还缺：${lacks.join('、')}`}
              </Text>
              <Button type="submit" loading={advance.isPending} disabled={input === null}>
                {filingActionLabels[action]}
              </Button>
            </Group>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
