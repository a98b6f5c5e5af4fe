import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageHeaderProps {
  readonly title: string;
  /** Badges beside the title. */
  readonly marks?: ReactNode;
  /** One quiet line under the title. */
  readonly detail?: ReactNode;
  readonly crumbs?: readonly { readonly title: string; readonly to: string }[];
  readonly actions?: ReactNode;
}

const Crumbs = ({ crumbs }: { readonly crumbs: NonNullable<PageHeaderProps['crumbs']> }) => (
  <Breadcrumbs separator={<IconChevronRight size={14} />} separatorMargin={4}>
    {crumbs.map((crumb) => (
      <Anchor key={crumb.to} component={Link} to={crumb.to} size="sm" c="dimmed">
        {crumb.title}
      </Anchor>
    ))}
  </Breadcrumbs>
);

/** Head of every screen: where you are, what it is, what you can do here. */
export const PageHeader = ({ title, marks, detail, crumbs, actions }: PageHeaderProps) => (
  <Group justify="space-between" align="flex-end" wrap="nowrap" mb="md" gap="lg">
    <title>{`${title} · 枢纽档案`}</title>
    <Stack gap={4} miw={0}>
      {crumbs === undefined ? null : <Crumbs crumbs={crumbs} />}
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Title order={1} size="h2" lineClamp={1} title={title}>
          {title}
        </Title>
        {marks}
      </Group>
      {detail === undefined ? null : (
        <Text component="div" c="dimmed" size="sm">
          {detail}
        </Text>
      )}
    </Stack>
    {actions === undefined ? null : (
      <Group gap="sm" wrap="nowrap" flex="none">
        {actions}
      </Group>
    )}
  </Group>
);
