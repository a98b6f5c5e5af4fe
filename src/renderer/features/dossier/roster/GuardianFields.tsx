import { Fieldset, Group, SimpleGrid, TextInput } from '@mantine/core';
import { DateField } from '../../../components/DateField.tsx';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { printable } from '../../documents/printable.ts';
import { textOrNull } from '../../organizations/facts/facts-form.ts';
import type { GuardianDraft } from './member-form.ts';

interface GuardianFieldsProps {
  readonly organizationId: OrganizationId;
  readonly guardian: GuardianDraft;
  readonly onChange: (guardian: GuardianDraft) => void;
}

/** Without a guardian's consent nobody under 14 comes onto a roster. */
export const GuardianFields = ({ organizationId, guardian, onChange }: GuardianFieldsProps) => (
  <Fieldset legend="不满十四周岁，须有监护人同意（个人信息保护法第三十一条）">
    <SimpleGrid cols={2} verticalSpacing="xs">
      <TextInput
        label="监护人姓名"
        withAsterisk
        maxLength={30}
        value={guardian.name ?? ''}
        onChange={(event) => onChange({ ...guardian, name: textOrNull(event.currentTarget.value) })}
      />
      <TextInput
        label="与本人关系"
        placeholder="如 母亲"
        maxLength={20}
        value={guardian.relation ?? ''}
        onChange={(event) => onChange({ ...guardian, relation: textOrNull(event.currentTarget.value) })}
      />
      <DateField
        label="同意书签字日期"
        withAsterisk
        value={guardian.givenOn}
        onChange={(givenOn) => onChange({ ...guardian, givenOn })}
      />
      <TextInput
        label="纸质件在哪里"
        maxLength={120}
        value={guardian.paper ?? ''}
        onChange={(event) => onChange({ ...guardian, paper: textOrNull(event.currentTarget.value) })}
      />
    </SimpleGrid>
    <Group mt="xs">
      <PaperButtons papers={[printable('consent-form', organizationId)]} />
    </Group>
  </Fieldset>
);
