import { Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ImportReport } from '../../../shared/domain/workbook-import.ts';
import { Card } from '../../components/Card.tsx';
import { FindingKinds } from './FindingKinds.tsx';
import { FindingTable } from './FindingTable.tsx';
import { ReportButtons } from './ReportButtons.tsx';
import classes from './ReportView.module.css';

const countLines = ({ counts }: ImportReport): readonly (readonly [string, number])[] => [
  ['新组织', counts.organizationsCreated],
  ['新登记的人', counts.peopleCreated],
  ['没有导入的行', counts.rowsRefused],
  ['改动的值', counts.valuesChanged],
  ['请核对', counts.warnings],
];

/** What an import brings or would bring, and every kind of thing that was found on the way. */
export const ReportView = ({ report }: { readonly report: ImportReport }) => {
  const [chosen, setChosen] = useState<number>(0);
  const kind = report.byCode[chosen];
  return (
    <Stack gap="md">
      <dl className={classes['counts']}>
        {countLines(report).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString('zh-CN')}</dd>
          </div>
        ))}
      </dl>
      {kind === undefined ? null : (
        <Card title="逐项看看" aside={<ReportButtons of={report} refused={report.counts.rowsRefused} />}>
          <Group align="flex-start" wrap="nowrap" gap="lg">
            <FindingKinds kinds={report.byCode} chosen={chosen} onChoose={setChosen} />
            <FindingTable
              kind={kind}
              findings={report.findings.filter(
                ({ code, level }) => code === kind.code && level === kind.level,
              )}
            />
          </Group>
        </Card>
      )}
    </Stack>
  );
};
