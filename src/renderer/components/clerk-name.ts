import { useSessionStorage } from '@mantine/hooks';

/** Who sits at this computer, typed once until the window is closed. */
export const useClerkName = () =>
  useSessionStorage<string>({
    key: 'hub-archive-clerk-name',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
