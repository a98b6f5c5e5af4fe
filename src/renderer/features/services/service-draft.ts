import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ServiceRow, ServiceView } from '../../../shared/contract/service-registers.ts';
import type { CommunityId, PersonId } from '../../../shared/domain/ids.ts';
import type { PersonInput } from '../../../shared/domain/person.ts';
import {
  paymentsIn,
  registerSpec,
  type ServiceContent,
  type ServiceRegister,
  type ServiceValue,
} from '../../../shared/domain/service-register.ts';
import { fieldLabel, registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { todayHere } from '../filings/today-here.ts';
import type { ChosenOrganization } from '../scans/OrganizationBox.tsx';

export interface NamedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly maskedPhone: string | null;
  /** Minutes as typed. */
  readonly minutes: number;
  readonly note: string | null;
}

/** What is typed of a line. */
export interface ServiceDraft {
  readonly organization: ChosenOrganization | null;
  readonly communityId: CommunityId | null;
  readonly person: { readonly id: PersonId; readonly name: string } | null;
  /** Somebody who is entered with the line. */
  readonly newPerson: PersonInput | null;
  /** null while no sound day is typed. */
  readonly occurredOn: string | null;
  readonly title: string;
  readonly content: ServiceContent;
  readonly people: readonly NamedPerson[];
  /** Names of what the fields refer to, by id. */
  readonly names: Readonly<Record<string, string>>;
}

const blank = (organization: ChosenOrganization | null): ServiceDraft => ({
  organization,
  communityId: null,
  person: null,
  newPerson: null,
  occurredOn: todayHere(),
  title: '',
  content: {},
  people: [],
  names: {},
});

const draftOf = ({ row, people }: ServiceView): ServiceDraft => ({
  organization:
    row.organizationId === null ? null : { id: row.organizationId, name: row.organizationName ?? '' },
  communityId: row.communityId,
  person: row.personId === null ? null : { id: row.personId, name: row.personName ?? '' },
  newPerson: null,
  occurredOn: row.occurredOn,
  title: row.title,
  content: row.content,
  people,
  names: row.names,
});

/** People have no title of their own: a volunteer's line is called by the name. */
const titleOf = (register: ServiceRegister, { title, person, newPerson }: ServiceDraft): string =>
  register === 'volunteer' ? (newPerson?.name ?? person?.name ?? '') : title;

const lacksOf = (register: ServiceRegister, draft: ServiceDraft): readonly string[] => {
  const words = registerWords(register);
  const spec = registerSpec(register);
  const given = { organization: draft.organization, community: draft.communityId, person: draft.person };
  const lacks = [
    [words.day, draft.occurredOn === null],
    [words.title, titleOf(register, draft).trim() === ''],
    [words.organization, spec.organization === 'required' && given.organization === null],
    ['社区（村）', spec.community === 'required' && given.community === null],
    [words.person, spec.person === 'required' && given.person === null && draft.newPerson === null],
    ...Object.entries(spec.fields).map(([field, { required }]) => {
      const value = draft.content[field] ?? null;
      return [fieldLabel(register, field), required && (value === null || value === '')] as const;
    }),
    ...Object.keys(spec.fields).map(
      (field) =>
        [
          `${fieldLabel(register, field)}的金额`,
          paymentsIn(draft.content[field] ?? null).some(({ fen }) => fen === 0),
        ] as const,
    ),
  ] as const;
  return [...new Set(lacks.filter(([, lacking]) => lacking).map(([name]) => name))];
};

export interface ServiceForm {
  readonly register: ServiceRegister;
  readonly draft: ServiceDraft;
  readonly change: (part: Partial<ServiceDraft>) => void;
  readonly setField: (field: string, value: ServiceValue, names?: Readonly<Record<string, string>>) => void;
  /** What still keeps it from being saved, in the words of the form. */
  readonly lacks: readonly string[];
  readonly submit: () => void;
  readonly saving: boolean;
  readonly error: unknown;
}

/** A form for a new line (`view` null) or for one that is changed. */
export const useServiceForm = (
  register: ServiceRegister,
  view: ServiceView | null,
  organization: ChosenOrganization | null,
  onSaved: (row: ServiceRow) => void,
): ServiceForm => {
  const [draft, setDraft] = useState<ServiceDraft>(() =>
    view === null ? blank(organization) : draftOf(view),
  );
  const save = useMutation(useApi().serviceRegisters.save.mutationOptions({ onSuccess: onSaved }));
  const lacks = lacksOf(register, draft);
  return {
    register,
    draft,
    lacks,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    setField: (field, value, names = {}) =>
      setDraft((before) => ({
        ...before,
        content: { ...before.content, [field]: value },
        names: { ...before.names, ...names },
      })),
    submit: () => {
      if (draft.occurredOn === null || lacks.length > 0) return;
      save.mutate({
        id: view?.row.id ?? null,
        newPerson: draft.newPerson,
        line: {
          register,
          organizationId: draft.organization?.id ?? null,
          communityId: draft.communityId,
          personId: draft.newPerson === null ? (draft.person?.id ?? null) : null,
          occurredOn: draft.occurredOn,
          title: titleOf(register, draft).trim(),
          content: draft.content,
          people: draft.people.map(({ personId, minutes, note }) => ({ personId, minutes, note })),
        },
      });
    },
    saving: save.isPending,
    error: save.error,
  };
};
