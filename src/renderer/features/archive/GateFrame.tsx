import { Box, Center, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './GateFrame.module.css';

interface GateFrameProps {
  readonly title: string;
  readonly lead: string;
  /** Widest the card may get, in pixels. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** The frame before an archive is open: one calm card on paper. */
export const GateFrame = ({ title, lead, width = 460, children }: GateFrameProps) => (
  <Center component="main" mih="100vh" p="lg">
    <title>{`${title} · 枢纽档案`}</title>
    <Stack w="100%" maw={width} gap="lg">
      <Group gap="sm" className={classes['brand'] ?? ''}>
        <span className={classes['seal']} aria-hidden>
          档
        </span>
        <Text fw={700} fz="lg">
          枢纽档案
        </Text>
      </Group>
      <Box className={classes['card'] ?? ''}>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text c="dimmed" size="sm" mt={4} mb="lg">
          {lead}
        </Text>
        {children}
      </Box>
    </Stack>
  </Center>
);
