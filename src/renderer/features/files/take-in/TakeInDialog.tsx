import { Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FilePart } from '../../../../shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { ProgressPanel } from '../../../components/ProgressPanel.tsx';
import { AskPlaceForm, type Place } from './AskPlaceForm.tsx';
import { TakeInOutcome } from './TakeInOutcome.tsx';
import { titleOf } from './title-of.ts';
import { useTakeIn, type TargetOf } from './use-take-in.ts';

interface TakeInDialogProps {
  readonly organizationId: OrganizationId;
  readonly files: readonly File[];
  /** Suggested where nothing is known. */
  readonly part: FilePart;
  /** Known where the files were dropped on a record: nothing is asked then. */
  readonly place: Place | null;
  readonly onClose: () => void;
}

/** Files on their way into the archive: where to, how far, what became of them. */
export const TakeInDialog = ({ organizationId, files, part, place, onClose }: TakeInDialogProps) => {
  const { state, start, cancel } = useTakeIn();
  const chosen = useRef<Place | null>(place);
  const targetOf: TargetOf = (file) => ({
    to: 'dossier',
    organizationId,
    part: chosen.current?.part ?? part,
    recordId: chosen.current?.recordId ?? null,
    title: titleOf(file),
    note: null,
  });
  const begun = useRef(false);
  useEffect(() => {
    if (place === null || begun.current) return;
    begun.current = true;
    void start(files, targetOf, false);
  });
  const running = state.phase === 'running';
  // What went in without a word needs none.
  const silent =
    state.phase === 'done' && state.outcomes.every((one) => one.kind === 'added' && one.same === null);
  useEffect(() => {
    if (silent) onClose();
  }, [silent, onClose]);
  return (
    <Modal
      opened
      onClose={running ? cancel : onClose}
      title="存入档案"
      size={560}
      closeOnClickOutside={false}
    >
      {state.phase === 'idle' && place === null ? (
        <AskPlaceForm
          organizationId={organizationId}
          files={files}
          first={part}
          onCancel={onClose}
          onPlaced={(where) => {
            chosen.current = where;
            void start(files, targetOf, false);
          }}
        />
      ) : null}
      {running ? (
        <ProgressPanel
          title={`正在存入 ${state.total} 份`}
          progress={{ type: 'progress', stage: 'papers', done: state.outcomes.length, total: state.total }}
          stageLabels={{ papers: '已存入' }}
          elapsedMs={state.elapsedMs}
          onCancel={cancel}
        />
      ) : null}
      {(state.phase === 'done' || state.phase === 'cancelled') && !silent ? (
        <TakeInOutcome
          state={state}
          onAgain={(again) => void start(again, targetOf, true)}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
};
