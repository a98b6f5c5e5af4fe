import { Grid, Stack } from '@mantine/core';
import { HowToOpen } from './HowToOpen.tsx';
import { OfficeKeysCard } from './OfficeKeysCard.tsx';
import { RecoveryCard } from './RecoveryCard.tsx';

/** The office's own keys: what the bureau needs of them, how they are kept, and how a package is opened without us. */
export const ForBureauTab = () => (
  <Grid gap="md">
    <Grid.Col span={6}>
      <OfficeKeysCard />
    </Grid.Col>
    <Grid.Col span={6}>
      <Stack>
        <RecoveryCard />
        <HowToOpen />
      </Stack>
    </Grid.Col>
  </Grid>
);
