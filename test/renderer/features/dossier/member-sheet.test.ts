import { describe, expect, test } from 'vitest';
import { cellsOfBlock } from '../../../../src/renderer/components/sheet/sheet-state.ts';
import {
  arrangeMembers,
  memberColumns,
  memberOfRow,
  type SheetMember,
} from '../../../../src/renderer/features/dossier/roster/member-sheet.ts';

const membersOf = (block: string): SheetMember[] => arrangeMembers(cellsOfBlock(block)).map(memberOfRow);
const problemsOf = ({
  problems,
}: SheetMember | { readonly problems: ReadonlyMap<number, string> }): unknown =>
  [...problems].map(([column, words]) => [memberColumns[column]?.title, words.includes('文本')]);

test('a block with its header is read by the header, in whatever order the columns stand', () => {
  const block = [
    '序号\t职务\t姓名\t联系电话\t身份证号\t加入日期\t政治面貌',
    '1\t队长\t王桂英\t138-1234-5678\t11010519491231002X\t2021.4\t党员',
    '2\t\t李淑兰\t\t\t2022年3月1日\t群众',
  ].join('\r\n');

  expect(membersOf(block)).toMatchObject([
    {
      draft: {
        person: {
          name: '王桂英',
          sex: 'female',
          birthDate: '1949-12-31',
          politicalStatus: 'party-member',
          identityKind: 'resident-id',
          identityNumber: '11010519491231002X',
          phone: '13812345678',
        },
        membership: {
          role: 'responsible-person',
          roleTitle: '队长',
          joinedOn: '2021-04',
          leftOn: null,
          remark: null,
        },
      },
    },
    {
      draft: {
        person: {
          name: '李淑兰',
          sex: null,
          birthDate: null,
          politicalStatus: 'masses',
          identityKind: 'resident-id',
          identityNumber: null,
          phone: null,
        },
        membership: { role: 'member', roleTitle: null, joinedOn: '2022-03-01', leftOn: null, remark: null },
      },
    },
  ]);
  expect(membersOf(block).flatMap(({ problems }) => [...problems])).toEqual([]);
});

test('without a header each value goes by its look', () => {
  const [member] = membersOf('3\t赵国平\t男\t11010519491231002X\t群众\t13300007712\t骨干');

  expect([...(member?.problems ?? [])]).toEqual([]);
  expect(member?.draft.person).toMatchObject({
    name: '赵国平',
    identityNumber: '11010519491231002X',
    phone: '13300007712',
    politicalStatus: 'masses',
  });
  expect(member?.draft.membership.role).toBe('backbone');
});

describe('what Excel has spoiled', () => {
  test.each(['110105194912310000', '1.10105E+17'])('%s is refused in its cell, with advice', (number) => {
    const [member] = membersOf(`姓名\t身份证号\n王桂英\t${number}`);
    expect(member === undefined ? null : problemsOf(member)).toEqual([['证件号码', true]]);
  });

  test('a line without a name, a wrong day and an unknown word are each named in their cell', () => {
    const [member] = membersOf(
      '姓名\t身份证号\t加入日期\t政治面貌\n\t11010519491231002X\t2021-13-01\t老好人',
    );
    expect(member === undefined ? null : problemsOf(member)).toEqual([
      ['姓名', false],
      ['政治面貌', false],
      ['加入日期', false],
    ]);
  });
});

test('rare characters and forms chosen by a selector stay as they were pasted', () => {
  const [member] = membersOf('姓名\t性别\n𠮷葛󠄀芳\t女');
  expect(member?.draft.person.name).toBe('𠮷葛󠄀芳');
});
