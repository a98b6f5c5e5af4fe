import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  communityInput,
  settlementKind,
  type Community,
  type CommunityInput,
} from '../../../shared/domain/office.ts';
import { settlementLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface CommunityModalProps {
  /** null adds a new one. */
  readonly community: Community | null;
  readonly onClose: () => void;
}

const emptyCommunity: CommunityInput = {
  code: '',
  name: '',
  settlement: 'urban',
  settlementClass: null,
  partyOrganization: null,
  validFrom: null,
  validTo: null,
};

const settlements = settlementKind.options.map((value) => ({ value, label: settlementLabels[value] }));
const orNull = (text: string): string | null => (text === '' ? null : text);

export const CommunityModal = ({ community, onClose }: CommunityModalProps) => {
  const [draft, setDraft] = useState<CommunityInput>(community ?? emptyCommunity);
  const save = useMutation(useApi().office.saveCommunity.mutationOptions({ onSuccess: onClose }));
  const parsed = communityInput.safeParse(draft);
  const change = (part: Partial<CommunityInput>): void => setDraft({ ...draft, ...part });
  const codeWrong = draft.code !== '' && !communityInput.shape.code.safeParse(draft.code).success;
  const classWrong = !communityInput.shape.settlementClass.safeParse(draft.settlementClass).success;
  return (
    <Modal opened onClose={onClose} title={community === null ? '添加社区' : community.name} size={620}>
      <ImeSafeForm
        aria-label="社区"
        onSubmit={() => parsed.success && save.mutate({ ...parsed.data, id: community?.id ?? null })}
      >
        <Stack>
          <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
            <TextInput
              label="名称"
              withAsterisk
              data-autofocus
              maxLength={60}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label="区划代码"
              withAsterisk
              placeholder="12 位数字"
              maxLength={12}
              value={draft.code}
              error={codeWrong ? '应为 12 位数字' : undefined}
              onChange={(event) => change({ code: event.currentTarget.value.normalize('NFKC').trim() })}
            />
            <Select
              label="城乡"
              allowDeselect={false}
              data={settlements}
              value={draft.settlement}
              onChange={(settlement) => settlement !== null && change({ settlement })}
            />
            <TextInput
              label="城乡分类代码"
              placeholder="如 111，不知道可空着"
              maxLength={3}
              value={draft.settlementClass ?? ''}
              error={classWrong ? '应为 111、112、121、122、123、210 或 220' : undefined}
              onChange={(event) =>
                change({ settlementClass: orNull(event.currentTarget.value.normalize('NFKC')) })
              }
            />
            <TextInput
              label="社区党组织"
              placeholder="通常作为兜底党组织"
              maxLength={60}
              value={draft.partyOrganization ?? ''}
              onChange={(event) => change({ partyOrganization: orNull(event.currentTarget.value) })}
            />
            <DateField
              label="撤并日期"
              description={null}
              placeholder="仍在用就空着"
              value={draft.validTo}
              onChange={(validTo) => change({ validTo })}
            />
          </SimpleGrid>
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!parsed.success} loading={save.isPending}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
