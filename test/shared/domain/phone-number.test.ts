import { describe, expect, it } from 'vitest';
import { readPhone } from '../../../src/shared/domain/phone-number.ts';

const taken = (value: string, ...changes: string[]) => ({ kind: 'value', value, changes });

describe('readPhone', () => {
  it.each<[string | number, ReturnType<typeof taken>]>([
    ['13800138000', taken('13800138000')],
    [13800138000, taken('13800138000')],
    ['138 0013 8000', taken('13800138000', 'phone-normalized')],
    ['138-0013-8000', taken('13800138000', 'phone-normalized')],
    ['＋86 13800138000', taken('13800138000', 'digits-narrowed', 'phone-normalized')],
    ['+86-138-0013-8000', taken('13800138000', 'phone-normalized')],
    ['008613800138000', taken('13800138000', 'phone-normalized')],
    ['１３８００１３８０００', taken('13800138000', 'digits-narrowed')],
    ['031185550000', taken('0311-85550000', 'phone-normalized')],
    ['010-85550000', taken('010-85550000')],
    ['0311-85550000转12', taken('0311-85550000转12')],
    ['85550000', taken('85550000')],
    ['400-810-1234', taken('4008101234', 'phone-normalized')],
    ['13800138000/13900139000', taken('13800138000、13900139000', 'phone-normalized')],
  ])('reads %j', (cell, expected) => {
    expect(readPhone(cell)).toEqual(expected);
  });

  it.each(['1380013800', '12800138000', '2', '138001380000', '见备注', '1.38E+10', '(0311)85550000-12'])(
    'refuses %j',
    (cell) => {
      expect(readPhone(cell)).toEqual({ kind: 'refused', code: 'phone-unreadable' });
    },
  );

  it.each([1380013800, 13800138000.5, Number.NaN])('refuses the number %d', (cell) => {
    expect(readPhone(cell)).toEqual({ kind: 'refused', code: 'phone-unreadable' });
  });

  it('reads placeholders as nothing', () => {
    expect(readPhone('无')).toEqual({ kind: 'empty' });
    expect(readPhone(' ')).toEqual({ kind: 'empty' });
  });
});
