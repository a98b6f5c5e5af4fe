import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Filing } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ScanButton } from './ScanButton.tsx';
import { ScanLink } from './ScanLink.tsx';

/** The papers that the rules ask of this filing: there, or what is missing, with the way to bring it in. */
export const MaterialsCard = ({ filing }: { readonly filing: Filing }) => {
  const { data: items = [], error } = useQuery(
    useApi().filings.checklist.queryOptions({ input: { id: filing.id } }),
  );
  const present = items.filter((item) => item.present).length;
  return (
    <Card
      title="材料"
      aside={
        <Text size="sm" c="dimmed">
          {items.length === 0 ? '' : `齐了 ${present} / ${items.length} 项`}
        </Text>
      }
    >
      <ErrorNotice error={error} />
      <Stack gap="xs">
        {items.map(({ code, name, basis, present: there, hint }) => (
          <Group key={code} justify="space-between" wrap="nowrap" gap="md">
            <Group gap="xs" wrap="nowrap" align="flex-start">
              {there ? (
                <IconCircleCheck
                  size={20}
                  stroke={1.6}
                  color="var(--mantine-color-teal-7)"
                  aria-label="已有"
                />
              ) : (
                <IconCircleDashed size={20} stroke={1.6} color="var(--ink-soft)" aria-label="还缺" />
              )}
              <Stack gap={0}>
                <Text size="sm">
                  {name} {basis === '' ? null : <BasisHint basis={basis} />}
                </Text>
                {hint === null ? null : (
                  <Text size="xs" c="dimmed">
                    {hint}
                  </Text>
                )}
              </Stack>
            </Group>
            <Group gap="xs" wrap="nowrap">
              {code === 'charter' && filing.kind !== 'dissolution' ? (
                <LinkButton to={paths.charter(filing.id)} size="compact-sm" variant="light">
                  写章程
                </LinkButton>
              ) : null}
              {code.startsWith('change-') ? null : (
                <ScanButton filingId={filing.id} label="附扫描件" calledAs={name} size="compact-sm" />
              )}
            </Group>
          </Group>
        ))}
        {filing.attachments.length === 0 ? null : (
          <Group gap="md">
            <Text size="sm" c="dimmed">
              已附：
            </Text>
            {filing.attachments.map((scan) => (
              <ScanLink key={scan.id} attachment={scan} />
            ))}
          </Group>
        )}
      </Stack>
    </Card>
  );
};
