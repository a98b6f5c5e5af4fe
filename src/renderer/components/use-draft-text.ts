import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/**
 * Text of a filter box: shown at once, handed on a moment after the last key. Follows the outside when that
 * changes by itself (filter cleared, Back pressed).
 */
export const useDraftText = (
  settled: string,
  onSettle: (text: string) => void,
): readonly [string, (text: string) => void] => {
  const [draft, setDraft] = useState(settled);
  const [followed, setFollowed] = useState(settled);
  const settle = useDebouncedCallback((text: string) => {
    setFollowed(text);
    onSettle(text);
  }, 200);
  if (settled !== followed) {
    setFollowed(settled);
    setDraft(settled);
  }
  const change = (text: string): void => {
    setDraft(text);
    settle(text);
  };
  return [draft, change];
};
