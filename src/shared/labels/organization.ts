import type { DueFilter } from '../contract/organizations.ts';
import type { SettlementKind } from '../domain/office.ts';
import type {
  Categories,
  CategoryScheme,
  DomainCategory,
  FallbackPartyKind,
  FourClass,
  NatureCategory,
  OrganizationStatus,
  SixClass,
} from '../domain/organization.ts';

export const organizationStatusLabels: Readonly<Record<OrganizationStatus, string>> = {
  preparing: '筹备中',
  filing: '备案办理中',
  filed: '已备案',
  changing: '变更备案中',
  rectifying: '整改中',
  inactive: '停止活动',
  dissolving: '拟注销',
  dissolved: '已注销',
  revoked: '撤销备案',
  registered: '转为依法登记',
  refused: '不予备案',
};

export const settlementLabels: Readonly<Record<SettlementKind, string>> = { urban: '城镇', rural: '农村' };

export const categorySchemeLabels: Readonly<Record<CategoryScheme, string>> = {
  'four-class': '四类',
  domain: '四个领域',
  'six-class': '六类',
  nature: '三种性质',
};

export const fourClassLabels: Readonly<Record<FourClass, string>> = {
  'public-welfare': '公益慈善类',
  'living-service': '生活服务类',
  'community-affairs': '社区事务类',
  'culture-sports': '文体活动类',
};

/** The four domains in the words of policy Art. 4(1)–(4). */
export const domainCategoryLabels: Readonly<Record<DomainCategory, string>> = {
  'service-supply': '社区服务供给',
  consultation: '社区协商共治',
  'safe-community': '平安社区建设',
  civility: '社区精神文明',
};

export const sixClassLabels: Readonly<Record<SixClass, string>> = {
  consultation: '议事协商类',
  harmony: '和谐促进类',
  service: '便民服务类',
  'culture-sports': '文体活动类',
  hub: '枢纽类',
  other: '其他类',
};

export const natureLabels: Readonly<Record<NatureCategory, string>> = {
  'public-benefit': '公益性',
  service: '服务性',
  'mutual-aid': '互助性',
};

/** Words of every category, by its scheme. */
export const categoryLabels = {
  'four-class': fourClassLabels,
  domain: domainCategoryLabels,
  'six-class': sixClassLabels,
  nature: natureLabels,
} as const satisfies Readonly<Record<CategoryScheme, Readonly<Record<string, string>>>>;

/** In the words of policy Art. 1. */
export const fallbackPartyLabels: Readonly<Record<FallbackPartyKind, string>> = {
  'community-party-organization': '城乡社区党组织',
  'plaza-park-federation': '广场公园社团联合会党组织',
};

/** Words of the first category that an organization has, in the order in which papers name it; null where it has none. */
export const categoryWords = (categories: Categories): string | null => {
  const { 'four-class': four, domain, 'six-class': six, nature } = categories;
  if (four !== null) return fourClassLabels[four];
  if (domain !== null) return domainCategoryLabels[domain];
  if (six !== null) return sixClassLabels[six];
  return nature === null ? null : natureLabels[nature];
};

export const dueFilterLabels: Readonly<Record<DueFilter, string>> = {
  'certificate-expired': '证书已过期',
  'certificate-expiring': '证书将到期',
  'matter-soon': '整改、整治将到期',
};
