import type { OrganizationStatus } from '../../../shared/domain/organization.ts';
import { organizationStatusLabels } from '../../../shared/labels/organization.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { organizationTones } from './organization-tones.ts';

export const OrganizationStatusBadge = ({ status }: { readonly status: OrganizationStatus }) => (
  <StatusBadge tone={organizationTones[status]}>{organizationStatusLabels[status]}</StatusBadge>
);
