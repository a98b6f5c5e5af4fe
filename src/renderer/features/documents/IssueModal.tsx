import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { issueRequest, type IssueRequest } from '../../../shared/domain/issued-paper.ts';
import { useClerkName } from '../../components/clerk-name.ts';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface IssueModalProps {
  readonly count: number;
  readonly onIssue: (request: IssueRequest) => void;
  readonly onClose: () => void;
}

/** Asks how many copies of each paper count, and why again where they were issued before. */
export const IssueModal = ({ count, onIssue, onClose }: IssueModalProps) => {
  const [by, setBy] = useClerkName();
  const [copies, setCopies] = useState<number | string>(1);
  const [reason, setReason] = useState('');
  const request = issueRequest.safeParse({
    copies,
    by,
    reason: reason.trim() === '' ? null : reason,
  }).data;
  return (
    <Modal opened onClose={onClose} title="正式打印" size={480}>
      <ImeSafeForm aria-label="正式打印" onSubmit={() => request !== undefined && onIssue(request)}>
        <Stack>
          <Text size="sm">
            {count} 种文书，每一份印上“第几份 共几份”，记入已发文书登记，PDF
            存进档案库。还没有办理决定的是草稿，不能正式打印。
          </Text>
          <Group grow align="flex-start">
            <NumberInput
              label="每种打印份数"
              withAsterisk
              data-autofocus
              min={1}
              max={20}
              allowDecimal={false}
              value={copies}
              onChange={setCopies}
            />
            <TextInput
              label="打印人"
              withAsterisk
              maxLength={30}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
          </Group>
          <TextInput
            label="重打理由"
            description="以前正式打印过的，必须写明为什么重打。"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不打印
            </Button>
            <Button type="submit" disabled={request === undefined}>
              登记并打印
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
