import { Grid } from '@mantine/core';
import { HowToOpen } from './HowToOpen.tsx';
import { OfficeKeysCard } from './OfficeKeysCard.tsx';

/** What the bureau needs to open and check a package: our public keys, and how. */
export const ForBureauTab = () => (
  <Grid gap="md">
    <Grid.Col span={5.4}>
      <OfficeKeysCard />
    </Grid.Col>
    <Grid.Col span={6.6}>
      <HowToOpen />
    </Grid.Col>
  </Grid>
);
