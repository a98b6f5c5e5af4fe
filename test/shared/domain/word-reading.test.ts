import { describe, expect, it } from 'vitest';
import {
  fallbackPartyKindOf,
  readCategory,
  readPoliticalStatus,
  readRole,
  readSex,
} from '../../../src/shared/domain/word-reading.ts';

const taken = <T>(value: T, ...changes: string[]) => ({ kind: 'value', value, changes });
const unknown = { kind: 'refused', code: 'value-unknown' };

describe('word readers', () => {
  it('takes official words as they stand', () => {
    expect(readSex('女')).toEqual(taken('female'));
    expect(readPoliticalStatus('中共预备党员')).toEqual(taken('probationary-party-member'));
    expect(readRole('成员')).toEqual(taken({ role: 'member', title: null }));
    expect(readCategory('文体活动类')).toEqual(taken({ scheme: 'four-class', code: 'culture-sports' }));
    expect(readCategory('平安社区建设')).toEqual(taken({ scheme: 'domain', code: 'safe-community' }));
    expect(readCategory('枢纽类')).toEqual(taken({ scheme: 'six-class', code: 'hub' }));
  });

  it('names other words for the same thing', () => {
    expect(readPoliticalStatus('党员')).toEqual(taken('party-member', 'word-normalized'));
    expect(readPoliticalStatus('团 员')).toEqual(taken('youth-league-member', 'word-normalized'));
    expect(readRole('队员')).toEqual(taken({ role: 'member', title: '队员' }, 'word-normalized'));
    expect(readRole(' 队长')).toEqual(
      taken({ role: 'responsible-person', title: '队长' }, 'word-normalized'),
    );
    expect(readRole('顾问')).toEqual(taken({ role: 'member', title: '顾问' }, 'word-normalized'));
    expect(readRole('成员 ')).toEqual(taken({ role: 'member', title: null }, 'word-normalized'));
    expect(readCategory('文体类')).toEqual(
      taken({ scheme: 'four-class', code: 'culture-sports' }, 'word-normalized'),
    );
    expect(readCategory('枢纽型')).toEqual(taken({ scheme: 'six-class', code: 'hub' }, 'word-normalized'));
  });

  it('refuses words it does not know and reads placeholders as nothing', () => {
    expect(readSex('不男不女')).toEqual(unknown);
    expect(readPoliticalStatus('先进分子')).toEqual(unknown);
    expect(readRole('长'.repeat(21))).toEqual(unknown);
    expect(readCategory('第五类')).toEqual(unknown);
    expect(readPoliticalStatus('—')).toEqual({ kind: 'empty' });
    expect(readCategory('')).toEqual({ kind: 'empty' });
  });

  it('tells the two kinds of fallback Party organization by name', () => {
    expect(fallbackPartyKindOf('阳光里社区党支部')).toBe('community-party-organization');
    expect(fallbackPartyKindOf('人民广场社团联合会党支部')).toBe('plaza-park-federation');
  });
});
