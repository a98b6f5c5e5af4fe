import { expect, test } from 'vitest';
import { membersFromBlock } from '../../../../src/renderer/features/dossier/roster/roster-block.ts';

test('a block with its header is read by the header, in whatever order the columns stand', () => {
  const block = [
    '序号\t职务\t姓名\t联系电话\t身份证号\t加入日期\t政治面貌',
    '1\t队长\t王桂英\t138-1234-5678\t11010519491231002X\t2021.4\t党员',
    '2\t\t李淑兰\t\t\t2022年3月1日\t群众',
  ].join('\r\n');

  expect(membersFromBlock(block)).toMatchObject([
    {
      line: 2,
      problems: [],
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
      line: 3,
      problems: [],
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
});

test('without a header each value goes by its look', () => {
  const [member] = membersFromBlock('3\t赵国平\t男\t11010519491231002X\t群众\t13300007712\t骨干');

  expect(member?.problems).toEqual([]);
  expect(member?.draft.person).toMatchObject({
    name: '赵国平',
    identityNumber: '11010519491231002X',
    phone: '13300007712',
    politicalStatus: 'masses',
  });
  expect(member?.draft.membership.role).toBe('backbone');
});

test('a number that Excel has cut, and a line without a name, are named and not taken for sound', () => {
  const block = '姓名\t身份证号\n王桂英\t110105194912310000\n\t11010519491231002X';

  expect(membersFromBlock(block).map(({ line, problems }) => [line, problems])).toEqual([
    [2, ['证件号码不对']],
    [3, ['没有姓名']],
  ]);
});
