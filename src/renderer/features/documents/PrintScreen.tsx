import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeDocx } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentKind, type DocumentFormat, type DocumentKind } from '../../../shared/domain/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { OrganizationPicker } from './OrganizationPicker.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import classes from './PrintScreen.module.css';
import { useMakeDocuments } from './use-make-documents.ts';
import { usePrintChoice } from './use-print-choice.ts';

/** Short names: the whole ones stand on the papers. */
const kindNames: Readonly<Record<DocumentKind, string>> = {
  certificate: '备案证书',
  'filing-form': '备案表',
  charter: '章程',
};
const kindOptions = (['certificate', 'filing-form', 'charter'] as const).map((value) => ({
  value,
  label: kindNames[value],
}));

/** Papers out of what is kept: choose, look, print; nothing is typed twice. */
export const PrintScreen = () => {
  const { kind, organizationIds, change } = usePrintChoice();
  const { data: seal } = useQuery(useApi().office.sealPicture.queryOptions());
  const [sealWanted, setSealWanted] = useState(false);
  const hasSeal = seal !== undefined && seal.dataUrl !== null;
  const withSeal = hasSeal && sealWanted;
  const making = useMakeDocuments();
  const make = (format: DocumentFormat): void => making.make({ kind, organizationIds, withSeal, format });
  const busy = making.run.state.phase === 'running';
  const count = organizationIds.length;
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
          <SegmentedControl
            fullWidth
            aria-label="文书"
            data={kindOptions}
            value={kind}
            onChange={(value) => change({ kind: documentKind.parse(value) })}
          />
          <OrganizationPicker
            selected={organizationIds}
            onChange={(ids) => change({ organizationIds: ids })}
          />
        </div>
        <PreviewPane kind={kind} organizationIds={organizationIds} withSeal={withSeal} />
      </div>
    </div>
  );
};
