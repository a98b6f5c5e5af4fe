import { useLocalStorage } from '@mantine/hooks';
import { useLayoutEffect } from 'react';

/** Size of all type on this computer's screens. */
export type TextSize = 'normal' | 'large';

const rootSizes: Readonly<Record<TextSize, string>> = { normal: '100%', large: '118%' };

/** The chosen size and its switch; the page's root carries it, and every length in rem follows. */
export const useTextSize = (): readonly [TextSize, (size: TextSize) => void] => {
  const [size, setSize] = useLocalStorage<TextSize>({
    key: 'hub-archive-text-size',
    defaultValue: 'normal',
    getInitialValueInEffect: false,
  });
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = rootSizes[size];
  }, [size]);
  return [size, setSize];
};
