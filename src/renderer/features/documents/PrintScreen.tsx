import { Button, Select, Switch } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentSubject, isKindOn, type DocumentFormat } from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { paperMark, type IssueRequest, type PaperMark } from '../../../shared/domain/issued-paper.ts';
import type { LabelChoice } from '../../../shared/domain/label-sheet.ts';
import { isLabelKind } from '../../../shared/domain/printing.ts';
import type { SealRequest } from '../../../shared/domain/seal.ts';
import { paperMarkLabels } from '../../../shared/labels/document.ts';
import { IssueModal } from './IssueModal.tsx';
import { KindPicker } from './KindPicker.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { OrganizationPicker } from './OrganizationPicker.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { choiceOfKind } from './print-choice.ts';
import classes from './PrintScreen.module.css';
import { SealRequestModal } from '../seals/SealRequestModal.tsx';
import { AddToQueueButton } from '../printing/AddToQueueButton.tsx';
import { LabelChoiceFields } from '../printing/LabelChoiceFields.tsx';
import { QueueLink } from '../printing/QueueLink.tsx';
import { SubjectPicker } from './SubjectPicker.tsx';
import { useMakeDocuments } from './use-make-documents.ts';
import { usePrintChoice } from './use-print-choice.ts';

const marks = paperMark.options.map((value) => ({ value, label: paperMarkLabels[value] }));

/** Papers out of what is kept: choose, look, print; nothing is typed twice. */
export const PrintScreen = () => {
  const { kind, subjectIds, change } = usePrintChoice();
  const { data: seal } = useQuery(useApi().seals.state.queryOptions());
  const [sealWanted, setSealWanted] = useState(false);
  const hasSeal = seal !== undefined && seal.picture !== null && seal.permission?.allowed === true;
  const withSeal = hasSeal && sealWanted;
  const [mark, setMark] = useState<PaperMark | null>(null);
  const [chosenLabels, setChosenLabels] = useState<LabelChoice | null>(null);
  const labels = isLabelKind(kind) ? chosenLabels : null;
  const [asking, setAsking] = useState<DocumentFormat | null>(null);
  const [issuing, setIssuing] = useState(false);
  const [issue, setIssue] = useState<IssueRequest | null>(null);
  const making = useMakeDocuments();
  const start = (format: DocumentFormat, wanted: IssueRequest | null, seal: SealRequest | null): void =>
    making.make({
      kind,
      subjectIds,
      seal,
      mark: wanted === null ? mark : null,
      issue: wanted,
      format,
      labels,
    });
  const make = (format: DocumentFormat, wanted: IssueRequest | null = null): void => {
    setIssue(wanted);
    if (withSeal) setAsking(format);
    else start(format, wanted, null);
  };
  const busy = making.run.state.phase === 'running';
  const count = subjectIds.length;
  return (
    <div className={classes['screen']}>
      <PageHeader
        title="打印"
        marks={<QueueLink />}
        actions={
          <>
            <Select
              w={120}
              aria-label="纸上的标记"
              placeholder="不加标记"
              clearable
              data={marks}
              value={mark}
              onChange={setMark}
            />
            <AddToQueueButton kind={kind} subjectIds={subjectIds} mark={mark} labels={labels} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
              disabled={count === 0 || busy}
              onClick={() => setIssuing(true)}
            >
              正式打印
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypeDocx size={18} stroke={1.6} />}
              disabled={count === 0 || busy}
              onClick={() => make('docx')}
            >
              存为 Word
            </Button>
            <Button
              leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
              disabled={count === 0 || busy}
              onClick={() => make('pdf')}
            >
              存为 PDF
            </Button>
          </>
        }
      />
      {issuing ? (
        <IssueModal
          count={count}
          onClose={() => setIssuing(false)}
          onIssue={(request) => {
            setIssuing(false);
            make('pdf', request);
          }}
        />
      ) : null}
      {asking === null ? null : (
        <SealRequestModal
          count={count}
          onClose={() => setAsking(null)}
          onRequest={(request) => {
            setAsking(null);
            start(asking, issue, request);
          }}
        />
      )}
      <MakeDialog making={making} onWordInstead={() => make('docx')} />
      <div className={classes['columns']}>
        <div className={classes['choice']}>
          <KindPicker kind={kind} onChange={(next) => change(choiceOfKind({ kind, subjectIds }, next))} />
          {hasSeal ? (
            <Switch
              label="套印印章图片（非电子印章）"
              checked={sealWanted}
              onChange={(event) => setSealWanted(event.currentTarget.checked)}
            />
          ) : null}
          {isLabelKind(kind) ? <LabelChoiceFields labels={labels} onChange={setChosenLabels} /> : null}
          {isKindOn(kind, 'organization') ? (
            <OrganizationPicker
              selected={subjectIds as readonly OrganizationId[]}
              onChange={(ids) => change({ subjectIds: ids })}
            />
          ) : (
            <SubjectPicker
              key={documentSubject[kind]}
              kind={kind}
              selected={subjectIds}
              onChange={(ids) => change({ subjectIds: ids })}
            />
          )}
        </div>
        <PreviewPane kind={kind} subjectIds={subjectIds} withSeal={withSeal} labels={labels} />
      </div>
    </div>
  );
};
