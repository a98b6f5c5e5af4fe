import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Filing } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { emptyStepDraft, stepInputOf, stepLacks } from './step-draft.ts';
import { todayHere } from './today-here.ts';

/** The applicant takes the application back; the filing stays on record as withdrawn. */
export const WithdrawFiling = ({ filing }: { readonly filing: Filing }) => {
  const [asking, setAsking] = useState(false);
  const [draft, setDraft] = useState(() =>
    emptyStepDraft('withdraw', { actor: '', actedOn: todayHere(), noticeDays: 0, noticePlace: '', gaps: [] }),
  );
  const withdraw = useMutation(
    useApi().filings.advance.mutationOptions({ onSuccess: () => setAsking(false) }),
  );
  const context = { ...filing, leastNoticeDays: 0 };
  const step = stepLacks(context, draft).length === 0 ? stepInputOf(context, draft) : null;
  return (
    <>
      <Button variant="subtle" color="gray.8" onClick={() => setAsking(true)}>
        撤回申请
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="撤回申请">
        <ImeSafeForm
          aria-label="撤回申请"
          onSubmit={() => step !== null && withdraw.mutate({ id: filing.id, step })}
        >
          <Stack>
            <Text size="sm">撤回后这件备案就办结了，不能再继续；记录会保留，以后可以重新申请。</Text>
            <TextInput
              label="撤回人"
              withAsterisk
              data-autofocus
              maxLength={60}
              value={draft.actor}
              onChange={(event) => setDraft({ ...draft, actor: event.currentTarget.value })}
            />
            <DateField
              label="日期"
              withAsterisk
              value={draft.actedOn}
              onChange={(actedOn) => setDraft({ ...draft, actedOn })}
            />
            <TextInput
              label="原因"
              maxLength={300}
              value={draft.opinion}
              onChange={(event) => setDraft({ ...draft, opinion: event.currentTarget.value })}
            />
            <ErrorNotice error={withdraw.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                不撤回
              </Button>
              <Button type="submit" color="red.8" disabled={step === null} loading={withdraw.isPending}>
                撤回申请
              </Button>
            </Group>
          </Stack>
        </ImeSafeForm>
      </Modal>
    </>
  );
};
