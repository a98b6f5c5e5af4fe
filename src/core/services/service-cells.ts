import type { ServiceRow } from '../../shared/contract/service-registers.ts';
import {
  codesIn,
  paymentsIn,
  registerSpec,
  totalFen,
  type FieldSpec,
  type ServiceRegister,
  type ServiceValue,
} from '../../shared/domain/service-register.ts';
import {
  durationText,
  fieldLabel,
  registerWords,
  serviceCodeLabel,
  yuanText,
} from '../../shared/labels/service-register.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';

/** Dated amounts as 2026-11-20 1,000.00（首付）；… */
const paymentsText = (value: ServiceValue): string =>
  paymentsIn(value)
    .map(({ on, fen, note }) => `${on} ${yuanText(fen)}${note === null ? '' : `（${note}）`}`)
    .join('；');

/** A value in words, as workbooks and printed lists show it. */
export const valueText = (
  spec: FieldSpec,
  value: ServiceValue,
  names: Readonly<Record<string, string>>,
): string => {
  if (value === null) return '';
  switch (spec.type) {
    case 'choice':
      return typeof value === 'string' ? serviceCodeLabel(value) : '';
    case 'tags':
      return codesIn(value).map(serviceCodeLabel).join('、');
    case 'organizations':
      return codesIn(value)
        .map((id) => names[id] ?? '')
        .join('、');
    case 'survey':
    case 'line':
      return typeof value === 'string' ? (names[value] ?? '') : '';
    case 'payments':
      return paymentsText(value);
    case 'money':
      return typeof value === 'number' ? yuanText(value) : '';
    case 'count':
    case 'text':
    case 'date':
    case 'time':
      return typeof value === 'object' ? '' : String(value);
  }
};

const widths: Readonly<Record<FieldSpec['type'], number>> = {
  text: 18,
  date: 12,
  time: 8,
  choice: 12,
  tags: 18,
  count: 9,
  money: 14,
  payments: 28,
  organizations: 28,
  survey: 20,
  line: 20,
};

const cellOf = (spec: FieldSpec, row: ServiceRow, field: string): string | number => {
  const value = row.content[field] ?? null;
  if (spec.type === 'count' && typeof value === 'number') return value;
  return valueText(spec, value, row.names);
};

/** Columns beside the fields, by what the register has. */
const ownColumns = (register: ServiceRegister): ListColumn<ServiceRow>[] => {
  const words = registerWords(register);
  const spec = registerSpec(register);
  const belongs = (what: 'organization' | 'community') =>
    spec[what] !== 'none' || (what === 'community' && spec.organization !== 'none');
  return [
    { header: words.day, width: 12, value: (row) => row.occurredOn },
    { header: words.title, width: 26, value: (row) => row.title },
    ...(belongs('organization')
      ? [{ header: words.organization, width: 26, value: (row: ServiceRow) => row.organizationName ?? '' }]
      : []),
    ...(belongs('community')
      ? [{ header: '社区（村）', width: 14, value: (row: ServiceRow) => row.communityName ?? '' }]
      : []),
    ...(spec.person !== 'none' && register !== 'volunteer' && register !== 'service-proof'
      ? [{ header: words.person, width: 10, value: (row: ServiceRow) => row.personName ?? '' }]
      : []),
  ];
};

const countedColumns = (register: ServiceRegister): ListColumn<ServiceRow>[] => {
  const { people } = registerSpec(register);
  return [
    ...(people === 'none' ? [] : [{ header: '记名人数', width: 9, value: (row: ServiceRow) => row.people }]),
    ...(people === 'minutes'
      ? [{ header: '服务分钟数', width: 11, value: (row: ServiceRow) => row.minutes }]
      : []),
    ...(register === 'volunteer'
      ? [
          { header: '服务分钟数', width: 11, value: (row: ServiceRow) => row.minutes },
          { header: '服务时长', width: 14, value: (row: ServiceRow) => durationText(row.minutes) },
          { header: '积分', width: 8, value: (row: ServiceRow) => row.points },
        ]
      : []),
  ];
};

/** Columns of a workbook of a register: all that a line says, so that it can be read again; no numbers of people. */
export const workbookColumns = (
  register: ServiceRegister,
  peopleOf: (row: ServiceRow) => string,
): readonly ListColumn<ServiceRow>[] => [
  ...ownColumns(register),
  ...(registerSpec(register).people === 'none'
    ? []
    : [{ header: registerWords(register).people, width: 26, value: peopleOf }]),
  ...Object.entries(registerSpec(register).fields)
    .filter(([, spec]) => !(register === 'service-proof' && spec.type === 'line'))
    .map(([field, spec]) => ({
      header: fieldLabel(register, field),
      width: spec.type === 'text' && spec.rows > 1 ? 32 : widths[spec.type],
      value: (row: ServiceRow) => cellOf(spec, row, field),
    })),
  ...countedColumns(register),
];

/** Columns of a printed list: those of the screen. */
export const printedColumns = (register: ServiceRegister): readonly ListColumn<ServiceRow>[] => {
  const { fields, listed, sum } = registerSpec(register);
  return [
    ...ownColumns(register),
    ...listed.map((field) => {
      const spec = fields[field];
      return {
        header: fieldLabel(register, field),
        width: spec === undefined ? 12 : widths[spec.type],
        value: (row: ServiceRow): string | number =>
          spec === undefined
            ? ''
            : spec.type === 'payments'
              ? yuanText(totalFen(row.content[field] ?? null))
              : cellOf(spec, row, field),
      };
    }),
    ...(sum === 'minutes' ? countedColumns(register) : []),
  ];
};
