import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExitPack } from '../../../shared/domain/exit-pack.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { committeeWords } from '../filings/committee-words.ts';
import { todayHere } from '../filings/today-here.ts';
import { CertificateEndFields, certificateEndOf, typedEnd } from './CertificateEndFields.tsx';
import { useSavePack, type ExitPackFormProps } from './use-save-pack.ts';

interface HandoverModalProps extends ExitPackFormProps {
  readonly part: 'charter' | 'application' | 'certificate';
}

const titles: Readonly<Record<HandoverModalProps['part'], string>> = {
  charter: '章程的交接',
  application: '注销申请书的交接',
  certificate: '备案证书的收缴',
};

/** One of the three papers: handed over when, and to whom. */
export const HandoverModal = (props: HandoverModalProps) => {
  const { part, filing, state, onClose } = props;
  const { save, saving, error } = useSavePack(props);
  const before = part === 'certificate' ? null : state.pack[part];
  const [on, setOn] = useState<string | null>(before?.on ?? todayHere());
  const [typedHolder, setHolder] = useState(before?.holder ?? null);
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const community = office?.communities.find(({ id }) => id === filing.facts.communityId);
  const holder = typedHolder ?? (community === undefined ? '' : committeeWords(community));
  const [end, setEnd] = useState(typedEnd(state.pack.certificate));
  const certificate = certificateEndOf(end);
  const handed = on === null || holder.trim() === '' ? null : { on, holder: holder.trim() };
  const ready = part === 'certificate' ? certificate !== 'incomplete' : handed !== null;
  const value = (): Partial<ExitPack> => {
    if (part !== 'certificate') return { [part]: handed };
    return certificate === 'incomplete' ? {} : { certificate };
  };
  return (
    <Modal opened onClose={onClose} title={titles[part]} size={520}>
      <ImeSafeForm aria-label={titles[part]} onSubmit={() => ready && save(value())}>
        <Stack gap="sm">
          {part === 'certificate' ? (
            <CertificateEndFields value={end} onChange={setEnd} allowVoid={false} />
          ) : (
            <SimpleGrid cols={2}>
              <TextInput
                label="交给谁"
                withAsterisk
                data-autofocus
                maxLength={60}
                value={holder}
                onChange={(event) => setHolder(event.currentTarget.value)}
              />
              <DateField label="交接日期" withAsterisk value={on} onChange={setOn} />
            </SimpleGrid>
          )}
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!ready} loading={saving}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
