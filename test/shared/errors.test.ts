import { expect, test } from 'vitest';
import { CodedError, errorCatalogue, isCoded } from '../../src/shared/errors.ts';

test('a coded error carries its code and data, and only its own code matches', () => {
  const error = new CodedError('NOTICE_NOT_ENDED', { endsOn: '2026-12-01' });

  expect(errorCatalogue[error.code].parse(error.data)).toEqual({ endsOn: '2026-12-01' });
  expect(isCoded(error, 'NOTICE_NOT_ENDED')).toBe(true);
  expect(isCoded(error, 'NOT_FOUND')).toBe(false);
  expect(isCoded(new Error('NOTICE_NOT_ENDED'), 'NOTICE_NOT_ENDED')).toBe(false);
});
