import { Button, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { AddReason } from './AddReason.tsx';
import { ReasonLine } from './ReasonLine.tsx';
import { emptyDraft, reasonsOfDraft, withReasons, type ReturnReason } from './return-reasons.ts';
import type { QualityFinding } from '../../../../shared/domain/bureau.ts';

interface ReturnModalProps {
  readonly title: string;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly QualityFinding[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly onReturn: (reasons: readonly ReturnReason[]) => void;
  readonly onClose: () => void;
}

/** Why a ledger goes back, reason by reason: the street reads exactly these words. */
export const ReturnModal = (props: ReturnModalProps) => {
  const { title, organizations, findings, pending, error, onReturn, onClose } = props;
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([]);
  const [draft, setDraft] = useState(emptyDraft);
  const all = withReasons(reasons, reasonsOfDraft(draft, organizations));
  const ready = all.length > 0 && all.every(({ text }) => text.trim() !== '');
  const change = (at: number, text: string): void =>
    setReasons(reasons.map((reason, index) => (index === at ? { ...reason, text } : reason)));
  return (
    <Modal opened onClose={onClose} title={title} size={780}>
      <Stack gap="sm">
        <AddReason
          organizations={organizations}
          findings={findings}
          draft={draft}
          onDraft={setDraft}
          onAdd={(more) => setReasons((now) => withReasons(now, more))}
        />
        <ScrollArea.Autosize mah={230} type="auto" offsetScrollbars>
          <Stack gap={6} role="list" aria-label="退回的理由">
            {reasons.map((reason, index) => (
              // Reasons have no identity but their place: their words are being changed.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index} role="listitem">
                <ReasonLine
                  reason={reason}
                  place={index + 1}
                  onChange={(text) => change(index, text)}
                  onRemove={() => setReasons(reasons.filter((_, at) => at !== index))}
                />
              </div>
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Text size="sm" c="dimmed">
          {all.length === 0
            ? '至少写一条理由。'
            : `共 ${all.length} 条${all.length > reasons.length ? '（连同正在写的一条）' : ''}，写进签名的回执，街镇导入后逐条可见。`}
        </Text>
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            先不退
          </Button>
          <Button disabled={!ready} loading={pending} onClick={() => onReturn(all)}>
            退回并存回执
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
