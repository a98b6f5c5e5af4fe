import { act, fireEvent, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRevealed } from '../../../src/renderer/features/reveals/use-revealed.ts';
import { personId } from '../../../src/shared/domain/ids.ts';

const id = personId.parse('p1');
const people = [
  { personId: id, name: '王桂英', identityNumber: '990516197101115317', phone: null, address: null },
];

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => vi.useRealTimers());

const shown = () => {
  const hook = renderHook(() => useRevealed());
  act(() => hook.result.current.show(people, 60));
  expect(hook.result.current.of(id)?.identityNumber).toBe('990516197101115317');
  return hook;
};

test('numbers stand for their seconds and no longer', () => {
  const { result } = shown();
  act(() => void vi.advanceTimersByTime(59_000));
  expect(result.current.secondsLeft).toBe(1);
  expect(result.current.of(id)).not.toBeNull();
  act(() => void vi.advanceTimersByTime(1_500));
  expect([result.current.secondsLeft, result.current.of(id)]).toEqual([0, null]);
});

test('turning to another window masks them at once', () => {
  const { result } = shown();
  fireEvent.blur(window);
  expect([result.current.secondsLeft, result.current.of(id)]).toEqual([0, null]);
});

test('they can be masked by hand', () => {
  const { result } = shown();
  act(() => result.current.hide());
  expect(result.current.of(id)).toBeNull();
});
