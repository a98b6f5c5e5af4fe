import { Button, Group, Stack, Text } from '@mantine/core';
import type {
  ImportMapping,
  ImportReport,
  SheetMapping,
  WorkbookAnalysis,
} from '../../../shared/domain/workbook-import.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { countsWords } from './import-counts.ts';
import { isReady, withSheet } from './mapping-draft.ts';
import { ReportView } from './ReportView.tsx';
import { RunState } from './RunState.tsx';
import { SheetMappingCard } from './SheetMappingCard.tsx';

export type ImportStep = 'mapping' | 'check' | 'done';

interface ImportStepsProps {
  readonly analysis: WorkbookAnalysis;
  readonly mapping: ImportMapping;
  readonly step: ImportStep;
  readonly onMapping: (mapping: ImportMapping) => void;
  readonly onStep: (step: ImportStep) => void;
  readonly onStartOver: () => void;
}

const Sheets = ({
  analysis,
  mapping,
  onMapping,
}: Pick<ImportStepsProps, 'analysis' | 'mapping' | 'onMapping'>) => (
  <>
    {analysis.sheets.map((sheet) => {
      const chosen = mapping.sheets.find(({ name }) => name === sheet.name);
      return chosen === undefined ? null : (
        <SheetMappingCard
          key={sheet.name}
          analysis={sheet}
          mapping={chosen}
          onChange={(changed: SheetMapping) => onMapping(withSheet(mapping, changed))}
        />
      );
    })}
  </>
);

/** From a workbook that was read to the import: columns, dry run, import. */
export const ImportSteps = ({
  analysis,
  mapping,
  step,
  onMapping,
  onStep,
  onStartOver,
}: ImportStepsProps) => {
  const { imports } = useApi();
  const trial = useProgressRun<ImportReport>({ onResult: () => onStep('check') });
  const real = useProgressRun<ImportReport>({ onResult: () => onStep('done') });
  const input = { uploadId: analysis.uploadId, mapping };
  const tryOut = (): void => void trial.start((signal) => imports.dryRun.call(input, { signal }));
  const take = (): void => void real.start((signal) => imports.run.call(input, { signal }));

  if (step === 'done' && real.state.phase === 'done') {
    const report = real.state.result;
    return (
      <Stack gap="md">
        <Group justify="space-between">
          <Text fw={700} role="status">
            导入好了：{countsWords(report.counts)}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onStartOver}>
              再导入一份
            </Button>
            <LinkButton variant="default" to={paths.imports}>
              导入记录
            </LinkButton>
            <LinkButton to={paths.organizations}>看社会组织</LinkButton>
          </Group>
        </Group>
        <ReportView report={report} />
      </Stack>
    );
  }
  if (step === 'check' && trial.state.phase === 'done') {
    return (
      <Stack gap="md">
        {real.state.phase === 'running' ? null : (
          <Group justify="space-between">
            <Text size="sm">档案还没有改动。看一遍结果，没有问题再导入。</Text>
            <Group gap="sm">
              <Button variant="default" onClick={() => onStep('mapping')}>
                回去改列
              </Button>
              <Button autoFocus onClick={take}>
                导入到档案
              </Button>
            </Group>
          </Group>
        )}
        <RunState run={real} title="正在导入" />
        <ReportView report={trial.state.result} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      {trial.state.phase === 'running' ? null : (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            请看一遍每一列“作为”什么对不对。选过的会记住，下次同样的表不用再选。
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onStartOver}>
              换一份表格
            </Button>
            <Button autoFocus disabled={!isReady(mapping)} onClick={tryOut}>
              试导一遍
            </Button>
          </Group>
        </Group>
      )}
      <RunState run={trial} title="正在试导" />
      <Sheets analysis={analysis} mapping={mapping} onMapping={onMapping} />
    </Stack>
  );
};
