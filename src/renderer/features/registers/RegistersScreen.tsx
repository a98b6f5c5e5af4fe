import type { ReactNode } from 'react';
import { registerTabs, type RegisterTab } from '../../app/paths.ts';
import { ListScreen, ListTabs } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CandidatesRegister } from './CandidatesRegister.tsx';
import { CategoriesRegister } from './CategoriesRegister.tsx';
import { CertificatesRegister } from './CertificatesRegister.tsx';
import { IssuedRegister } from './IssuedRegister.tsx';
import { NumbersRegister } from './NumbersRegister.tsx';
import { PartyRegister } from './PartyRegister.tsx';
import { TimelinessRegister } from './TimelinessRegister.tsx';
import { SealUsesRegister } from './SealUsesRegister.tsx';
import { RestrictionsRegister } from './RestrictionsRegister.tsx';

const registers: Readonly<Record<RegisterTab, { readonly label: string; readonly Body: () => ReactNode }>> = {
  certificates: { label: '备案证书', Body: CertificatesRegister },
  numbers: { label: '备案号', Body: NumbersRegister },
  candidates: { label: '拟登记台账', Body: CandidatesRegister },
  party: { label: '兜底党组织', Body: PartyRegister },
  categories: { label: '分类', Body: CategoriesRegister },
  restrictions: { label: '限制名单', Body: RestrictionsRegister },
  timeliness: { label: '办理时限', Body: TimelinessRegister },
  issued: { label: '已发文书', Body: IssuedRegister },
  'seal-uses': { label: '用印登记', Body: SealUsesRegister },
};

const tabs = registerTabs.map((value) => ({ value, ...registers[value] }));

/** The registers that a street keeps besides its organizations; the open one and its filters are in the address. */
export const RegistersScreen = () => (
  <ListScreen>
    <PageHeader title="登记簿" />
    <ListTabs tabs={tabs} />
  </ListScreen>
);
