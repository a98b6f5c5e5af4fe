import { expect, test } from 'vitest';
import { communitiesFromText } from '../../../../src/renderer/features/settings/community-lines.ts';

const community = (
  name: string,
  code: string,
  settlement: 'urban' | 'rural',
  settlementClass: string | null,
) => ({
  code,
  name,
  settlement,
  settlementClass,
  partyOrganization: null,
  validFrom: null,
  validTo: null,
});

test('a block out of Excel is read whatever the order of its columns', () => {
  const block =
    '阳光里社区\t990101001001\t城镇\r\n990101001201\t柳林村\n９９０１０１００１２０２　东河社区　220　农村\n\n';

  expect(communitiesFromText(block)).toEqual({
    communities: [
      community('阳光里社区', '990101001001', 'urban', null),
      community('柳林村', '990101001201', 'rural', null),
      community('东河社区', '990101001202', 'rural', '220'),
    ],
    refused: [],
  });
});

test('lines without a whole code, and a code that stood there before, are named and not taken', () => {
  const block = '社区名称\t区划代码\n阳光里社区\t990101001001\n和平里社区\t99010100100\n又一个\t990101001001';

  const { communities, refused } = communitiesFromText(block);
  expect(communities.map(({ name }) => name)).toEqual(['阳光里社区']);
  expect(refused.map(({ line }) => line)).toEqual([1, 3, 4]);
});
