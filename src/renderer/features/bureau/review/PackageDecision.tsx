import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PackageReview, ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { ReturnModal } from './ReturnModal.tsx';
import { useAnswer } from './use-answer.ts';
import { messageOf } from '../../../components/error-sentence.ts';

interface PackageDecisionProps {
  readonly received: ReceivedPackage;
  readonly review: PackageReview;
}

/** The answer to a package that was taken in; one that has its answer may get another. */
export const PackageDecision = ({ received, review }: PackageDecisionProps) => {
  const { id, receipt, streetName } = received;
  const [again, setAgain] = useState(false);
  const [returning, setReturning] = useState<string | null>(null);
  const { data: ledger } = useQuery({
    ...useApi().bureau.ledger.queryOptions({ input: { id } }),
    enabled: returning !== null,
  });
  const answer = useAnswer(() => {
    setReturning(null);
    setAgain(false);
  });
  const accept = (by: string): void =>
    answer.mutate(
      { id, answer: { outcome: 'accepted', reasons: [], decidedBy: by } },
      {
        onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
      },
    );
  if (receipt !== null && !again) {
    return (
      <Button variant="subtle" color="gray" onClick={() => setAgain(true)}>
        改变答复
      </Button>
    );
  }
  return (
    <>
      <AnswerBar pending={answer.isPending} onAccept={accept} onReturn={setReturning} />
      {returning === null ? null : (
        <ReturnModal
          title={`退回${streetName}的台账`}
          organizations={ledger?.organizations ?? []}
          findings={review.findings}
          pending={answer.isPending}
          error={answer.error}
          onReturn={(reasons) =>
            answer.mutate({ id, answer: { outcome: 'returned', reasons, decidedBy: returning } })
          }
          onClose={() => setReturning(null)}
        />
      )}
    </>
  );
};
