import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import {
  evaluatorGroup,
  validBallots,
  type EvaluatorGroup,
  type SurveyGroup,
} from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { answerKeys, withAnswer, withoutSheet, type AnswerKey } from './ballot-pad.ts';
import { BallotPad } from './BallotPad.tsx';
import { BalanceNotice } from './BalanceNotice.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { moveInGrid } from './entry-grid.ts';
import { PhoneBallots } from './PhoneBallots.tsx';
import { GroupCounts } from './GroupCounts.tsx';
import classes from './SheetsEntry.module.css';
import type { SurveyDraft } from './use-survey-draft.ts';

/** A ballot that was entered since this page was opened; the archive itself keeps no order. */
interface Entered {
  readonly group: EvaluatorGroup;
  readonly sheet: string;
}

const wordsOf = ({ sheets, ...counts }: SurveyGroup): string => {
  const valid = validBallots(counts as SurveyGroup);
  if (valid === 0) return `已录 ${sheets.length} 张`;
  return sheets.length < valid
    ? `已录 ${sheets.length} 张，还有 ${valid - sheets.length} 张`
    : sheets.length === valid
      ? `${valid} 张全部录完`
      : `已录 ${sheets.length} 张，比有效票多 ${sheets.length - valid} 张`;
};

/** Entry per sheet: one key per answer, the next ballot by itself, the last one taken back with a key. */
export const SheetsEntry = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { content } = draft.survey;
  const [group, setGroup] = useState<EvaluatorGroup>('committees');
  const [ballot, setBallot] = useState('');
  const [entered, setEntered] = useState<readonly Entered[]>([]);
  const counts = content.groups[group];
  const closed = content.closedOn !== null;
  const putGroup = (which: EvaluatorGroup, part: Partial<SurveyGroup>): void =>
    draft.change({ groups: { ...content.groups, [which]: { ...content.groups[which], ...part } } });
  const answer = (letter: AnswerKey['letter']): void => {
    const { ballot: next, finished } = withAnswer(ballot, letter, content.items.length);
    setBallot(next);
    if (finished === null) return;
    putGroup(group, { sheets: [...counts.sheets, finished] });
    setEntered([...entered, { group, sheet: finished }]);
  };
  const undo = (): void => {
    const last = entered.at(-1);
    if (last === undefined) return;
    putGroup(last.group, { sheets: withoutSheet(content.groups[last.group].sheets, last.sheet) });
    setEntered(entered.slice(0, -1));
    setGroup(last.group);
    setBallot('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || closed) return;
    const known = answerKeys.find(({ key }) => key === event.key);
    const back = event.key === 'Backspace';
    const takesBack = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (known === undefined && !back && !takesBack) return;
    event.preventDefault();
    if (takesBack) undo();
    else if (back) setBallot(ballot.slice(0, -1));
    else if (known !== undefined) answer(known.letter);
  };
  return (
    <Stack gap="md" onKeyDown={moveInGrid}>
      {closed ? <ClosedNotice /> : null}
      <Group justify="space-between" wrap="nowrap">
        <SegmentedControl
          aria-label="测评组"
          data={evaluatorGroup.options.map((value) => ({ value, label: evaluatorGroupLabels[value] }))}
          value={group}
          onChange={(value) => {
            setGroup(value);
            setBallot('');
          }}
        />
        <GroupCounts
          group={group}
          counts={counts}
          disabled={closed}
          autoFocus={group === 'committees' && counts.returned === 0}
          onChange={(part) => putGroup(group, part)}
        />
      </Group>
      <ErrorNotice error={draft.error} />
      {closed ? null : <PhoneBallots draft={draft} group={group} />}
      {closed ? null : (
        <div
          role="group"
          aria-label={`${evaluatorGroupLabels[group]}第 ${counts.sheets.length + 1} 张票`}
          tabIndex={0}
          data-column="pad"
          className={classes['capture']}
          onKeyDown={onKeyDown}
        >
          <Group justify="space-between" mb="xs" wrap="nowrap">
            <Text fw={700}>
              {evaluatorGroupLabels[group]} 第 {counts.sheets.length + 1} 张
            </Text>
            <Text size="sm" c="dimmed" aria-live="polite">
              {wordsOf(counts)}
            </Text>
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconArrowBackUp size={17} />}
              disabled={entered.length === 0}
              onClick={undo}
            >
              撤销上一张
            </Button>
          </Group>
          <BallotPad items={content.items} ballot={ballot} onAnswer={answer} />
          <Text size="sm" c="dimmed" mt="xs">
            点一下这里，对着票按数字键；退格改上一项，Ctrl+Z 撤销上一张。录完自动到下一张。
          </Text>
        </div>
      )}
      <BalanceNotice content={content} />
      <Text size="xs" c="dimmed">
        票上没有姓名；档案里只存各票的答案，不存先后，查不出是谁填的。
      </Text>
    </Stack>
  );
};
