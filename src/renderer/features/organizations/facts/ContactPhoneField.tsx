import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { maskPhone } from '../../../../shared/domain/masking.ts';
import { textOrNull } from './facts-form.ts';
import type { FactsFieldsProps } from './FactsText.tsx';

/** A phone that is known already stays masked on the screen; typing replaces it, leaving the box blank keeps it. */
export const ContactPhoneField = ({ facts, onChange }: FactsFieldsProps) => {
  const [known] = useState(facts.contactPhone);
  const typed = facts.contactPhone === known ? '' : (facts.contactPhone ?? '');
  return (
    <TextInput
      label="联系电话"
      autoComplete="off"
      maxLength={30}
      placeholder={known === null ? '' : `${maskPhone(known)}（不改就空着）`}
      value={typed}
      onChange={(event) =>
        onChange({ ...facts, contactPhone: textOrNull(event.currentTarget.value) ?? known })
      }
    />
  );
};
