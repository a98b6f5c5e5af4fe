import { Code, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { PackageRecord } from '../../../shared/domain/ledger.ts';
import { paths } from '../../app/paths.ts';
import { byteWords } from '../../components/byte-words.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { DownloadButton } from './DownloadButton.tsx';

/** What was waited for shows, also where the screen is too low for it. */
const bringIntoSight = (element: HTMLElement | null): void => element?.scrollIntoView?.({ block: 'nearest' });

/** A finished package: what it is called, how it is told apart, and the ways to take it along. */
export const PackageResult = ({ made }: { readonly made: PackageRecord }) => (
  <Stack gap="xs" role="status" ref={bringIntoSight}>
    <Group gap="xs" wrap="nowrap">
      <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-hidden />
      <Text size="sm" fw={700}>
        报送包已做好，并已重新打开核对过
      </Text>
    </Group>
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {made.fileName}
    </Text>
    <Text size="sm" c="dimmed">
      {made.organizationCount} 个组织，{made.scanCount} 件扫描件，{byteWords(made.byteLength)}
    </Text>
    <Text size="xs" c="dimmed">
      SHA-256（报送时一并告诉接收单位，供核对）
    </Text>
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {made.sha256}
    </Code>
    <DownloadButton id={made.id} />
    <LinkButton to={paths.ledgerPackages} variant="light">
      写入 U 盘、登记送出
    </LinkButton>
  </Stack>
);
