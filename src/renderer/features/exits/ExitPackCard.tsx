import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isOpenState } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PaperButtons } from '../documents/PaperButtons.tsx';
import { printable } from '../documents/printable.ts';
import { AssetStatementModal } from './AssetStatementModal.tsx';
import { exitPackLines, type ExitPackPart } from './exit-pack-lines.ts';
import { HandoverModal } from './HandoverModal.tsx';
import { ChooseVoteModal } from './ChooseVoteModal.tsx';

interface ExitPackCardProps {
  readonly filing: Filing;
  /** The gate that is next; what it waits for is said. */
  readonly gate: 'application' | 'forwarding' | 'closing';
}

const gateWords: Readonly<Record<ExitPackCardProps['gate'], string>> = {
  application: '提交申请前还缺',
  forwarding: '居（村）委会上报前还缺',
  closing: '办结前还缺',
};

/** What an organization that ends brings: vote, three papers, statement; each line opens what mends it (policy Art. 3). */
export const ExitPackCard = ({ filing, gate }: ExitPackCardProps) => {
  const [open, setOpen] = useState<ExitPackPart | null>(null);
  const { data, error } = useQuery(useApi().exits.pack.queryOptions({ input: { id: filing.id } }));
  if (data === undefined) return <ErrorNotice error={error} />;
  const editable = isOpenState(filing.state);
  const lacks = data.lacks[gate];
  const close = (): void => setOpen(null);
  const shared = { filing, state: data, onClose: close };
  return (
    <Card title="退出材料" aside={<BasisHint basis="第三条" />}>
      <Stack gap={8}>
        {exitPackLines(data).map(({ part, label, detail, done }) => (
          <Group key={part} gap="sm" wrap="nowrap">
            {done ? (
              <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-label="已有" />
            ) : (
              <IconCircle size={20} color="var(--mantine-color-gray-5)" aria-label="还缺" />
            )}
            <Text size="sm" w={150}>
              {label}
            </Text>
            <Text size="sm" c="dimmed" flex={1}>
              {detail}
            </Text>
            {editable ? (
              <Button
                size="compact-sm"
                variant={done ? 'subtle' : 'light'}
                aria-label={`${done ? '修改' : '登记'}${label}`}
                onClick={() => setOpen(part)}
              >
                {done ? '修改' : '登记'}
              </Button>
            ) : null}
          </Group>
        ))}
        <PaperButtons
          papers={[printable('dissolution-application', filing.id), printable('asset-statement', filing.id)]}
        />
        {editable && filing.entryMode === 'live' ? (
          <Text size="sm" c={lacks.length === 0 ? 'dimmed' : 'orange.8'} aria-live="polite">
            {lacks.length === 0 ? '这一步要的退出材料都有了。' : `${gateWords[gate]}：${lacks.join('、')}。`}
          </Text>
        ) : null}
      </Stack>
      {open === 'vote' ? <ChooseVoteModal {...shared} /> : null}
      {open === 'charter' || open === 'application' || open === 'certificate' ? (
        <HandoverModal {...shared} part={open} />
      ) : null}
      {open === 'statement' ? <AssetStatementModal {...shared} /> : null}
    </Card>
  );
};
