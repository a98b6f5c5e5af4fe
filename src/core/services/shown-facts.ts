import { maskPhone } from '../../shared/domain/masking.ts';
import type { Certificate } from '../../shared/domain/filing.ts';
import type { Founder, OrganizationFacts } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import type { RefusedField } from '../../shared/refusal-causes.ts';

/** Facts as a screen may show them: phones masked. The rest of a richer value stays as it is. */
export const shownFacts = <Facts extends Pick<OrganizationFacts, 'contactPhone' | 'founders'>>(
  facts: Facts,
): Facts => ({
  ...facts,
  contactPhone: maskPhone(facts.contactPhone),
  founders: facts.founders.map((founder) => ({ ...founder, phone: maskPhone(founder.phone) })),
});

/** A stub as a screen may show it. */
export const shownCertificate = (certificate: Certificate): Certificate => ({
  ...certificate,
  collectorPhone: maskPhone(certificate.collectorPhone),
});

/**
 * What a screen handed in for a phone: a mask stands for the number that it hides, anything else for itself.
 *
 * @param hidden the numbers that may be meant
 * @throws CodedError INVALID_VALUE `masked` for a mask that hides none of them
 */
export const unmaskedPhone = (
  field: RefusedField,
  given: string | null,
  hidden: readonly (string | null)[],
): string | null => {
  if (given === null || !given.includes('*')) return given;
  const meant = hidden.find((phone) => phone !== null && maskPhone(phone) === given);
  if (meant === undefined) throw new CodedError('INVALID_VALUE', { field, reason: 'masked' });
  return meant;
};

/** Founders of one name keep the number that their mask hides. */
const givenFounder = (given: Founder, known: readonly Founder[]): Founder => {
  const hidden = known.filter(({ name }) => name === given.name).map(({ phone }) => phone);
  return { ...given, phone: unmaskedPhone('founders', given.phone, hidden) };
};

/**
 * Facts as a screen hands them in, masks replaced by what they hide.
 *
 * @param known facts that the screen may have seen, the likeliest first
 * @throws CodedError INVALID_VALUE `contactPhone` or `founders` `masked`
 */
export const givenFacts = (
  given: OrganizationFacts,
  known: readonly Pick<OrganizationFacts, 'contactPhone' | 'founders'>[],
): OrganizationFacts => {
  const founders = known.flatMap((facts) => facts.founders);
  return {
    ...given,
    contactPhone: unmaskedPhone(
      'contactPhone',
      given.contactPhone,
      known.map(({ contactPhone }) => contactPhone),
    ),
    founders: given.founders.map((founder) => givenFounder(founder, founders)),
  };
};
