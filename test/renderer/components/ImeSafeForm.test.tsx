import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ImeSafeForm } from '../../../src/renderer/components/ImeSafeForm.tsx';

const show = () => {
  const onSubmit = vi.fn();
  render(
    <ImeSafeForm aria-label="表" onSubmit={onSubmit}>
      <input aria-label="名称" />
    </ImeSafeForm>,
  );
  return { onSubmit, input: screen.getByLabelText('名称'), form: screen.getByRole('form') };
};

test('Enter inside a composition is held back', () => {
  const { input } = show();
  const composing = createEvent.keyDown(input, { key: 'Enter', isComposing: true });
  const plain = createEvent.keyDown(input, { key: 'Enter' });

  fireEvent(input, composing);
  fireEvent(input, plain);

  expect(composing.defaultPrevented).toBe(true);
  expect(plain.defaultPrevented).toBe(false);
});

test('a submit that an engine sends right at the end of a composition is ignored, a later one is not', async () => {
  const { onSubmit, input, form } = show();

  fireEvent.compositionStart(input);
  fireEvent.submit(form);
  fireEvent.compositionEnd(input);
  fireEvent.submit(form);
  expect(onSubmit).not.toHaveBeenCalled();

  await new Promise((resolve) => setTimeout(resolve));
  fireEvent.submit(form);
  expect(onSubmit).toHaveBeenCalledTimes(1);
});
