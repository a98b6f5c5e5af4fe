import type { ServiceRegister } from '../../../shared/domain/service-register.ts';

interface ServiceGroup {
  readonly label: string;
  /** The first is shown when the group is opened. */
  readonly registers: readonly [ServiceRegister, ...ServiceRegister[]];
}

/** Registers that are kept together, in the order of the policy's articles. */
export const serviceGroups: readonly ServiceGroup[] = [
  { label: '活动', registers: ['activity', 'consultation'] },
  { label: '志愿者', registers: ['volunteer', 'service-proof', 'integrity'] },
  { label: '供需与资源', registers: ['need', 'resource'] },
  { label: '购买与项目', registers: ['purchase', 'project'] },
  { label: '农村队伍', registers: ['rural-team'] },
  { label: '孵化与督导', registers: ['incubation-base', 'incubation', 'supervision'] },
  { label: '应急', registers: ['emergency-team', 'drill'] },
  { label: '品牌案例', registers: ['case'] },
];
