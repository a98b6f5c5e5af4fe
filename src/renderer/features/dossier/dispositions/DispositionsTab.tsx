import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRecordOf, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { RecordSection } from '../reports/RecordSection.tsx';
import { DispositionModal } from './DispositionModal.tsx';
import { DispositionLine } from './DispositionLine.tsx';
import { ExitSection } from './ExitSection.tsx';
import { RevokeModal } from './RevokeModal.tsx';
import { standingStatuses } from '../../../../shared/domain/organization.ts';
import { useAskedRecord } from '../use-asked-record.ts';
import { openFilingOf } from '../open-filing.ts';

type Open = RecordOf<'disposition'> | 'disposition' | 'commendation' | 'revoke' | null;

/** Part five of the dossier: what authorities decided, what has to be put right, and the end (档案（五）、第三条). */
export const DispositionsTab = ({ dossier }: { readonly dossier: Dossier }) => {
  const { id: organizationId, status } = dossier.organization;
  const [open, setOpen] = useState<Open>(null);
  const asked = useAskedRecord();
  const sealed = useDossierSealed();
  const { data, error, refetch } = useQuery(
    useApi().records.list.queryOptions({ input: { organizationId, part: 'dispositions' } }),
  );
  if (data === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const rows = data.filter((record) => isRecordOf(record, 'disposition'));
  const shown = open ?? rows.find(({ id }) => id === asked.id) ?? null;
  const close = (): void => {
    setOpen(null);
    asked.settle();
  };
  const revocable = standingStatuses.includes(status) && openFilingOf(dossier) === null && !sealed;
  return (
    <Stack gap="lg">
      <RecordSection
        title="处理结果"
        basis="第二条 档案（五）"
        add="登记处理"
        onAdd={() => setOpen('disposition')}
        hint="还没有处理结果。民政部门、街道、居（村）委会和其他部门的表扬、约谈、整改、警告等记在这里。"
        heads={['日期', '事项', '机关、文号', '送达', '整改']}
        empty={rows.length === 0}
      >
        {rows.map((row) => (
          <DispositionLine key={row.id} disposition={row} onOpen={() => setOpen(row)} />
        ))}
      </RecordSection>
      <Button.Group>
        <Button variant="default" disabled={sealed} onClick={() => setOpen('commendation')}>
          登记表扬信、纪念牌
        </Button>
        <Button variant="default" color="red" disabled={!revocable} onClick={() => setOpen('revoke')}>
          撤销备案
        </Button>
      </Button.Group>
      <ExitSection dossier={dossier} />
      {shown === null ? null : shown === 'revoke' ? (
        <RevokeModal dossier={dossier} onClose={close} />
      ) : (
        <DispositionModal
          organizationId={organizationId}
          disposition={typeof shown === 'string' ? null : shown}
          commending={shown === 'commendation'}
          onClose={close}
        />
      )}
    </Stack>
  );
};
