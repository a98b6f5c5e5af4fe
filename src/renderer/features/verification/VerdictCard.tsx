import { Anchor, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconQuestionMark, IconX, type Icon } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endedStatuses } from '../../../shared/domain/organization.ts';
import type { Verdict } from '../../../shared/domain/verification.ts';
import { organizationStatusLabels } from '../../../shared/labels/organization.ts';
import {
  endedWords,
  statementLines,
  verdictWords,
  type VerdictTone,
} from '../../../shared/labels/verification.ts';
import { paths } from '../../app/paths.ts';
import classes from './Verdict.module.css';

const marks: Readonly<Record<VerdictTone, Icon>> = {
  genuine: IconCheck,
  doubtful: IconAlertTriangle,
  false: IconX,
  none: IconQuestionMark,
};

type Recorded = NonNullable<Extract<Verdict, { readonly kind: 'unsigned' }>['recorded']>;

const linesOf = (verdict: Verdict): readonly (readonly [string, string])[] => {
  if ('statement' in verdict) return statementLines(verdict.statement);
  if (verdict.kind !== 'unsigned') return [];
  return [
    ['组织名称', verdict.organizationName],
    ['备案号', verdict.filingNumber],
  ];
};

const standingOf = ({ status, expired, organizationStatus }: Recorded): string => {
  const paper = expired ? endedWords.expired : status === 'valid' ? '有效' : endedWords[status];
  const ended = endedStatuses.includes(organizationStatus);
  return `${paper}${ended ? `；组织${organizationStatusLabels[organizationStatus]}` : ''}`;
};

const Recorded = ({ verdict }: { readonly verdict: Verdict }) => {
  if (verdict.kind === 'unsigned' && verdict.recorded === null)
    return <Text size="sm">档案库里没有这个备案号和名称的证书。</Text>;
  const recorded = 'recorded' in verdict ? verdict.recorded : null;
  if (recorded === null) return null;
  return (
    <Text size="sm">
      档案里的证书：{standingOf(recorded)}。
      <Anchor component={Link} to={paths.dossier(recorded.organizationId, 'filings')} size="sm">
        打开档案
      </Anchor>
    </Text>
  );
};

const KeyLine = ({ verdict }: { readonly verdict: Verdict }) => {
  if ('keyId' in verdict)
    return (
      <Text size="sm" c="dimmed">
        码上写的密钥：{verdict.keyId}
      </Text>
    );
  if (!('key' in verdict)) return null;
  const { id, retiredAt } = verdict.key;
  return (
    <Text size="sm" c="dimmed">
      签名密钥：{id}
      {retiredAt === null ? '' : '（已换下的旧密钥，以前的证书仍用它核验）'}
    </Text>
  );
};

/** What became of one code, in green, amber or red. */
export const VerdictCard = ({ verdict }: { readonly verdict: Verdict }) => {
  const { tone, title, text } = verdictWords[verdict.kind];
  const lines = linesOf(verdict);
  const Mark = marks[tone];
  return (
    <section className={`${classes['verdict']} ${classes[tone]}`} role="status">
      <span className={classes['mark']}>
        <Mark size={28} stroke={2.4} aria-hidden />
      </span>
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text>{text}</Text>
        {lines.length === 0 ? null : (
          <dl className={`${classes['facts']} ${tone === 'false' ? classes['unproven'] : ''}`}>
            {lines.flatMap(([name, value]) => [
              <dt key={name}>{name}</dt>,
              <dd key={`${name}:`}>{value}</dd>,
            ])}
          </dl>
        )}
        <Recorded verdict={verdict} />
        <KeyLine verdict={verdict} />
      </div>
    </section>
  );
};
