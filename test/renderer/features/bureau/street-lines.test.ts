import { expect, test } from 'vitest';
import {
  refusedWords,
  streetsFromText,
} from '../../../../src/renderer/features/bureau/streets/street-lines.ts';

const street = {
  contactName: null,
  contactPhone: null,
  remark: '',
  expectedFrom: null,
  expectedUntil: null,
};

test('a block pasted out of Excel gives streets, whatever the order of its columns', () => {
  const { streets, refused } = streetsFromText(
    [
      '街镇代码\t名称\t联系人\t电话',
      '990101001\t新河街道\t刘敏\t0990-6200001',
      '990101002000\t柳林街道',
      '望江镇，990101004',
      '',
    ].join('\r\n'),
    '990101',
  );
  expect(streets).toEqual([
    { ...street, code: '990101001', name: '新河街道', contactName: '刘敏', contactPhone: '0990-6200001' },
    { ...street, code: '990101002', name: '柳林街道' },
    { ...street, code: '990101004', name: '望江镇' },
  ]);
  expect(refused).toEqual([]);
});

test('each line that is none says why', () => {
  const { streets, refused } = streetsFromText(
    '990101001\t新河街道\n990101001\t又是新河\n990102001\t外区街道\n990101003\n柳林街道',
    '990101',
  );
  expect(streets).toHaveLength(1);
  expect(refused.map(({ line, why }) => [line, why])).toEqual([
    [2, 'twice'],
    [3, 'other-district'],
    [4, 'name'],
    [5, 'code'],
  ]);
  expect(refusedWords(refused)).toBe(
    '有 4 行没读懂：第 2 行代码重复；第 3 行不是本区的代码；第 4 行没有名称，或写得太长；第 5 行没有 9 位代码。',
  );
});
