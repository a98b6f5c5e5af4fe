import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { CertificateRow } from '../../../shared/domain/filing.ts';
import { CertificateModal } from './CertificateModal.tsx';
import type { CertificateAction } from './use-certificate-action.ts';

type CertificateOfAction = Pick<
  CertificateRow,
  'id' | 'filingNumber' | 'issuedOn' | 'validTo' | 'issuedBy' | 'status' | 'recoveredOn' | 'lossStatement'
>;

const actionLabels: Readonly<Record<CertificateAction, string>> = {
  replace: '补发',
  renew: '延续有效期',
  void: '作废',
  return: '登记收回或遗失',
};

const actionsOf = ({
  status,
  validTo,
  recoveredOn,
  lossStatement,
}: CertificateOfAction): readonly CertificateAction[] => {
  if (status === 'valid') return validTo === null ? ['replace', 'void'] : ['replace', 'renew', 'void'];
  return recoveredOn === null && lossStatement === null ? ['return'] : [];
};

/** What can be done with a certificate: issued again, renewed, voided, or found again. */
export const CertificateActions = ({ certificate }: { readonly certificate: CertificateOfAction }) => {
  const [open, setOpen] = useState<CertificateAction | null>(null);
  const actions = actionsOf(certificate);
  if (actions.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray.7" aria-label={`${certificate.filingNumber}怎么办`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item key={action} onClick={() => setOpen(action)}>
              {actionLabels[action]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {open === null ? null : (
        <CertificateModal
          certificate={certificate}
          action={open}
          title={actionLabels[open]}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
};
