import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PackageReview, ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import type { ReceivedFileId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { messageOf } from '../../../components/error-sentence.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { ReturnModal } from './ReturnModal.tsx';
import { useAnswer, type Answer } from './use-answer.ts';

interface IncomingDecisionProps {
  readonly id: ReceivedFileId;
  readonly review: PackageReview;
}

/** Takes a package in to the end of its stream. */
const useImport = () => {
  const { bureau } = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, by }: { readonly id: ReceivedFileId; readonly by: string }) => {
      const steps = await bureau.import.call({ id, importedBy: by, expectedPeriod: null });
      for await (const step of steps) if (step.type === 'result') return step.result;
      throw new Error('the import ended without a result');
    },
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) =>
      notifications.show({
        color: 'red',
        autoClose: false,
        title: messageOf(error).happened,
        message: messageOf(error).next,
      }),
  });
};

/** Takes a package in and answers it at once, or takes it in and answers later. */
export const IncomingDecision = ({ id, review }: IncomingDecisionProps) => {
  const navigate = useNavigate();
  const [returning, setReturning] = useState<string | null>(null);
  // Where the answer failed after the package was taken in, only the answer is tried again.
  const [taken, setTaken] = useState<ReceivedPackage | null>(null);
  const taking = useImport();
  const show = (received: ReceivedPackage): void =>
    void navigate(bureauPaths.package(received.id), { replace: true });
  const answer = useAnswer(show);
  const take = (by: string, then: (received: ReceivedPackage) => void): void => {
    const go = (received: ReceivedPackage): void => {
      setTaken(received);
      then(received);
    };
    if (taken === null) taking.mutate({ id, by }, { onSuccess: go });
    else then(taken);
  };
  const pending = taking.isPending || answer.isPending;
  const decide = (answered: Answer): void =>
    take(answered.decidedBy, (received) => answer.mutate({ id: received.id, answer: answered }));
  return (
    <>
      <AnswerBar
        pending={pending}
        onAccept={(by) => decide({ outcome: 'accepted', reasons: [], decidedBy: by })}
        onReturn={setReturning}
        onLater={(by) => take(by, show)}
      />
      {returning === null ? null : (
        <ReturnModal
          title={`退回${review.head.streetName}的台账`}
          organizations={organizationsOf(review)}
          findings={review.findings}
          pending={pending}
          error={taking.error ?? answer.error}
          onReturn={(reasons) => decide({ outcome: 'returned', reasons, decidedBy: returning })}
          onClose={() => setReturning(null)}
        />
      )}
    </>
  );
};

/** Before it is taken in, only organizations that something is said about are known by name. */
const organizationsOf = ({ findings, differences }: PackageReview) => {
  const named = new Map<string, string>();
  for (const { organizationId, organization } of findings)
    if (organizationId !== null && organization !== null) named.set(organizationId, organization);
  for (const { id, organization, kind } of differences.changes)
    if (kind !== 'removed') named.set(id, organization);
  return [...named].map(([id, name]) => ({ id, name }));
};
