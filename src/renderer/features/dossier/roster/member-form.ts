import { minorityOn } from '../../../../shared/domain/age.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { ConsentInput } from '../../../../shared/domain/people.ts';
import { readIdentityNumber } from '../../../../shared/domain/identity-number.ts';
import type {
  MemberRole,
  MembershipInput,
  PersonInput,
  RosterRow,
} from '../../../../shared/domain/person.ts';

/** What is typed of a member: the person and the place in this organization. */
export interface MemberDraft {
  readonly person: PersonInput;
  readonly membership: Omit<MembershipInput, 'personId' | 'organizationId'>;
  /** Of somebody under 14; blank for everybody else. */
  readonly guardian: GuardianDraft;
}

/** The guardian's consent as it is typed. */
export interface GuardianDraft {
  readonly givenOn: string | null;
  readonly name: string | null;
  readonly relation: string | null;
  readonly paper: string | null;
}

const noGuardian: GuardianDraft = { givenOn: null, name: null, relation: null, paper: null };

const emptyDraft: MemberDraft = {
  person: {
    name: '',
    sex: null,
    birthDate: null,
    politicalStatus: null,
    identityKind: 'resident-id',
    identityNumber: null,
    phone: null,
  },
  membership: { role: 'member', roleTitle: null, joinedOn: null, leftOn: null, remark: null },
  guardian: noGuardian,
};

/** A draft of a member as known to the screen: numbers stay blank, because only masks ever leave the core. */
export const draftOf = (member: RosterRow | null, role: MemberRole = 'member'): MemberDraft =>
  member === null
    ? { ...emptyDraft, membership: { ...emptyDraft.membership, role } }
    : {
        person: {
          ...emptyDraft.person,
          name: member.name,
          sex: member.sex,
          birthDate: member.birthMonth,
          politicalStatus: member.politicalStatus,
        },
        membership: {
          role: member.role,
          roleTitle: member.roleTitle,
          joinedOn: member.joinedOn,
          leftOn: member.leftOn,
          remark: member.remark,
        },
        guardian: noGuardian,
      };

/** The consent to record; null while it is not whole. */
export const guardianConsentOf = ({ givenOn, name, relation, paper }: GuardianDraft): ConsentInput | null =>
  givenOn === null || name === null
    ? null
    : { kind: 'guardian', givenOn, guardianName: name, guardianRelation: relation, paper };

/** Somebody who is, by what is typed, under 14 and was not known to be: the guardian has to agree first. */
export const needsGuardian = (draft: MemberDraft, member: RosterRow | null, today: IsoDate): boolean =>
  minorityOn(draft.person.birthDate, today) === 'under-14' && member?.minority !== 'under-14';

/** Only what was changed of a person: what the screen never saw must not be overwritten. */
export const personChanges = (before: PersonInput, after: PersonInput): Partial<PersonInput> => {
  const changed = Object.entries(after).filter(([key, value]) => before[key as keyof PersonInput] !== value);
  return Object.fromEntries(changed);
};

/** Why a resident identity number cannot be right; null when it can, or when it is another kind of document. */
export const identityProblem = ({ identityKind, identityNumber }: PersonInput): string | null => {
  if (identityNumber === null || identityKind !== 'resident-id') return null;
  return readIdentityNumber(identityNumber).kind === 'refused' ? '号码不对：请核对位数和最后一位' : null;
};

/** The person with a newly typed number; a sound resident number also tells sex and birth date. */
export const withIdentityNumber = (person: PersonInput, typed: string): PersonInput => {
  const identityNumber = typed.trim() === '' ? null : typed;
  if (identityNumber === null || person.identityKind !== 'resident-id') return { ...person, identityNumber };
  const reading = readIdentityNumber(identityNumber);
  if (reading.kind !== 'value') return { ...person, identityNumber };
  const { sex, birthDate } = reading.value;
  return { ...person, identityNumber, sex: sex ?? person.sex, birthDate: birthDate ?? person.birthDate };
};
