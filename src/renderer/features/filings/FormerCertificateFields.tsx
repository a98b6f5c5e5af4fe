import { FormerPaper } from '../certificates/FormerPaper.tsx';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';

interface FormerCertificateFieldsProps extends StepDraftFieldsProps {
  readonly issuedOn: string;
}

/** What became of the certificate that was valid until now: collected, declared lost, or still outside. */
export const FormerCertificateFields = ({ draft, onChange, issuedOn }: FormerCertificateFieldsProps) => (
  <FormerPaper
    label={`旧证书（${issuedOn} 发）的去向`}
    outcomes={['collected', 'lost', 'outstanding']}
    value={draft.former}
    onChange={(former) => onChange({ former })}
  />
);
