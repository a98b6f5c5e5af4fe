import { Button, Container, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EntryMode, FilingKind } from '../../../shared/domain/filing.ts';
import { filingId, type OrganizationId } from '../../../shared/domain/ids.ts';
import { isCoded } from '../../../shared/errors.ts';
import { filingKindLabels } from '../../../shared/labels/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { codedErrorOf } from '../../app/client.ts';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EntryModeSwitch } from './EntryModeSwitch.tsx';

interface KindWords {
  readonly explains: string;
  readonly basis: string;
}

const words: Readonly<Record<FilingKind, KindWords>> = {
  initial: {
    explains: '这个组织已在名册里，还没有备案。资料会带到备案表里，核对补齐后上报。',
    basis: '第二条（一）',
  },
  change: {
    explains:
      '名称、负责人、业务范围等备案事项变了，要重新备案。先改好事项，再按同样的步骤上报、公示、换证。',
    basis: '第二条（四）',
  },
  dissolution: {
    explains: '组织不再活动，要注销备案。收齐材料后上报，公示期满没有异议，收回备案证书。',
    basis: '第三条',
  },
};

interface StartOnOrganizationFormProps {
  readonly organizationId: OrganizationId;
  readonly kind: FilingKind;
  /** How it is entered, unless somebody chooses otherwise. */
  readonly entry: EntryMode;
}

/** Says what is about to begin on an organization of the register, and begins it. */
export const StartOnOrganizationForm = ({ organizationId, kind, entry }: StartOnOrganizationFormProps) => {
  const api = useApi();
  const navigate = useNavigate();
  const [entryMode, setEntryMode] = useState<EntryMode>(entry);
  const { data: dossier } = useQuery(
    api.organizations.dossier.queryOptions({ input: { id: organizationId } }),
  );
  const start = useMutation(
    api.filings.startOnOrganization.mutationOptions({
      onSuccess: ({ id }) => void navigate(paths.filing(id), { replace: true }),
    }),
  );
  const refusal = codedErrorOf(start.error);
  const openFiling = isCoded(refusal, 'FILING_OPEN') ? filingId.parse(refusal.data.filingId) : null;
  const { explains, basis } = words[kind];
  const name = dossier?.organization.name ?? '';
  return (
    <>
      <PageHeader
        title={filingKindLabels[kind]}
        crumbs={[
          { title: '社会组织', to: paths.organizations },
          { title: name === '' ? '档案' : name, to: paths.dossier(organizationId) },
        ]}
      />
      <Container size={640} mx={0} px={0}>
        <Card title={name}>
          <ImeSafeForm
            aria-label={filingKindLabels[kind]}
            onSubmit={() => start.mutate({ organizationId, kind, entryMode })}
          >
            <Stack>
              <Text size="sm">
                {explains} <BasisHint basis={basis} />
              </Text>
              <EntryModeSwitch value={entryMode} onChange={setEntryMode} />
              <ErrorNotice error={start.error} />
              <Group justify="flex-end">
                {openFiling === null ? null : (
                  <LinkButton variant="default" to={paths.filing(openFiling)}>
                    打开正在办理的那一件
                  </LinkButton>
                )}
                <Button type="submit" autoFocus loading={start.isPending}>
                  开始办理
                </Button>
              </Group>
            </Stack>
          </ImeSafeForm>
        </Card>
      </Container>
    </>
  );
};
