import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { consentKind, type ConsentKind } from '../../../../shared/domain/people.ts';
import { consentKindLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { textOrNull } from '../../organizations/facts/facts-form.ts';

interface ConsentFormProps {
  readonly personId: PersonId;
  /** The one that is most wanted. */
  readonly kind: ConsentKind;
  readonly onDone: () => void;
}

const kinds = consentKind.options.map((value) => ({ value, label: consentKindLabels[value] }));

/** Records a signed paper. */
export const ConsentForm = ({ personId, kind: wanted, onDone }: ConsentFormProps) => {
  const [kind, setKind] = useState(wanted);
  const [givenOn, setGivenOn] = useState<string | null>(null);
  const [guardianName, setGuardianName] = useState<string | null>(null);
  const [guardianRelation, setGuardianRelation] = useState<string | null>(null);
  const [paper, setPaper] = useState<string | null>(null);
  const save = useMutation(useApi().people.addConsent.mutationOptions({ onSuccess: onDone }));
  const ofGuardian = kind === 'guardian';
  const sound = givenOn !== null && (!ofGuardian || guardianName !== null);
  const submit = (): void => {
    if (givenOn === null || !sound) return;
    const guardian = ofGuardian
      ? { guardianName, guardianRelation }
      : { guardianName: null, guardianRelation: null };
    save.mutate({ id: personId, consent: { kind, givenOn, paper, ...guardian } });
  };
  return (
    <ImeSafeForm aria-label="同意书" onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={2} verticalSpacing="xs">
          <Select
            label="哪一种"
            allowDeselect={false}
            data={kinds}
            value={kind}
            onChange={(value) => value !== null && setKind(value)}
          />
          <DateField label="签字日期" value={givenOn} onChange={setGivenOn} />
          {ofGuardian ? (
            <>
              <TextInput
                label="监护人姓名"
                withAsterisk
                maxLength={30}
                value={guardianName ?? ''}
                onChange={(event) => setGuardianName(textOrNull(event.currentTarget.value))}
              />
              <TextInput
                label="与本人关系"
                placeholder="如 母亲"
                maxLength={20}
                value={guardianRelation ?? ''}
                onChange={(event) => setGuardianRelation(textOrNull(event.currentTarget.value))}
              />
            </>
          ) : null}
          <TextInput
            label="纸质件在哪里"
            placeholder="如 花名册卷第 3 页"
            maxLength={120}
            value={paper ?? ''}
            onChange={(event) => setPaper(textOrNull(event.currentTarget.value))}
          />
        </SimpleGrid>
        <ErrorNotice error={save.error} />
        <Group gap="xs">
          <Button type="submit" disabled={!sound} loading={save.isPending}>
            记下
          </Button>
          <Button variant="default" onClick={onDone}>
            取消
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
