import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Consent } from '../../../../shared/domain/people.ts';
import { consentKindLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { Card } from '../../../components/Card.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { printable } from '../../documents/printable.ts';
import { ConsentForm } from './ConsentForm.tsx';
import type { ProfileCardProps } from './profile-card.ts';

const guardianWords = ({ guardianName, guardianRelation }: Consent): string =>
  guardianName === null ? '' : `${guardianName}${guardianRelation === null ? '' : `（${guardianRelation}）`}`;

const Row = ({ consent, onRevoke }: { readonly consent: Consent; readonly onRevoke: () => void }) => (
  <Table.Tr>
    <Table.Td>{consentKindLabels[consent.kind]}</Table.Td>
    <Table.Td>{consent.givenOn}</Table.Td>
    <Table.Td>{guardianWords(consent)}</Table.Td>
    <Table.Td>{consent.paper ?? ''}</Table.Td>
    <Table.Td ta="right">
      {consent.revokedOn === null ? (
        <Button size="compact-xs" variant="subtle" onClick={onRevoke}>
          本人撤回
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {consent.revokedOn} 撤回
        </Text>
      )}
    </Table.Td>
  </Table.Tr>
);

/** What the person, or a minor's guardian, has agreed to on paper, and what is still missing. */
export const ConsentsCard = ({ profile }: ProfileCardProps) => {
  const [adding, setAdding] = useState(false);
  const revoke = useMutation(useApi().people.revokeConsent.mutationOptions());
  const { person, consents } = profile;
  return (
    <Card title="同意书" aside={<BasisHint basis="个人信息保护法第十三条、第二十九条、第三十一条" />}>
      <Stack gap="sm">
        {person.lacksConsents.length === 0 ? null : (
          <Group gap="xs">
            {person.lacksConsents.map((kind) => (
              <StatusBadge key={kind} tone={kind === 'guardian' ? 'late' : 'waiting'}>
                缺{consentKindLabels[kind]}
              </StatusBadge>
            ))}
          </Group>
        )}
        {consents.length === 0 ? null : (
          <Table verticalSpacing={5} fz="sm">
            <Table.Tbody>
              {consents.map((consent) => (
                <Row
                  key={consent.id}
                  consent={consent}
                  onRevoke={() =>
                    revoke.mutate({ id: person.id, consentId: consent.id, revokedOn: todayHere() })
                  }
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {adding ? (
          <ConsentForm
            personId={person.id}
            kind={person.lacksConsents.at(-1) ?? 'membership'}
            onDone={() => setAdding(false)}
          />
        ) : (
          <Group>
            <Button size="compact-md" variant="light" onClick={() => setAdding(true)}>
              记一份同意书
            </Button>
            <PaperButtons
              papers={profile.stays
                .filter(({ leftOn }) => leftOn === null)
                .slice(0, 1)
                .map(({ organizationId }) => printable('consent-form', organizationId))}
            />
          </Group>
        )}
      </Stack>
    </Card>
  );
};
