import { Center, Loader } from '@mantine/core';

export const ScreenLoading = () => (
  <Center mih="60vh" role="status" aria-label="正在打开">
    <Loader type="dots" />
  </Center>
);
