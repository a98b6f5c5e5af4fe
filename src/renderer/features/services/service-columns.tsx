import { Anchor, Text } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import {
  codesIn,
  registerSpec,
  totalFen,
  type FieldSpec,
  type ServiceRegister,
} from '../../../shared/domain/service-register.ts';
import {
  durationText,
  fieldLabel,
  registerWords,
  serviceCodeLabel,
  yuanText,
} from '../../../shared/labels/service-register.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { stateTones } from './state-tones.ts';

const shownText = (spec: FieldSpec, row: ServiceRow, field: string): string => {
  const value = row.content[field] ?? null;
  if (value === null) return '—';
  if (spec.type === 'payments') return yuanText(totalFen(value));
  if (typeof value === 'number') return spec.type === 'money' ? yuanText(value) : String(value);
  if (typeof value !== 'string')
    return codesIn(value)
      .map((code) => row.names[code] ?? serviceCodeLabel(code))
      .join('、');
  if (spec.type === 'line' || spec.type === 'survey') return row.names[value] ?? '';
  return spec.type === 'choice' ? serviceCodeLabel(value) : value;
};

const narrowTypes: Readonly<Partial<Record<FieldSpec['type'], number>>> = {
  date: 104,
  time: 70,
  count: 90,
  choice: 108,
  money: 116,
  payments: 116,
};

const fieldColumns = (register: ServiceRegister): DataTableColumn<ServiceRow>[] => {
  const { fields, listed } = registerSpec(register);
  return listed.flatMap((field): DataTableColumn<ServiceRow>[] => {
    const spec = fields[field];
    if (spec === undefined) return [];
    const width = narrowTypes[spec.type];
    return [
      {
        accessor: field,
        title: fieldLabel(register, field),
        ...(width === undefined ? {} : { width }),
        render: (row) => (
          <Text size="sm" lineClamp={2}>
            {shownText(spec, row, field)}
          </Text>
        ),
      },
    ];
  });
};

/** 需求、参与、评判: which of the three facts of policy Art. 4 are there. */
const ThreeFacts = ({ content, people }: ServiceRow) => {
  const facts = [
    ['需求', content['need'] !== null],
    ['参与', content['heads'] !== null || people > 0],
    ['评判', content['judgement'] !== null || content['asked'] !== null],
  ] as const;
  const missing = facts.filter(([, there]) => !there).map(([name]) => name);
  return missing.length === 0 ? (
    <StatusBadge tone="good">三件事齐</StatusBadge>
  ) : (
    <StatusBadge tone="late">缺{missing.join('、')}</StatusBadge>
  );
};

const Standing = (row: ServiceRow) => {
  if (row.late) return <StatusBadge tone="late">逾期</StatusBadge>;
  if (row.state === null) return null;
  return <StatusBadge tone={stateTones[row.state] ?? 'waiting'}>{serviceCodeLabel(row.state)}</StatusBadge>;
};

const countedColumns = (register: ServiceRegister): DataTableColumn<ServiceRow>[] => [
  ...(register === 'volunteer' || registerSpec(register).people === 'minutes'
    ? [
        {
          accessor: 'minutes',
          title: '服务时长',
          width: 110,
          render: ({ minutes }: ServiceRow) => (minutes === 0 ? '—' : durationText(minutes)),
        },
      ]
    : []),
  ...(register === 'volunteer' ? [{ accessor: 'points', title: '积分', width: 70 }] : []),
  ...(register === 'activity'
    ? [
        {
          accessor: 'facts',
          title: '三件事',
          width: 124,
          render: (row: ServiceRow) => <ThreeFacts {...row} />,
        },
      ]
    : []),
];

/** States that a column of their own says already. */
const spoken: readonly ServiceRegister[] = [
  'resource',
  'purchase',
  'project',
  'case',
  'drill',
  'consultation',
  'incubation-base',
  'service-proof',
];

/** Columns of the list of a register. @param onOpen opens the line */
export const serviceColumns = (
  register: ServiceRegister,
  onOpen: (row: ServiceRow) => void,
): DataTableColumn<ServiceRow>[] => {
  const words = registerWords(register);
  const spec = registerSpec(register);
  return [
    { accessor: 'occurredOn', title: words.day.slice(-4), width: 104 },
    {
      accessor: 'title',
      title: words.title,
      render: (row) => (
        <>
          <Anchor
            component="button"
            type="button"
            ta="left"
            size="sm"
            lineClamp={1}
            onClick={() => onOpen(row)}
          >
            {row.title}
          </Anchor>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {[row.organizationName ?? row.communityName, row.papers === 0 ? null : `材料 ${row.papers} 份`]
              .filter((part) => part !== null)
              .join('　')}
          </Text>
        </>
      ),
    },
    ...(spec.person === 'optional' ? [{ accessor: 'personName', title: words.person, width: 84 }] : []),
    ...fieldColumns(register).filter(({ accessor }) => !(register === 'activity' && accessor === 'domain')),
    ...countedColumns(register),
    ...(spoken.includes(register)
      ? []
      : [
          {
            accessor: 'state',
            title: '',
            width: register === 'activity' ? 124 : 100,
            render: (row: ServiceRow) => <Standing {...row} />,
          },
        ]),
  ];
};
