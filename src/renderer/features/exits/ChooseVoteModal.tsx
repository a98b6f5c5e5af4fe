import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { recordId } from '../../../shared/domain/ids.ts';
import { paths } from '../../app/paths.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { useSavePack, type ExitPackFormProps } from './use-save-pack.ts';

/** Cites the members' vote; it is recorded with the other votes of the organization. */
export const ChooseVoteModal = (props: ExitPackFormProps) => {
  const { filing, state, onClose } = props;
  const [chosen, setChosen] = useState<string>(state.pack.voteRecordId ?? state.votes[0]?.id ?? '');
  const { save, saving, error } = useSavePack(props);
  return (
    <Modal opened onClose={onClose} title="全体成员会议表决" size={620}>
      <ImeSafeForm
        aria-label="全体成员会议表决"
        onSubmit={() => chosen !== '' && save({ voteRecordId: recordId.parse(chosen) })}
      >
        <Stack gap="sm">
          {state.votes.length === 0 ? (
            <Text size="sm">
              还没有“终止（注销）”的表决记录。请先到档案的“报告测评”页登记：应到、实到、同意、反对、弃权。
            </Text>
          ) : (
            <Radio.Group label="引用哪一次表决" value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                {state.votes.map((vote) => (
                  <Radio
                    key={vote.id}
                    value={vote.id}
                    label={`${vote.occurredOn} ${vote.title}`}
                    description={`应到 ${vote.expected}，实到 ${vote.present}，同意 ${vote.inFavour}，反对 ${vote.against}，弃权 ${vote.abstained}：${vote.passed ? '通过' : '按规则未通过'}`}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <ErrorNotice error={error} />
          <Group justify="space-between">
            <LinkButton variant="light" to={paths.dossier(filing.organizationId, 'reports')}>
              去登记表决
            </LinkButton>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                取消
              </Button>
              <Button type="submit" disabled={chosen === ''} loading={saving}>
                引用
              </Button>
            </Group>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
