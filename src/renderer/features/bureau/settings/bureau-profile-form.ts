import { bureauProfile, type BureauProfile } from '../../../../shared/domain/bureau.ts';

export const emptyBureauProfile: BureauProfile = {
  districtCode: '',
  districtName: '',
  bureauName: '',
  contactName: null,
  contactPhone: null,
};

/** What a bureau is called where nobody says otherwise. */
export const usualBureauName = (districtName: string): string =>
  districtName.trim() === '' ? '' : `${districtName.trim()}民政局`;

/** The profile as it is handed over: a bureau that was not named bears its district's name. */
export const bureauProfileOf = (draft: BureauProfile): BureauProfile => ({
  ...draft,
  bureauName: draft.bureauName.trim() === '' ? usualBureauName(draft.districtName) : draft.bureauName,
});

const hints: Readonly<Partial<Record<keyof BureauProfile, string>>> = { districtCode: '6 位数字' };

/** What is wrong with a field that has been filled in; an empty one is not yet wrong. */
export const bureauFieldError = (profile: BureauProfile, field: keyof BureauProfile): string | undefined => {
  const value = profile[field];
  if (value === null || value === '') return undefined;
  return bureauProfile.shape[field].safeParse(value).success ? undefined : (hints[field] ?? '写得太长');
};
