import { expect, test } from 'vitest';
import { errorMessages } from '../../../src/shared/labels/error-messages.ts';

test('a wrong password names the wait only while there is one', () => {
  expect(errorMessages.WRONG_PASSWORD({ retryAfterSeconds: 8 }).next).toContain('8 秒');
  expect(errorMessages.WRONG_PASSWORD({ retryAfterSeconds: 0 }).next).not.toContain('秒');
});

test('an import that was changed since names how many places stand against undoing it', () => {
  expect(errorMessages.IMPORT_NOT_UNDOABLE({ reason: 'changed-since', count: 3 }).happened).toBe(
    '导入之后有内容改动过（3 处），不能整体撤销。',
  );
  expect(errorMessages.IMPORT_NOT_UNDOABLE({ reason: 'already-undone', count: 0 }).happened).toBe(
    '这次导入已经撤销过了。',
  );
});
