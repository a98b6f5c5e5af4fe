import {
  ActionIcon,
  Button,
  Checkbox,
  Chip,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { communityId } from '../../../../shared/domain/ids.ts';
import { traineeGroup } from '../../../../shared/domain/trainee.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { TopicField } from '../plan/TopicField.tsx';
import { groupOptions, meansOptions, weekdayOptions } from '../training-options.ts';
import { timeOptions, type PlaceLine, type PlannerForm } from './planner-request.ts';

interface FieldsProps {
  readonly form: PlannerForm;
  readonly onChange: (form: PlannerForm) => void;
}

const What = ({ form, onChange }: FieldsProps) => {
  const year = Number((form.from ?? '2000').slice(0, 4)) || 2000;
  const { data: courses } = useQuery(useApi().training.courses.queryOptions({ input: { year } }));
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label="场次名称"
          withAsterisk
          data-autofocus
          maxLength={80}
          value={form.title}
          onChange={(event) => onChange({ ...form, title: event.currentTarget.value })}
        />
        <TopicField value={form.topic} onChange={(topic) => onChange({ ...form, topic })} />
        <Select
          label="方式"
          withAsterisk
          data={meansOptions}
          value={form.means}
          onChange={(means) => onChange({ ...form, means })}
        />
        <Select
          label="属于哪门课程"
          placeholder="不属于课程"
          clearable
          data={(courses?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={form.courseId}
          onChange={(course) => onChange({ ...form, courseId: course })}
        />
      </Group>
      <MultiSelect
        label="为哪几类人排"
        placeholder={form.groups.length === 0 ? '六类人员都排' : ''}
        data={groupOptions}
        value={[...form.groups]}
        onChange={(groups) =>
          onChange({ ...form, groups: groups.flatMap((group) => traineeGroup.safeParse(group).data ?? []) })
        }
      />
    </>
  );
};

const When = ({ form, onChange }: FieldsProps) => (
  <>
    <Group grow align="flex-start">
      <DateField label="从" required value={form.from} onChange={(from) => onChange({ ...form, from })} />
      <DateField label="到" required value={form.to} onChange={(to) => onChange({ ...form, to })} />
      <NumberInput
        label="同时能开几场"
        description="有几位教师"
        min={1}
        max={50}
        allowDecimal={false}
        value={form.teachers}
        onChange={(teachers) => onChange({ ...form, teachers })}
      />
      <NumberInput
        label="至少几人开一场"
        description="不够就不开"
        min={1}
        max={10_000}
        allowDecimal={false}
        value={form.fewest}
        onChange={(fewest) => onChange({ ...form, fewest })}
      />
    </Group>
    <Group gap="xl">
      <Group gap="xs">
        <Text size="sm">星期</Text>
        <Chip.Group
          multiple
          value={[...form.weekdays]}
          onChange={(weekdays) => onChange({ ...form, weekdays })}
        >
          {weekdayOptions.map(({ value, label }) => (
            <Chip key={value} value={value} size="xs">
              {label}
            </Chip>
          ))}
        </Chip.Group>
      </Group>
      <Group gap="xs">
        <Text size="sm">时段</Text>
        <Chip.Group multiple value={[...form.times]} onChange={(times) => onChange({ ...form, times })}>
          {timeOptions.map(({ value, label }) => (
            <Chip key={value} value={value} size="xs">
              {label}
            </Chip>
          ))}
        </Chip.Group>
      </Group>
    </Group>
  </>
);

const Places = ({ form, onChange }: FieldsProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const communities = (office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const set = (line: PlaceLine, part: Partial<PlaceLine>): void =>
    onChange({
      ...form,
      places: form.places.map((each) => (each.key === line.key ? { ...each, ...part } : each)),
    });
  const add = (): void =>
    onChange({
      ...form,
      places: [
        ...form.places,
        {
          key: Math.max(0, ...form.places.map(({ key }) => key)) + 1,
          name: '',
          communityId: null,
          onlyOwn: false,
          capacity: 30,
        },
      ],
    });
  return (
    <Stack gap="xs">
      {form.places.map((line, index) => (
        <Group key={line.key} gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={`第 ${index + 1} 个场地`}
            placeholder="场地名称"
            maxLength={60}
            value={line.name}
            onChange={(event) => set(line, { name: event.currentTarget.value })}
          />
          <Select
            w={180}
            aria-label={`第 ${index + 1} 个场地在哪个社区`}
            placeholder="哪个社区"
            clearable
            searchable
            data={communities}
            value={line.communityId}
            onChange={(value) => set(line, { communityId: communityId.safeParse(value).data ?? null })}
          />
          <NumberInput
            w={110}
            aria-label={`第 ${index + 1} 个场地的座位`}
            suffix=" 座"
            min={1}
            max={10_000}
            allowDecimal={false}
            value={line.capacity}
            onChange={(capacity) => set(line, { capacity })}
          />
          <Checkbox
            label="只收本社区"
            disabled={line.communityId === null}
            checked={line.onlyOwn && line.communityId !== null}
            onChange={(event) => set(line, { onlyOwn: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            color="gray.7"
            aria-label={`去掉第 ${index + 1} 个场地`}
            disabled={form.places.length === 1}
            onClick={() => onChange({ ...form, places: form.places.filter(({ key }) => key !== line.key) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} />} onClick={add}>
          添加场地
        </Button>
      </Group>
    </Stack>
  );
};

/** For whom, when, where: everything that a plan keeps to. */
export const PlannerFields = (props: FieldsProps) => (
  <Card>
    <Stack gap="sm">
      <What {...props} />
      <When {...props} />
      <Places {...props} />
    </Stack>
  </Card>
);
