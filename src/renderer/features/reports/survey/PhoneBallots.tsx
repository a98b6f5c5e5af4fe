import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconDeviceMobile, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { isRecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { EvaluatorGroup } from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import type { SurveyDraft } from './use-survey-draft.ts';

interface PhoneBallotsProps {
  readonly draft: SurveyDraft;
  /** Whose page is made; a file says itself whose ballots it holds. */
  readonly group: EvaluatorGroup;
}

/** Ballots that were given on a phone without network: the page goes out, its files come back, each once. */
export const PhoneBallots = ({ draft, group }: PhoneBallotsProps) => {
  const { reports } = useApi();
  const { id: surveyId } = draft.survey;
  const reset = useRef<() => void>(null);
  const page = useMutation(reports.ballotPage.mutationOptions({ onSuccess: saveFile }));
  const take = useMutation({
    mutationFn: (file: File) =>
      draft.adopt(async () => {
        const taken = await reports.takeBallots.call({ surveyId, file });
        if (!isRecordOf(taken, 'survey')) throw new Error('a survey took ballots and is none');
        return taken;
      }),
  });
  const choose = (file: File | null): void => {
    if (file === null) return;
    take.mutate(file);
    // The same file may be chosen again, and is then refused in words.
    reset.current?.();
  };
  return (
    <>
      <Group gap="sm">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconDeviceMobile size={17} stroke={1.6} />}
          loading={page.isPending}
          onClick={() => page.mutate({ surveyId, group })}
        >
          做{evaluatorGroupLabels[group]}的手机测评页
        </Button>
        <FileButton accept="application/json,.json" resetRef={reset} onChange={choose}>
          {(props) => (
            <Button
              {...props}
              size="compact-md"
              variant="default"
              leftSection={<IconFileImport size={17} stroke={1.6} />}
              loading={take.isPending}
            >
              收入票文件
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" aria-live="polite">
          {take.isSuccess ? '票已收入' : '手机没有网络也能填；票文件拷回来收入，每个只收一次'}
        </Text>
      </Group>
      <ErrorNotice error={page.error ?? take.error} />
    </>
  );
};
