import { Anchor } from '@mantine/core';

export const BackLink = ({ onClick }: { readonly onClick: () => void }) => (
  <Anchor component="button" type="button" size="sm" onClick={onClick}>
    返回
  </Anchor>
);
