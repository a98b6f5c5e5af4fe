import type { PersonProfile } from '../../../../shared/domain/people.ts';

/** What every card of a person's page gets. */
export interface ProfileCardProps {
  readonly profile: PersonProfile;
}
