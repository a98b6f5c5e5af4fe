import type { OrganizationStatus } from '../../../shared/domain/organization.ts';
import type { StatusTone } from '../../components/StatusBadge.tsx';

export const organizationTones: Readonly<Record<OrganizationStatus, StatusTone>> = {
  preparing: 'waiting',
  filing: 'going',
  filed: 'good',
  changing: 'going',
  rectifying: 'late',
  inactive: 'waiting',
  dissolving: 'waiting',
  dissolved: 'ended',
  revoked: 'ended',
  registered: 'good',
  refused: 'ended',
};
