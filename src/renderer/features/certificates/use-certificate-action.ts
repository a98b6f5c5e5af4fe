import { useMutation } from '@tanstack/react-query';
import type { ReplacementCause } from '../../../shared/domain/filing.ts';
import type { CertificateId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { formerPaperOf, type FormerPaperDraft } from './FormerPaper.tsx';

export type CertificateAction = 'replace' | 'renew' | 'void' | 'return';

/** What is typed of an action; each uses its part. */
export interface CertificateActionDraft {
  readonly cause: ReplacementCause;
  readonly reason: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly former: FormerPaperDraft;
}

interface CertificateActionRun {
  /** Hands in a draft that is complete. */
  readonly run: (draft: CertificateActionDraft) => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/** One action on a certificate; `onDone` once it is in the archive. */
export const useCertificateAction = (
  id: CertificateId,
  action: CertificateAction,
  onDone: () => void,
): CertificateActionRun => {
  const { certificates } = useApi();
  const options = { onSuccess: onDone };
  const replace = useMutation(certificates.replace.mutationOptions(options));
  const renew = useMutation(certificates.renew.mutationOptions(options));
  const voided = useMutation(certificates.void.mutationOptions(options));
  const returned = useMutation(certificates.recordReturn.mutationOptions(options));
  const run = (draft: CertificateActionDraft): void => {
    const former = formerPaperOf(draft.former);
    const { cause, reason, issuedOn, issuedBy } = draft;
    if (action === 'void') voided.mutate({ id, reason, former });
    else if (former === null) return;
    else if (action === 'return') returned.mutate({ id, former });
    else if (issuedOn === null) return;
    else if (action === 'renew') renew.mutate({ id, former, issuedOn, issuedBy });
    else replace.mutate({ id, cause, former, issuedOn, issuedBy });
  };
  const all = [replace, renew, voided, returned];
  return {
    run,
    pending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
  };
};
