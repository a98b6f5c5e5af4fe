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
import { SubjectPicker } from './SubjectPicker.tsx';
import { useMakeDocuments } from './use-make-documents.ts';
import { usePrintChoice } from './use-print-choice.ts';

/** Papers out of what is kept: choose, look, print; nothing is typed twice. */
export const PrintScreen = () => {
  const { kind, subjectIds, change } = usePrintChoice();
  const { data: seal } = useQuery(useApi().office.sealPicture.queryOptions());
  const [sealWanted, setSealWanted] = useState(false);
  const hasSeal = seal !== undefined && seal.dataUrl !== null;
  const withSeal = hasSeal && sealWanted;
  const making = useMakeDocuments();
  const make = (format: DocumentFormat): void => making.make({ kind, subjectIds, withSeal, format });
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
                label="盖章图片（非电子签章，仅供打印）"
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
