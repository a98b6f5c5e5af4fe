import { Button, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import type { InspectionOutcome } from '../../../shared/domain/inspection.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { inspectionGapLabels } from '../../../shared/labels/inspection.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { InspectionForm } from './InspectionForm.tsx';
import { useInspection, type Inspection } from './use-inspection.ts';

interface InspectionModalProps {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly onClose: () => void;
}

const stageLabels = { dossier: '正在放入材料' } as const;

const Problems = ({ problems }: Pick<InspectionOutcome, 'problems'>) => (
  <>
    <Text size="sm">有 {problems.length} 份没有放入，卷内留了占位页，备考表里也写明了：</Text>
    <ScrollArea.Autosize mah={240} type="auto" offsetScrollbars>
      <Stack gap={6}>
        {problems.map(({ item, paper, reason }, index) => (
          <Group key={index} justify="space-between" wrap="nowrap" gap="lg">
            <Text size="sm">
              {item}：{paper}
            </Text>
            <Text size="sm" c="dimmed" flex="none">
              {inspectionGapLabels[reason]}
            </Text>
          </Group>
        ))}
      </Stack>
    </ScrollArea.Autosize>
  </>
);

const Made = ({ outcome, saving }: { readonly outcome: InspectionOutcome; readonly saving: boolean }) => (
  <div role="status">
    <Text fw={700}>
      做好了：{outcome.items} 件，{outcome.pages} 页
    </Text>
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {outcome.fileName}，{saving ? '正在保存…' : '已保存到“下载”。'}
    </Text>
  </div>
);

const Outcome = ({
  inspection,
  onClose,
}: {
  readonly inspection: Inspection;
  readonly onClose: () => void;
}) => {
  const { run, saving, saveError } = inspection;
  const { state } = run;
  return (
    <Stack>
      {state.phase === 'failed' ? <ErrorNotice error={state.error} /> : null}
      <ErrorNotice error={saveError} />
      {state.phase === 'done' && saveError === null ? <Made outcome={state.result} saving={saving} /> : null}
      {state.phase === 'done' && state.result.problems.length > 0 ? (
        <Problems problems={state.result.problems} />
      ) : null}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          知道了
        </Button>
      </Group>
    </Stack>
  );
};

/** 整卷打印: what the inspection dossier is to hold, how its making goes, and what came of it. */
export const InspectionModal = ({ organizationId, organizationName, onClose }: InspectionModalProps) => {
  const inspection = useInspection();
  const { state, cancel, reset } = inspection.run;
  const running = state.phase === 'running';
  const asking = state.phase === 'idle' || state.phase === 'cancelled';
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`整卷打印：${organizationName}`}
      closeOnClickOutside={!running}
    >
      {asking ? (
        <InspectionForm organizationId={organizationId} onSubmit={inspection.make} onClose={onClose} />
      ) : running ? (
        <ProgressPanel
          title="正在生成检查卷"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={() => {
            cancel();
            reset();
          }}
        />
      ) : (
        <Outcome inspection={inspection} onClose={onClose} />
      )}
    </Modal>
  );
};
