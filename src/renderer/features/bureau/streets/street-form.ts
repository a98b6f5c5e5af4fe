import { streetInput, type StreetInput } from '../../../../shared/domain/bureau.ts';

export const emptyStreet = (districtCode: string): StreetInput => ({
  code: districtCode,
  name: '',
  contactName: null,
  contactPhone: null,
  remark: '',
  expectedFrom: null,
  expectedUntil: null,
});

/** What is wrong with a code; nothing while only the district's part is there. */
export const codeError = (code: string, districtCode: string): string | undefined => {
  if (code === '' || code === districtCode) return undefined;
  if (!streetInput.shape.code.safeParse(code).success) return '9 位数字';
  return code.startsWith(districtCode) ? undefined : `要以本区代码 ${districtCode} 开头`;
};
