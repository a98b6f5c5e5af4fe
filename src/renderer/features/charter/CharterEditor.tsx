import { Button, Grid, Group, Stack } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Charter } from '../../../shared/contract/charters.ts';
import { fillCharter } from '../../../shared/domain/charter.ts';
import type { CharterClause } from '../../../shared/domain/charter-clauses.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ArticleEditor } from './ArticleEditor.tsx';
import { insertClause } from './charter-draft.ts';
import { CharterHeader } from './CharterHeader.tsx';
import classes from './Charter.module.css';
import { CheckText } from './CheckText.tsx';
import { ClauseCard } from './ClauseCard.tsx';
import { DroppedCard } from './DroppedCard.tsx';
import { useCharterDraft, type CharterDraft } from './use-charter-draft.ts';

const standingWords: Readonly<Record<CharterDraft['standing'], string>> = {
  saved: '草稿已保存',
  saving: '正在保存',
  unsaved: '正在输入',
};

interface CharterEditorProps {
  readonly charter: Charter;
  readonly clauses: readonly CharterClause[];
}

/** Chapters and articles on the left, each to be changed where it stands; what the rules require on the right. */
export const CharterEditor = ({ charter, clauses }: CharterEditorProps) => {
  const draft = useCharterDraft(charter);
  const [checking, setChecking] = useState(false);
  const filled = fillCharter(draft.text, charter.values);
  return (
    <>
      <CharterHeader
        charter={charter}
        detail={
          <span role="status">{`点“修改”改任何一条，停顿后自动保存。${standingWords[draft.standing]}`}</span>
        }
        actions={
          <Button variant="default" onClick={() => setChecking(true)}>
            粘贴或打开已有章程
          </Button>
        }
      />
      <ErrorNotice error={draft.error} />
      <Grid gap="md">
        <Grid.Col span={8}>
          <ArticleEditor charter={charter} draft={draft} />
        </Grid.Col>
        <Grid.Col span={4}>
          <Stack gap="md" className={classes['aside'] ?? ''}>
            <Group gap="xs">
              <Button
                size="compact-md"
                variant="default"
                leftSection={<IconArrowBackUp size={16} />}
                disabled={draft.undo === null}
                onClick={() => draft.undo?.()}
              >
                撤销上一步
              </Button>
              <Button size="compact-md" variant="subtle" color="gray.8" onClick={draft.restoreModel}>
                全部恢复示范文本
              </Button>
            </Group>
            <ClauseCard
              charter={filled}
              clauses={clauses}
              values={charter.values}
              onInsert={(clause) => draft.change(insertClause(draft.text, clause))}
            />
            <DroppedCard charter={charter} text={draft.text} onChange={draft.change} />
          </Stack>
        </Grid.Col>
      </Grid>
      {checking ? (
        <CheckText
          clauses={clauses}
          onTake={(text) => {
            draft.change(text);
            setChecking(false);
          }}
          onClose={() => setChecking(false)}
        />
      ) : null}
    </>
  );
};
