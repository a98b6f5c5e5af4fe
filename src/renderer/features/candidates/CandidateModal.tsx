import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { candidateCriterion, type RegistrationCandidate } from '../../../shared/domain/registration.ts';
import { candidateCriterionLabels } from '../../../shared/labels/registration.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';
import { textOrNull } from '../organizations/facts/facts-form.ts';

const nothing = (): RegistrationCandidate => ({
  since: todayHere(),
  reasons: { scale: null, influence: null, effect: null },
  demonstration: null,
  note: null,
  done: [],
});

interface CandidateModalProps {
  readonly organizationId: OrganizationId;
  readonly candidate: RegistrationCandidate | null;
  readonly onClose: () => void;
}

/** Why an organization is fit for registration, by criterion, and how far it has come. */
export const CandidateModal = ({ organizationId, candidate, onClose }: CandidateModalProps) => {
  const api = useApi();
  const [draft, setDraft] = useState(candidate ?? nothing());
  const change = (part: Partial<RegistrationCandidate>): void => setDraft({ ...draft, ...part });
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const save = useMutation(api.candidates.save.mutationOptions({ onSuccess: onClose }));
  const { demonstration, done } = draft;
  const ready = candidateCriterion.options.some((criterion) => draft.reasons[criterion] !== null);
  const toggle = (step: string): void =>
    change({ done: done.includes(step) ? done.filter((each) => each !== step) : [...done, step] });
  return (
    <Modal opened onClose={onClose} title="拟登记" size={680}>
      <ImeSafeForm
        aria-label="拟登记"
        onSubmit={() => ready && !save.isPending && save.mutate({ organizationId, candidate: draft })}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            至少写一条理由。
          </Text>
          {candidateCriterion.options.map((criterion) => (
            <Textarea
              key={criterion}
              label={candidateCriterionLabels[criterion]}
              autosize
              minRows={1}
              maxRows={4}
              maxLength={500}
              value={draft.reasons[criterion] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                change({ reasons: { ...draft.reasons, [criterion]: textOrNull(value) } })
              }
            />
          ))}
          <Group align="flex-end">
            <DateField
              label="列入日期"
              required
              w={180}
              value={draft.since}
              onChange={(since) => since !== null && change({ since })}
            />
            <Checkbox
              mb={8}
              label="列为培育示范点"
              checked={demonstration !== null}
              onChange={(event) =>
                change({
                  demonstration: event.currentTarget.checked ? { since: todayHere(), note: null } : null,
                })
              }
            />
            {demonstration === null ? null : (
              <DateField
                label="示范点从哪天起"
                required
                w={180}
                value={demonstration.since}
                onChange={(since) => since !== null && change({ demonstration: { ...demonstration, since } })}
              />
            )}
          </Group>
          <Stack gap={6} role="group" aria-label="登记准备">
            <Text size="sm" fw={500}>
              登记准备
            </Text>
            <SimpleGrid cols={2} spacing="md" verticalSpacing={6}>
              {(rules?.body.registrationSteps ?? []).map((step) => (
                <Checkbox
                  key={step}
                  size="sm"
                  label={step}
                  checked={done.includes(step)}
                  onChange={() => toggle(step)}
                />
              ))}
            </SimpleGrid>
          </Stack>
          <Textarea
            label="备注"
            autosize
            minRows={1}
            maxRows={4}
            maxLength={500}
            value={draft.note ?? ''}
            onChange={(event) => change({ note: textOrNull(event.currentTarget.value) })}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
