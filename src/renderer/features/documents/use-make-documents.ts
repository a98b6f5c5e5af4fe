import { useMutation } from '@tanstack/react-query';
import type { DocumentFormat, DocumentKind } from '../../../shared/domain/document.ts';
import type { IssueRequest, PaperMark } from '../../../shared/domain/issued-paper.ts';
import type { LabelChoice } from '../../../shared/domain/label-sheet.ts';
import type { SealRequest } from '../../../shared/domain/seal.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { useProgressRun, type ProgressRun } from '../../components/use-progress-run.ts';

export interface MakeInput {
  readonly kind: DocumentKind;
  readonly subjectIds: readonly string[];
  readonly seal: SealRequest | null;
  readonly mark: PaperMark | null;
  readonly issue: IssueRequest | null;
  readonly format: DocumentFormat;
  readonly labels?: LabelChoice | null;
}

/** What a batch came to, as the contract says it. */
export interface MadeBatch {
  readonly fileId: string;
  readonly fileName: string;
  readonly count: number;
  readonly skipped: readonly {
    readonly subjectId: string;
    readonly organizationId: OrganizationId | null;
    readonly name: string;
    readonly missing: readonly string[];
  }[];
}

export interface MakeDocuments {
  readonly run: ProgressRun<MadeBatch>;
  /** What went wrong when the finished file was fetched. */
  readonly saveError: unknown;
  readonly make: (input: MakeInput) => void;
  /** Ends what still runs and puts the outcome away. */
  readonly close: () => void;
}

/** Makes a batch and saves its file as soon as it is there. */
export const useMakeDocuments = (): MakeDocuments => {
  const { documents } = useApi();
  const take = useMutation(documents.takeFile.mutationOptions({ onSuccess: saveFile }));
  const run = useProgressRun<MadeBatch>({
    onResult: ({ fileId }) => {
      // Empty where every document lacks something: there is nothing to save.
      if (fileId !== '') take.mutate({ fileId });
    },
  });
  return {
    run,
    saveError: take.error,
    close: () => {
      run.cancel();
      run.reset();
    },
    make: ({ subjectIds, ...input }) => {
      take.reset();
      void run.start((signal) => documents.make.call({ ...input, subjectIds: [...subjectIds] }, { signal }));
    },
  };
};
