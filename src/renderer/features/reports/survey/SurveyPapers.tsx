import { Stack, Text } from '@mantine/core';
import type { RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { Card } from '../../../components/Card.tsx';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { RecordFiles } from '../../files/RecordFiles.tsx';
import { papersOfRecord } from '../../records/record-papers.ts';

/** Blank sheets to hand out, the result to be signed, and what comes back on paper: of the survey and of what follows from it. */
export const SurveyPapers = ({ survey }: { readonly survey: RecordOf<'survey'> }) => (
  <Card title="打印与材料">
    <Stack gap="sm">
      <PaperButtons papers={papersOfRecord(survey)} />
      <Text size="sm" c="dimmed">
        签好字的汇总表、照片、整改的凭据存在这里，和这次测评一起归档。
      </Text>
      <RecordFiles record={survey} />
    </Stack>
  </Card>
);
