import { Anchor, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import type { CharterFieldValues, CharterText } from '../../../shared/domain/charter.ts';
import {
  checkCharter,
  type CharterClause,
  type ClauseFinding,
} from '../../../shared/domain/charter-clauses.ts';
import { redLinesInCharter } from '../../../shared/domain/red-lines.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import classes from './Charter.module.css';
import { FilledText } from './FilledText.tsx';

interface ClauseCardProps {
  /** With its facts filled in. */
  readonly charter: CharterText;
  readonly clauses: readonly CharterClause[];
  /** What the fields of a proposal stand for. */
  readonly values?: CharterFieldValues;
  /** Absent where the text cannot be changed. */
  readonly onInsert?: (clause: CharterClause) => void;
}

interface MissingProps extends Pick<ClauseCardProps, 'onInsert' | 'values'> {
  readonly finding: ClauseFinding;
}

const Missing = ({ finding, onInsert, values }: MissingProps) => {
  const { clause, lacks, sentences } = finding;
  return (
    <Stack gap={4} component="li">
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconCircleDashed size={18} color="var(--mantine-color-orange-7)" aria-label="缺少" />
        <Text size="sm" fw={600}>
          {clause.name} {clause.basis === '' ? null : <BasisHint basis={clause.basis} />}
        </Text>
      </Group>
      {sentences.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {`已有：${sentences.map(({ article, text }) => `${article} ${text}`).join(' ')}`}
        </Text>
      )}
      <Text size="xs" c="orange.8">
        {`还缺：${lacks.join('、')}`}
      </Text>
      {onInsert === undefined ? null : (
        <>
          <Text size="xs">
            建议写上：
            {values === undefined ? clause.proposal : <FilledText words={clause.proposal} values={values} />}
          </Text>
          <Button
            size="compact-xs"
            variant="light"
            aria-label={`写进章程：${clause.name}`}
            style={{ alignSelf: 'start' }}
            onClick={() => onInsert(clause)}
          >
            写进“{clause.chapter}”一章
          </Button>
        </>
      )}
    </Stack>
  );
};

const Found = ({ finding: { clause, sentences } }: { readonly finding: ClauseFinding }) => (
  <Group gap={6} wrap="nowrap" align="flex-start" component="li">
    <IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-label="已有" />
    <div>
      <Text size="sm">{clause.name}</Text>
      {sentences.map(({ article, text }) => (
        <Text key={`${article}${text}`} size="xs" c="dimmed">
          {`${article}　${text}`}
        </Text>
      ))}
    </div>
  </Group>
);

const RedLines = ({ charter }: Pick<ClauseCardProps, 'charter'>) =>
  redLinesInCharter(charter).map(({ word, sentence, reason, source }) => (
    <Group key={`${word}${sentence}`} gap={6} wrap="nowrap" align="flex-start" mb="sm">
      <IconAlertTriangle size={18} color="var(--mantine-color-red-7)" aria-label="提醒" />
      <Text size="xs">{`“${word}”：${reason}（${source}）。原文：${sentence}`}</Text>
    </Group>
  ));

/** For each clause that the rules require: the sentence that says it, or what to write. */
export const ClauseCard = ({ charter, clauses, values, onInsert }: ClauseCardProps) => {
  const [showFound, setShowFound] = useState(false);
  const findings = checkCharter(charter, clauses);
  const found = findings.filter(({ state }) => state === 'found');
  const missing = findings.filter(({ state }) => state !== 'found');
  return (
    <Card title={`必备条款 ${found.length} / ${clauses.length}`} accent={missing.length > 0}>
      <RedLines charter={charter} />
      <ul className={classes['clauses']} aria-label="缺少的条款">
        {missing.map((finding) => (
          <Missing
            key={finding.clause.code}
            finding={finding}
            {...(onInsert === undefined ? {} : { onInsert })}
            {...(values === undefined ? {} : { values })}
          />
        ))}
      </ul>
      <Text size="sm" my={missing.length > 0 ? 'sm' : 0} c={missing.length > 0 ? 'dimmed' : 'teal.8'}>
        {missing.length === 0 ? '规则要求的条款都写到了。' : '缺条款不影响保存，补齐后材料才算齐全。'}
      </Text>
      {found.length === 0 ? null : (
        <Anchor component="button" type="button" size="sm" onClick={() => setShowFound(!showFound)}>
          {showFound ? '收起' : `看 ${found.length} 条写在哪里`}
        </Anchor>
      )}
      <Collapse expanded={showFound}>
        <ul className={classes['clauses']} aria-label="已有的条款" style={{ marginTop: 8 }}>
          {found.map((finding) => (
            <Found key={finding.clause.code} finding={finding} />
          ))}
        </ul>
      </Collapse>
    </Card>
  );
};
