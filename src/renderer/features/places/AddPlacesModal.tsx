import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  canStandIn,
  placeKind,
  type PlaceKind,
  type PlaceRow,
} from '../../../shared/domain/storage-place.ts';
import { placeKindLabels } from '../../../shared/labels/storage-place.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { namesFrom } from './names-from.ts';

const mostNames = 500;

/** Adds places, many at once: one name a line, or a run of numbers. */
export const AddPlacesModal = ({
  within,
  onClose,
}: {
  readonly within: PlaceRow | null;
  readonly onClose: () => void;
}) => {
  const kinds = placeKind.options.filter((each) => canStandIn(each, within?.kind ?? null));
  const [kind, setKind] = useState<PlaceKind>(kinds[0] ?? 'box');
  const [text, setText] = useState('');
  const add = useMutation(useApi().places.add.mutationOptions({ onSuccess: onClose }));
  const names = namesFrom(text);
  const ready = names.length > 0 && names.length <= mostNames;
  return (
    <Modal
      opened
      onClose={onClose}
      title={within === null ? '添加存放位置' : `在“${within.name}”里添加`}
      size={520}
    >
      <ImeSafeForm
        aria-label="添加存放位置"
        onSubmit={() => ready && add.mutate({ parentId: within?.id ?? null, kind, names: [...names] })}
      >
        <Stack gap="sm">
          <SegmentedControl
            aria-label="种类"
            data={kinds.map((each) => ({ value: each, label: placeKindLabels[each] }))}
            value={kind}
            onChange={(value) => setKind(placeKind.parse(value))}
          />
          <Textarea
            label="名称，每行一个"
            description="连号可以写成“1-20 号盒”"
            withAsterisk
            autosize
            minRows={3}
            maxRows={8}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {names.length === 0
              ? '还没有填名称'
              : names.length > mostNames
                ? `一次最多添加 ${mostNames} 个，现在有 ${names.length} 个`
                : `将添加 ${names.length} 个${placeKindLabels[kind]}：${names.slice(0, 3).join('、')}${names.length > 3 ? '……' : ''}`}
          </Text>
          <ErrorNotice error={add.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不加了
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!ready}>
              添加
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
