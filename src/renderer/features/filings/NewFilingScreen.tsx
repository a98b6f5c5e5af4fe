import { useSearchParams } from 'react-router';
import { entryMode, filingKind } from '../../../shared/domain/filing.ts';
import { organizationId } from '../../../shared/domain/ids.ts';
import { StartInitialForm } from './StartInitialForm.tsx';
import { StartOnOrganizationForm } from './StartOnOrganizationForm.tsx';

/** The first minute of a filing: of a new organization, or of one in the register when the address names it. */
export const NewFilingScreen = () => {
  const [query] = useSearchParams();
  const organization = organizationId.safeParse(query.get('organization')).data;
  if (organization === undefined) return <StartInitialForm />;
  const kind = filingKind.safeParse(query.get('kind')).data ?? 'change';
  const entry = entryMode.safeParse(query.get('entry')).data ?? 'live';
  return <StartOnOrganizationForm organizationId={organization} kind={kind} entry={entry} />;
};
