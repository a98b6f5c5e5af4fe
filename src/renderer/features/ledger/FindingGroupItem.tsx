import { Accordion, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LedgerFinding } from '../../../shared/domain/ledger.ts';
import { ledgerFindingLabels } from '../../../shared/labels/ledger.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { dossierOf, officeMendOf, type FindingGroup } from './finding-groups.ts';

/** Lines shown before the rest is asked for. */
const shownAtFirst = 20;

const FindingLine = ({ finding }: { readonly finding: LedgerFinding }) => {
  const to = dossierOf(finding);
  if (to === null) return finding.detail === null ? null : <Text size="sm">{finding.detail}</Text>;
  return (
    <Group gap="md" wrap="nowrap" justify="space-between">
      <Anchor component={Link} to={to} size="sm">
        {finding.organizationName}
      </Anchor>
      <Text size="sm" c="dimmed" flex="none">
        {finding.detail}
      </Text>
    </Group>
  );
};

/** One kind of finding: how many, and behind it whom it concerns. */
export const FindingGroupItem = ({ group: { level, code, findings } }: { readonly group: FindingGroup }) => {
  const [whole, setWhole] = useState(false);
  const mend = officeMendOf(code);
  const shown = whole ? findings : findings.slice(0, shownAtFirst);
  return (
    <Accordion.Item value={`${level} ${code}`}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{ledgerFindingLabels[code]}</Text>
          <Text size="sm" fw={700} flex="none">
            {findings.length} 个
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap={6}>
          {shown.map((finding, index) => (
            <FindingLine key={finding.organizationId ?? index} finding={finding} />
          ))}
          {shown.length < findings.length ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
              显示其余 {findings.length - shown.length} 个
            </Button>
          ) : null}
          {mend === null ? null : (
            <LinkButton to={mend.to} size="compact-sm" variant="light" style={{ alignSelf: 'flex-start' }}>
              {mend.label}
            </LinkButton>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
};
