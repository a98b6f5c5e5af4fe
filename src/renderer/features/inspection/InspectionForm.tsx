import { Button, Checkbox, Group, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dossierPart } from '../../../shared/domain/dossier.ts';
import type { InspectionRequest } from '../../../shared/domain/inspection.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { dossierPartLabels } from '../../../shared/labels/dossier.ts';
import { inspectionMadeLabels } from '../../../shared/labels/inspection.ts';
import { useClerkName } from '../../components/clerk-name.ts';
import { DateField } from '../../components/DateField.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface InspectionFormProps {
  readonly organizationId: OrganizationId;
  readonly onSubmit: (request: InspectionRequest) => void;
  readonly onClose: () => void;
}

type Choice = Omit<InspectionRequest, 'organizationId' | 'actor' | 'parts'> & {
  readonly parts: InspectionRequest['parts'] & readonly unknown[];
};

const usual: Choice = {
  version: 'full',
  purpose: '',
  from: null,
  to: null,
  parts: [...dossierPart.options],
  made: 'unscanned',
  stamped: false,
};

const madeOptions = (['unscanned', 'all', 'none'] as const).map((value) => ({
  value,
  label: inspectionMadeLabels[value],
}));

/** What goes into an inspection dossier, who makes it and what for. */
export const InspectionForm = ({ organizationId, onSubmit, onClose }: InspectionFormProps) => {
  const [actor, setActor] = useClerkName();
  const [choice, setChoice] = useState(usual);
  const change = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });
  const { version, purpose, from, to, parts, made, stamped } = choice;
  const ordered = from === null || to === null || from <= to;
  const ready =
    actor.trim() !== '' && ordered && parts.length > 0 && (version === 'public' || purpose.trim() !== '');
  const submit = (): void => {
    // All five means everything: what the office keeps besides them too.
    const all = parts.length === dossierPart.options.length;
    if (ready)
      onSubmit({ ...choice, organizationId, actor, purpose: purpose.trim(), parts: all ? null : parts });
  };
  return (
    <ImeSafeForm aria-label="生成检查卷" onSubmit={submit}>
      <Stack gap="sm">
        <Radio.Group
          label="版本"
          value={version}
          onChange={(value) => change({ version: value === 'public' ? 'public' : 'full' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="full" label="完整版：含全部材料和个人信息，谁、为什么生成会记入号码查看记录" />
            <Radio value="public" label="公开版：只放可以公开的文书，扫描件以占位页代替" />
          </Stack>
        </Radio.Group>
        <SimpleGrid cols={2}>
          <TextInput
            label="编制人"
            withAsterisk
            data-autofocus={actor === '' ? true : undefined}
            maxLength={30}
            value={actor}
            onChange={(event) => setActor(event.currentTarget.value)}
          />
          <TextInput
            label="用途"
            withAsterisk={version === 'full'}
            data-autofocus={actor === '' ? undefined : true}
            placeholder="如 区民政局年度检查"
            maxLength={200}
            value={purpose}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
          />
          <DateField label="材料日期从" value={from} onChange={(value) => change({ from: value })} />
          <DateField
            label="到"
            value={to}
            onChange={(value) => change({ to: value })}
            error={ordered ? undefined : '结束日期早于开始日期'}
          />
        </SimpleGrid>
        <Checkbox.Group
          label="放入哪些部分"
          value={[...parts]}
          onChange={(chosen) =>
            change({ parts: dossierPart.options.filter((part) => chosen.includes(part)) })
          }
          error={parts.length === 0 ? '至少选一项' : undefined}
        >
          <Group mt={4} gap="sm">
            {dossierPart.options.map((part) => (
              <Checkbox key={part} value={part} label={dossierPartLabels[part]} />
            ))}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={2}>
          <Select
            label="系统里能打印的文书"
            data={madeOptions}
            allowDeselect={false}
            value={made}
            onChange={(value) => change({ made: value ?? 'unscanned' })}
          />
          <Checkbox
            label="在已归档的首页盖归档章"
            description="原件不变"
            mt={28}
            checked={stamped}
            onChange={(event) => change({ stamped: event.currentTarget.checked })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            不做了
          </Button>
          <Button type="submit" disabled={!ready}>
            生成检查卷
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
