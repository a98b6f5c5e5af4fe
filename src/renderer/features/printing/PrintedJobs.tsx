import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { PrintJobId } from '../../../shared/domain/ids.ts';
import type { PrintJob } from '../../../shared/domain/printing.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';

interface PrintedJobsProps {
  readonly jobs: readonly PrintJob[];
  readonly onAgain: (id: PrintJobId) => void;
  readonly onForget: () => void;
}

/** What was printed last: to print it again, and where its copies are registered. */
export const PrintedJobs = ({ jobs, onAgain, onForget }: PrintedJobsProps) =>
  jobs.length === 0 ? null : (
    <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>
      <Card
        title="刚打印过的"
        aside={
          <Group gap="sm">
            <Anchor component={Link} to={paths.register('issued')} size="sm">
              看已发文书登记 ›
            </Anchor>
            <Button variant="subtle" size="compact-sm" onClick={onForget}>
              清空这个列表
            </Button>
          </Group>
        }
      >
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {jobs.map(({ id, kind, summary, printed }) => (
            <Group key={id} component="li" justify="space-between" wrap="nowrap">
              <Text size="sm" lineClamp={1}>
                {documentKindLabels[kind]}　{summary}
              </Text>
              <Group gap="sm" wrap="nowrap" flex="none">
                <Text size="sm" c="dimmed">
                  {printed === null ? '' : `${dayOfInstant(printed.at)}　${printed.by}`}
                </Text>
                <Button variant="light" size="compact-sm" onClick={() => onAgain(id)}>
                  再排一次
                </Button>
              </Group>
            </Group>
          ))}
        </Stack>
      </Card>
    </div>
  );
