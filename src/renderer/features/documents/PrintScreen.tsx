import { Button, Switch } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeDocx } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentSubject, isKindOn, type DocumentFormat } from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { KindPicker } from './KindPicker.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { OrganizationPicker } from './OrganizationPicker.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { choiceOfKind } from './print-choice.ts';
import classes from './PrintScreen.module.css';
import { SealRequestModal } from '../seals/SealRequestModal.tsx';
import { SubjectPicker } from './SubjectPicker.tsx';
import { useMakeDocuments } from './use-make-documents.ts';
import { usePrintChoice } from './use-print-choice.ts';

/** Papers out of what is kept: choose, look, print; nothing is typed twice. */
export const PrintScreen = () => {
  const { kind, subjectIds, change } = usePrintChoice();
  const { data: seal } = useQuery(useApi().seals.state.queryOptions());
  const [sealWanted, setSealWanted] = useState(false);
  const hasSeal = seal !== undefined && seal.picture !== null && seal.permission?.allowed === true;
  const withSeal = hasSeal && sealWanted;
  const [asking, setAsking] = useState<DocumentFormat | null>(null);
  const making = useMakeDocuments();
  const make = (format: DocumentFormat): void => {
    if (withSeal) setAsking(format);
    else making.make({ kind, subjectIds, seal: null, format });
  };
  const busy = making.run.state.phase === 'running';
  const count = subjectIds.length;
  return (
    <div className={classes['screen']}>
      <PageHeader
        title="打印"
        actions={
          <>
            {hasSeal ? (
              <Switch
                label="套印印章图片（非电子印章）"
                checked={sealWanted}
                onChange={(event) => setSealWanted(event.currentTarget.checked)}
              />
            ) : null}
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
      {asking === null ? null : (
        <SealRequestModal
          count={count}
          onClose={() => setAsking(null)}
          onRequest={(request) => {
            setAsking(null);
            making.make({ kind, subjectIds, seal: request, format: asking });
          }}
        />
      )}
      <MakeDialog making={making} onWordInstead={() => make('docx')} />
      <div className={classes['columns']}>
        <div className={classes['choice']}>
          <KindPicker kind={kind} onChange={(next) => change(choiceOfKind({ kind, subjectIds }, next))} />
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
        <PreviewPane kind={kind} subjectIds={subjectIds} withSeal={withSeal} />
      </div>
    </div>
  );
};
