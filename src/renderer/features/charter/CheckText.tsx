import { Button, FileButton, Grid, Group, Modal, ScrollArea, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CharterText } from '../../../shared/domain/charter.ts';
import type { CharterClause } from '../../../shared/domain/charter-clauses.ts';
import { readCharterText } from '../../../shared/domain/charter-reading.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ClauseCard } from './ClauseCard.tsx';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document,.docx';

interface CheckTextProps {
  readonly clauses: readonly CharterClause[];
  readonly onTake: (text: CharterText) => void;
  readonly onClose: () => void;
}

/** A charter that was written elsewhere: pasted or read from Word, checked, and taken over if wanted. */
export const CheckText = ({ clauses, onTake, onClose }: CheckTextProps) => {
  const [words, setWords] = useState('');
  const read = useMutation(
    useApi().charters.readWord.mutationOptions({ onSuccess: ({ text }) => setWords(text) }),
  );
  const charter = readCharterText(words);
  const articles = charter.chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0);
  const ready = articles > 0 && articles <= 99 && charter.chapters.length <= 30;
  return (
    <Modal opened onClose={onClose} title="已有的章程" size={1080}>
      <Grid gap="md">
        <Grid.Col span={7}>
          <Stack gap="sm">
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                把章程全文粘贴到下面，或打开 Word 文档，右边立刻检查。
              </Text>
              <FileButton accept={wordType} onChange={(file) => file !== null && read.mutate({ file })}>
                {(props) => (
                  <Button {...props} variant="default" loading={read.isPending}>
                    打开 Word 文档
                  </Button>
                )}
              </FileButton>
            </Group>
            <Textarea
              aria-label="章程全文"
              data-autofocus
              rows={18}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <ErrorNotice error={read.error} />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {articles === 0 ? '' : `认出 ${charter.chapters.length} 章 ${articles} 条`}
              </Text>
              <Button disabled={!ready} onClick={() => onTake(charter)}>
                用它作为本组织的章程
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={5}>
          <ScrollArea h={480} type="auto" offsetScrollbars>
            {articles === 0 ? null : <ClauseCard charter={charter} clauses={clauses} />}
          </ScrollArea>
        </Grid.Col>
      </Grid>
    </Modal>
  );
};
