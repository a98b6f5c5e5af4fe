import { Divider, Stack } from '@mantine/core';
import { ActivityFields } from './ActivityFields.tsx';
import type { FactsFieldsProps } from './FactsText.tsx';
import { FoundingFields } from './FoundingFields.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import { PartyFields } from './PartyFields.tsx';

/** The facts that a filing form states, for every screen that types them in. The responsible person is chosen elsewhere. */
export const OrganizationFactsFields = (form: FactsFieldsProps) => (
  <Stack gap="md">
    <IdentityFields {...form} />
    <Divider label="党建" labelPosition="left" />
    <PartyFields {...form} />
    <Divider label="业务与场所" labelPosition="left" />
    <ActivityFields {...form} />
    <Divider label="成立" labelPosition="left" />
    <FoundingFields {...form} />
  </Stack>
);
