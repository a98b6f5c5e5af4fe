import { describe, expect, it } from 'vitest';
import { publicName, publicText } from '../../../src/shared/domain/public-text.ts';

describe('text for the public', () => {
  it.each([
    ['联系13812345678', '联系＊＊＊'],
    ['联系 138 1234 5678。', '联系 ＊＊＊。'],
    ['电话022-12345678', '电话＊＊＊'],
    ['１３８１２３４５６７８', '＊＊＊'],
    ['身份证99051619710111531X', '身份证＊＊＊'],
    ['卡号6222 0200 0000 0000 000', '卡号＊＊＊'],
    ['备案号新河街社备〔2026〕17号', '备案号新河街社备〔2026〕17号'],
    ['2026-04-13至2026-04-19', '2026-04-13至2026-04-19'],
    ['补助1200000元', '补助1200000元'],
    ['成员28人，党员9人', '成员28人，党员9人'],
  ])('%s', (text, shown) => {
    expect(publicText(text)).toBe(shown);
  });

  it.each([
    ['王桂英', '王*英'],
    ['周文', '周*'],
    ['欧阳𠮷祥', '欧**祥'],
    ['𠮷文', '𠮷*'],
    ['王', '王'],
  ])('shows the name %s as %s', (name, shown) => {
    expect(publicName(name)).toBe(shown);
  });
});
