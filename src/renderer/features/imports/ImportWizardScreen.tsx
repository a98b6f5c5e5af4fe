import { Stepper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  guessedMapping,
  type ImportMapping,
  type WorkbookAnalysis,
} from '../../../shared/domain/workbook-import.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ChooseWorkbook } from './ChooseWorkbook.tsx';
import { ImportSteps, type ImportStep } from './ImportSteps.tsx';

const stepIndex: Readonly<Record<ImportStep, number>> = { mapping: 1, check: 2, done: 4 };

interface OpenWorkbook {
  readonly analysis: WorkbookAnalysis;
  readonly mapping: ImportMapping;
}

/** Takes a workbook in: choose it, check what the columns mean, see what would happen, do it. */
export const ImportWizardScreen = () => {
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [step, setStep] = useState<ImportStep>('mapping');
  const analyse = useMutation(
    useApi().imports.analyse.mutationOptions({
      onSuccess: (analysis) => {
        setOpen({ analysis, mapping: guessedMapping(analysis.sheets) });
        setStep('mapping');
      },
    }),
  );
  return (
    <>
      <PageHeader
        title="导入 Excel"
        crumbs={[{ title: '导入', to: paths.imports }]}
        detail={open?.analysis.fileName}
      />
      <Stepper active={open === null ? 0 : stepIndex[step]} size="sm" mb="lg" allowNextStepsSelect={false}>
        <Stepper.Step label="选表格" />
        <Stepper.Step label="核对列" />
        <Stepper.Step label="试导" />
        <Stepper.Step label="导入" />
      </Stepper>
      {open === null ? (
        <ChooseWorkbook
          busy={analyse.isPending}
          error={analyse.error}
          onChosen={(file) => analyse.mutate({ file })}
        />
      ) : (
        <ImportSteps
          key={open.analysis.uploadId}
          analysis={open.analysis}
          mapping={open.mapping}
          step={step}
          onMapping={(mapping) => setOpen({ ...open, mapping })}
          onStep={setStep}
          onStartOver={() => setOpen(null)}
        />
      )}
    </>
  );
};
