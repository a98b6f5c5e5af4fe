import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { RecordSection } from '../reports/RecordSection.tsx';
import { DisclosureModal } from './DisclosureModal.tsx';
import { DisclosurePlanList } from './DisclosurePlanList.tsx';
import { DisclosureRow } from './DisclosureRow.tsx';
import { ObjectionsModal } from './ObjectionsModal.tsx';
import { PublishModal } from './PublishModal.tsx';
import { useAskedDisclosure, type OpenDisclosure } from './use-asked-disclosure.ts';

/** Part four of the dossier: what was disclosed, by plan; searched for personal data before it is published (档案（四）). */
export const DisclosuresTab = ({ dossier }: { readonly dossier: Dossier }) => {
  const { id: organizationId } = dossier.organization;
  const { records, disclosures: disclosuresApi } = useApi();
  const [chosen, setChosen] = useState<OpenDisclosure>(null);
  const asked = useAskedDisclosure();
  const { data: plan, error: planError } = useQuery(
    disclosuresApi.plan.queryOptions({ input: { id: organizationId } }),
  );
  const { data, error, refetch } = useQuery(
    records.list.queryOptions({ input: { organizationId, part: 'disclosures' } }),
  );
  if (data === undefined || plan === undefined) {
    const failure = error ?? planError;
    return failure === null ? (
      <ScreenLoading />
    ) : (
      <ErrorNotice error={failure} onRetry={() => void refetch()} />
    );
  }
  const rows = data.filter((record) => isRecordOf(record, 'disclosure'));
  const open = chosen ?? asked.open(plan, rows);
  const shown = open !== null && open.form !== 'new' ? rows.find(({ id }) => id === open.id) : undefined;
  const close = (): void => {
    setChosen(null);
    asked.settle();
  };
  return (
    <Stack gap="lg">
      <DisclosurePlanList
        plan={plan}
        onRecord={(planned) => setChosen({ form: 'new', planned })}
        onOpen={(id) => setChosen({ form: 'edit', id })}
      />
      <RecordSection
        title="公开登记"
        basis="第二条 档案（四）"
        add="登记公开"
        onAdd={() => setChosen({ form: 'new', planned: null })}
        hint="还没有公开记录。财务、活动、年度工作等公开了什么、贴在哪里、贴到哪天，记在这里；发布前会自动查个人信息。"
        heads={['起止', '标题', '方式、地点', '情况', '']}
        empty={rows.length === 0}
      >
        {rows.map((row) => (
          <DisclosureRow
            key={row.id}
            disclosure={row}
            onOpen={() => setChosen({ form: 'edit', id: row.id })}
            onPublish={() => setChosen({ form: 'publish', id: row.id })}
            onObjections={() => setChosen({ form: 'objections', id: row.id })}
          />
        ))}
      </RecordSection>
      {open?.form === 'new' ? (
        <DisclosureModal
          dossier={dossier}
          disclosure={null}
          planned={open.planned}
          plan={plan}
          onClose={close}
        />
      ) : null}
      {shown === undefined ? null : open?.form === 'edit' ? (
        <DisclosureModal dossier={dossier} disclosure={shown} planned={null} plan={plan} onClose={close} />
      ) : open?.form === 'publish' ? (
        <PublishModal disclosure={shown} onClose={close} />
      ) : (
        <ObjectionsModal disclosure={shown} onClose={close} />
      )}
    </Stack>
  );
};
