import { Badge, Grid, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKind } from '../../../../shared/domain/document.ts';
import { documentKindLabels } from '../../../../shared/labels/document.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { KindPicker } from '../../documents/KindPicker.tsx';
import { PaperFrame } from '../../documents/PaperFrame.tsx';
import { TemplateHistory } from './TemplateHistory.tsx';
import { TemplateActions } from './TemplateActions.tsx';
import classes from './TemplatesTab.module.css';

const Sample = ({ kind }: { readonly kind: DocumentKind }) => {
  const { data, error } = useQuery(useApi().templates.sample.queryOptions({ input: { kind } }));
  return (
    <div className={classes['sample']}>
      <ErrorNotice error={error} />
      {data === undefined ? (
        <Skeleton h="100%" />
      ) : (
        <PaperFrame html={data.html} paper={data.paper} title={documentKindLabels[kind]} zoom="page" />
      )}
    </div>
  );
};

/** Every kind of paper as it looks, and the office's own templates of those that can have one. */
export const TemplatesTab = () => {
  const [kind, setKind] = useState<DocumentKind>('certificate');
  const { data, error } = useQuery(useApi().templates.list.queryOptions());
  const versions = data?.versions.filter((version) => version.kind === kind) ?? [];
  const inForce = versions.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  return (
    <Card
      title="文书模板"
      aside={inForce === null ? null : <Badge variant="light">正在使用本单位模板</Badge>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          每种文书都有内置的版式。要用本单位的措辞、标志和版面，可以导出模板，在 WPS 或 Word 里修改后导入。
        </Text>
        <ErrorNotice error={error} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="xs">
              <Group gap="sm">
                <KindPicker kind={kind} onChange={setKind} />
                <Text size="sm" c="dimmed">
                  内置版式，示例数据
                </Text>
              </Group>
              <Sample kind={kind} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            {data === undefined ? (
              <Skeleton h={200} />
            ) : data.kinds.includes(kind) ? (
              <Stack gap="lg">
                <TemplateActions key={kind} kind={kind} inForce={inForce} />
                <TemplateHistory versions={versions} />
              </Stack>
            ) : (
              <Text size="sm">这种文书的句子随事实变化，由程序组织，只能用内置的版式。</Text>
            )}
          </Grid.Col>
        </Grid>
      </Stack>
    </Card>
  );
};
