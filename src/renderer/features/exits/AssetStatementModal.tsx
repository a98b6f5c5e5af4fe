import { Button, Group, Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';
import { OptionalText } from '../records/OptionalText.tsx';
import { useSavePack, type ExitPackFormProps } from './use-save-pack.ts';

const questions = [
  ['assets', '资产情况', '现金、设备、物资；没有就写“无”'],
  ['disposal', '资产去向', '如 移交社区居委会用于公益活动'],
  ['unfinished', '未了事项及安排', '未付款项、未办完的活动；没有就写“无”'],
] as const;

/** 资产及未了事项说明: what the organization had, where it went, what was still open. */
export const AssetStatementModal = (props: ExitPackFormProps) => {
  const { state, onClose } = props;
  const { save, saving, error } = useSavePack(props);
  const [statement, setStatement] = useState(
    state.pack.statement ?? {
      assets: '',
      disposal: '',
      unfinished: '',
      successor: null,
      signedBy: '',
      signedOn: todayHere(),
    },
  );
  const [signedOn, setSignedOn] = useState<string | null>(statement.signedOn);
  const ready =
    signedOn !== null &&
    [statement.assets, statement.disposal, statement.unfinished, statement.signedBy].every(
      (text) => text.trim() !== '',
    );
  return (
    <Modal opened onClose={onClose} title="资产及未了事项说明" size={620}>
      <ImeSafeForm
        aria-label="资产及未了事项说明"
        onSubmit={() => ready && save({ statement: { ...statement, signedOn } })}
      >
        <Stack gap="sm">
          {questions.map(([field, label, placeholder]) => (
            <Textarea
              key={field}
              label={label}
              placeholder={placeholder}
              withAsterisk
              autosize
              minRows={2}
              maxLength={1000}
              data-autofocus={field === 'assets' || undefined}
              value={statement[field]}
              onChange={(event) => setStatement({ ...statement, [field]: event.currentTarget.value })}
            />
          ))}
          <SimpleGrid cols={3}>
            <OptionalText
              label="未了事项由谁负责"
              maxLength={60}
              value={statement.successor}
              onChange={(successor) => setStatement({ ...statement, successor })}
            />
            <TextInput
              label="签字人"
              withAsterisk
              maxLength={60}
              value={statement.signedBy}
              onChange={(event) => setStatement({ ...statement, signedBy: event.currentTarget.value })}
            />
            <DateField label="签字日期" withAsterisk value={signedOn} onChange={setSignedOn} />
          </SimpleGrid>
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
