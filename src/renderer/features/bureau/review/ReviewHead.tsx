import { Code, SimpleGrid, Stack, Text } from '@mantine/core';
import type { PackageReview } from '../../../../shared/domain/bureau.ts';
import { byteWords } from '../../../components/byte-words.ts';
import { Card } from '../../../components/Card.tsx';
import classes from './Review.module.css';

const Fact = ({ label, value }: { readonly label: string; readonly value: number | string }) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <span className={classes['figure']}>{value}</span>
  </div>
);

/** What the package says of itself, and what stands for it. */
export const ReviewHead = ({ review }: { readonly review: PackageReview }) => {
  const { head, counts, fileName, byteLength, sha256, signedBy } = review;
  return (
    <Card>
      <Stack gap="sm">
        <SimpleGrid cols={7} spacing="xs">
          <Fact label="在册组织" value={counts.standing} />
          <Fact label="社区（村）" value={counts.communities} />
          <Fact label="成员" value={counts.members} />
          <Fact label="党员" value={counts.partyMembers} />
          <Fact label="拟登记" value={counts.candidates} />
          <Fact label="处理结果" value={counts.dispositions} />
          <Fact label="扫描件" value={counts.scans} />
        </SimpleGrid>
        {head.reason === '' ? null : <Text size="sm">更正的理由：{head.reason}</Text>}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {fileName}　{byteWords(byteLength)}，{counts.files} 个文件　冻结于 {head.frozenOn}　{head.hubName}
          填报　签名：{signedBy}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>SHA-256 {sha256}</Code>
      </Stack>
    </Card>
  );
};
