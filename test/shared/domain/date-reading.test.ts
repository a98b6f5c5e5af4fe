import { describe, expect, it } from 'vitest';
import { dateOfSerial, readDate } from '../../../src/shared/domain/date-reading.ts';

const taken = (value: string) => ({ kind: 'value', value, changes: [] });
const altered = (value: string) => ({ kind: 'value', value, changes: ['date-normalized'] });
const refused = (code: string) => ({ kind: 'refused', code });

describe('dateOfSerial', () => {
  it('agrees with Excel around the leap day that never was', () => {
    expect(dateOfSerial(1, 1900)).toBe('1900-01-01');
    expect(dateOfSerial(59, 1900)).toBe('1900-02-28');
    expect(dateOfSerial(60, 1900)).toBeNull();
    expect(dateOfSerial(61, 1900)).toBe('1900-03-01');
    expect(dateOfSerial(42610, 1900)).toBe('2016-08-28');
    expect(dateOfSerial(42610.75, 1900)).toBe('2016-08-28');
  });

  it('counts from 1904 where the workbook does', () => {
    expect(dateOfSerial(0, 1904)).toBe('1904-01-01');
    expect(dateOfSerial(42610 - 1462, 1904)).toBe('2016-08-28');
  });

  it.each([0, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY])('knows no day %d', (serial) => {
    expect(dateOfSerial(serial, 1900)).toBeNull();
  });
});

describe('readDate', () => {
  it.each([
    ['2018-06-22', taken('2018-06-22')],
    ['2018-06', taken('2018-06')],
    ['2018', taken('2018')],
    ['2018/06/22', altered('2018-06-22')],
    ['2018/6/2', altered('2018-06-02')],
    ['2018.6.22', altered('2018-06-22')],
    ['2018。6。22', altered('2018-06-22')],
    ['2018年6月22日', altered('2018-06-22')],
    ['2018年6月2号', altered('2018-06-02')],
    ['2018年12月', altered('2018-12')],
    ['2018年', altered('2018')],
    ['20180622', altered('2018-06-22')],
    ['201806', altered('2018-06')],
    ['2018.6', altered('2018-06')],
    ['２０１８．６．２２', altered('2018-06-22')],
    ['2018 年 6 月 22 日', altered('2018-06-22')],
    ['2018-06-22 00:00:00', altered('2018-06-22')],
    ['二〇一八年六月二十二日', altered('2018-06-22')],
    ['二○二〇年十二月三十一日', altered('2020-12-31')],
    ['二〇二〇年十月', altered('2020-10')],
    ['42610', altered('2016-08-28')],
    ['10000', altered('1927-05-18')],
  ])('reads the text %j', (cell, expected) => {
    expect(readDate(cell)).toEqual(expected);
  });

  it('reads numbers: a date cell unaltered, a bare day number altered, compact digits by their digits', () => {
    const dateCell = { dateSystem: 1900, dateFormatted: true } as const;
    expect(readDate(42610, dateCell)).toEqual(taken('2016-08-28'));
    expect(readDate(42610)).toEqual(altered('2016-08-28'));
    expect(readDate(20180622)).toEqual(altered('2018-06-22'));
    expect(readDate(2018)).toEqual(taken('2018'));
    expect(readDate(41148, { dateSystem: 1904, dateFormatted: true })).toEqual(taken('2016-08-28'));
    expect(readDate(new Date('2016-08-28T00:00:00Z'))).toEqual(taken('2016-08-28'));
  });

  it.each([
    ['2018-02-30', 'date-impossible'],
    ['2019年2月29日', 'date-impossible'],
    ['20181301', 'date-impossible'],
    ['2018.13', 'date-impossible'],
    ['2018-00-10', 'date-impossible'],
    ['1066-10-14', 'date-impossible'],
    ['18.6.22', 'date-unreadable'],
    ['6/22/2018', 'date-unreadable'],
    ['去年夏天', 'date-unreadable'],
    [2018.1, 'date-unreadable'],
    [60, 'date-impossible'],
    [20180230, 'date-impossible'],
  ])('refuses %s as %s', (cell, code) => {
    expect(readDate(cell)).toEqual(refused(code));
  });

  it.each(['', '—', '/', '不详'])('reads %j as nothing', (cell) => {
    expect(readDate(cell)).toEqual({ kind: 'empty' });
  });
});
