import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { copyDocument, copyHolder, type Filing, type HeldCopy } from '../../../shared/domain/filing.ts';
import { copyDocumentLabels, copyHolderLabels } from '../../../shared/labels/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { textOrNull } from '../organizations/facts/facts-form.ts';
import { copiesReceived } from './held-copies.ts';
import { todayHere } from './today-here.ts';

interface ReceiptModalProps {
  readonly filing: Filing;
  readonly copy: HeldCopy;
  readonly onClose: () => void;
}

const ReceiptModal = ({ filing, copy, onClose }: ReceiptModalProps) => {
  const [receivedOn, setReceivedOn] = useState(copy.receivedOn ?? todayHere());
  const [signer, setSigner] = useState(copy.signer ?? '');
  const record = useMutation(useApi().filings.recordCopy.mutationOptions({ onSuccess: onClose }));
  const { document, holder } = copy;
  const save = (on: string | null): void =>
    record.mutate({ id: filing.id, document, holder, receivedOn: on, signer: textOrNull(signer) });
  return (
    <Modal opened onClose={onClose} title={`${copyHolderLabels[holder]}签收${copyDocumentLabels[document]}`}>
      <ImeSafeForm aria-label="签收" onSubmit={() => receivedOn !== '' && save(receivedOn)}>
        <Stack>
          <TextInput
            label="签收人"
            data-autofocus
            maxLength={30}
            value={signer}
            onChange={(event) => setSigner(event.currentTarget.value)}
          />
          <DateField
            label="签收日期"
            withAsterisk
            value={receivedOn === '' ? null : receivedOn}
            onChange={(on) => setReceivedOn(on ?? '')}
          />
          <ErrorNotice error={record.error} />
          <Group justify="space-between">
            {copy.receivedOn === null ? (
              <span />
            ) : (
              <Button variant="subtle" color="red.8" onClick={() => save(null)}>
                没有签收，撤销登记
              </Button>
            )}
            <Button type="submit" disabled={receivedOn === ''} loading={record.isPending}>
              登记签收
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};

const receiptWords = ({ receivedOn, signer }: HeldCopy): string => {
  if (receivedOn === null) return '登记签收';
  return signer === null ? receivedOn : `${receivedOn}　${signer}`;
};

/** Who holds a stamped copy of charter and filing form: street, committee, organization (policy Art. 2(3)). */
export const CopiesCard = ({ filing }: { readonly filing: Filing }) => {
  const [query, setQuery] = useSearchParams();
  const [open, setOpen] = useState<HeldCopy | null>(() =>
    query.get('copy') === 'next'
      ? (filing.copies.find(({ receivedOn }) => receivedOn === null) ?? null)
      : null,
  );
  const close = (): void => {
    setOpen(null);
    // The address asked for the receipt once; going back to it must not open it again.
    if (query.has('copy')) setQuery({ stage: 'copies' }, { replace: true });
  };
  return (
    <Card
      title="三方留存"
      aside={
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {copiesReceived(filing.copies)}
          </Text>
          <LinkButton to={paths.print('copies-receipt', [filing.id])} size="compact-sm" variant="light">
            打印签收单
          </LinkButton>
          <BasisHint basis="第二条（三）" />
        </Group>
      }
    >
      <Table aria-label="三方留存" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>留存单位</Table.Th>
            {copyDocument.options.map((document) => (
              <Table.Th key={document}>{copyDocumentLabels[document]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {copyHolder.options.map((holder) => (
            <Table.Tr key={holder}>
              <Table.Td>{copyHolderLabels[holder]}</Table.Td>
              {filing.copies
                .filter((copy) => copy.holder === holder)
                .map((copy) => (
                  <Table.Td key={copy.document}>
                    <Button
                      size="compact-sm"
                      fw={400}
                      variant={copy.receivedOn === null ? 'light' : 'subtle'}
                      color={copy.receivedOn === null ? 'teal' : 'gray.8'}
                      onClick={() => setOpen(copy)}
                    >
                      {receiptWords(copy)}
                    </Button>
                  </Table.Td>
                ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open === null ? null : <ReceiptModal filing={filing} copy={open} onClose={close} />}
    </Card>
  );
};
