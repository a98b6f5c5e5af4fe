import { SimpleGrid, TextInput } from '@mantine/core';
import type { OfficeProfile } from '../../../shared/domain/office.ts';
import { officeFieldError } from './office-profile-form.ts';

interface OfficeProfileFieldsProps {
  readonly profile: OfficeProfile;
  readonly onChange: (profile: OfficeProfile) => void;
  /** Only what an archive cannot begin without. */
  readonly brief?: boolean;
}

interface OfficeField {
  readonly field: keyof OfficeProfile;
  readonly label: string;
  readonly placeholder?: string;
  readonly description?: string;
  /** May be left blank. */
  readonly optional?: true;
}

const fields: readonly OfficeField[] = [
  { field: 'districtName', label: '区（县）名称', placeholder: '如 滨江区' },
  { field: 'districtCode', label: '区（县）区划代码', placeholder: '6 位数字' },
  { field: 'streetName', label: '街道（镇）名称', placeholder: '如 新河街道' },
  { field: 'streetCode', label: '街道区划代码', placeholder: '9 位数字' },
  { field: 'authorityName', label: '备案机关', placeholder: '如 新河街道办事处' },
  { field: 'shortName', label: '备案号里的简称', placeholder: '如 新河街' },
  { field: 'hubName', label: '枢纽型社会组织', placeholder: '如 新河街道社会组织联合会' },
  { field: 'hubCreditCode', label: '枢纽组织信用代码', placeholder: '18 位', optional: true },
  { field: 'partyCommittee', label: '街道党（工）委', placeholder: '如 新河街道党工委', optional: true },
  { field: 'contactName', label: '联系人', optional: true },
  { field: 'contactPhone', label: '联系电话', optional: true },
  { field: 'address', label: '办公地址', optional: true },
  { field: 'fondsCode', label: '全宗号', placeholder: '档案馆给定后再填', optional: true },
];

export const OfficeProfileFields = ({ profile, onChange, brief = false }: OfficeProfileFieldsProps) => (
  <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
    {fields
      .filter(({ optional }) => !brief || optional === undefined)
      .map(({ field, optional, ...rest }) => (
        <TextInput
          key={field}
          {...rest}
          withAsterisk={optional === undefined}
          value={profile[field] ?? ''}
          error={officeFieldError(profile, field)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...profile, [field]: optional === true && value === '' ? null : value })
          }
        />
      ))}
  </SimpleGrid>
);
