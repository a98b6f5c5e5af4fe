import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { replacementCause, type CertificateRow } from '../../../shared/domain/filing.ts';
import { replacementCauseLabels } from '../../../shared/labels/certificate.ts';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';
import { FormerPaper, formerPaperOf, type FormerOutcome } from './FormerPaper.tsx';
import {
  useCertificateAction,
  type CertificateAction,
  type CertificateActionDraft,
} from './use-certificate-action.ts';

const causes = replacementCause.options.map((value) => ({ value, label: replacementCauseLabels[value] }));

const outcomesOf = (
  action: CertificateAction,
  { cause }: CertificateActionDraft,
): readonly FormerOutcome[] => {
  if (action === 'replace') return cause === 'lost' ? ['lost'] : ['collected'];
  return action === 'void' ? ['collected', 'lost', 'outstanding'] : ['collected', 'lost'];
};

interface CertificateModalProps {
  readonly certificate: Pick<CertificateRow, 'id' | 'filingNumber' | 'issuedOn' | 'issuedBy'>;
  readonly action: CertificateAction;
  readonly title: string;
  readonly onClose: () => void;
}

/** One action on a certificate, with what became of the old paper. */
export const CertificateModal = ({ certificate, action, title, onClose }: CertificateModalProps) => {
  const [draft, setDraft] = useState<CertificateActionDraft>({
    cause: 'lost',
    reason: '',
    issuedOn: todayHere(),
    issuedBy: certificate.issuedBy,
    former: { outcome: null, by: '', place: '', on: todayHere() },
  });
  const change = (part: Partial<CertificateActionDraft>): void => setDraft({ ...draft, ...part });
  const outcomes = outcomesOf(action, draft);
  const [only] = outcomes;
  const former = { ...draft.former, outcome: outcomes.length === 1 && only ? only : draft.former.outcome };
  const { run, pending, error } = useCertificateAction(certificate.id, action, onClose);
  const issues = action === 'replace' || action === 'renew';
  const settled = formerPaperOf(former) !== null || (action === 'void' && former.outcome === 'outstanding');
  const ready =
    settled &&
    (!issues || (draft.issuedOn !== null && draft.issuedBy.trim() !== '')) &&
    (action !== 'void' || draft.reason.trim() !== '');
  return (
    <Modal opened onClose={onClose} title={`${title}：${certificate.filingNumber}`} size={600}>
      <ImeSafeForm aria-label={title} onSubmit={() => ready && !pending && run({ ...draft, former })}>
        <Stack>
          {action === 'replace' ? (
            <Select
              label="原因"
              withAsterisk
              allowDeselect={false}
              data={causes}
              value={draft.cause}
              onChange={(cause) => cause !== null && change({ cause })}
            />
          ) : null}
          {action === 'void' ? (
            <TextInput
              label="作废原因"
              withAsterisk
              data-autofocus
              maxLength={300}
              value={draft.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          ) : null}
          <FormerPaper
            label={`原证书（${certificate.issuedOn} 发）的去向`}
            outcomes={outcomes}
            value={former}
            onChange={(value) => change({ former: value })}
          />
          {issues ? (
            <SimpleGrid cols={2} spacing="md">
              <TextInput
                label="发证人或单位"
                withAsterisk
                maxLength={60}
                value={draft.issuedBy}
                onChange={(event) => change({ issuedBy: event.currentTarget.value })}
              />
              <DateField
                label="新证书发证日期"
                withAsterisk
                value={draft.issuedOn}
                onChange={(issuedOn) => change({ issuedOn })}
              />
            </SimpleGrid>
          ) : null}
          {issues ? (
            <Text size="sm" c="dimmed">
              备案号和内容与原证书相同，打印时注明{action === 'replace' ? '补发' : '延续'}。
            </Text>
          ) : null}
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不办了
            </Button>
            <Button type="submit" disabled={!ready} loading={pending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
