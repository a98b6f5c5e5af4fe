import { SimpleGrid, Text, TextInput } from '@mantine/core';
import type { BureauProfile } from '../../../../shared/domain/bureau.ts';
import { bureauFieldError, usualBureauName } from './bureau-profile-form.ts';

interface BureauProfileFieldsProps {
  readonly profile: BureauProfile;
  readonly onChange: (profile: BureauProfile) => void;
  /** Only what an archive cannot begin without. */
  readonly brief?: boolean;
}

/** The district and its bureau, as they stand on key cards and receipts. */
export const BureauProfileFields = ({ profile, onChange, brief = false }: BureauProfileFieldsProps) => {
  const field = (name: keyof BureauProfile, optional = false) => ({
    value: profile[name] ?? '',
    withAsterisk: !optional,
    error: bureauFieldError(profile, name),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ ...profile, [name]: optional && value === '' ? null : value }),
  });
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput label="区（县）名称" placeholder="如 滨江区" data-autofocus {...field('districtName')} />
      <TextInput
        label="区（县）区划代码"
        placeholder="6 位数字"
        inputMode="numeric"
        {...field('districtCode')}
      />
      {brief ? (
        profile.districtName.trim() === '' ? null : (
          <Text size="sm" c="dimmed" style={{ gridColumn: '1 / -1' }}>
            公钥卡和回执上写“{usualBureauName(profile.districtName)}”，以后可以在设置里改。
          </Text>
        )
      ) : (
        <>
          <TextInput
            label="接收单位"
            description="印在公钥卡和回执上。"
            placeholder={usualBureauName(profile.districtName)}
            {...field('bureauName')}
            withAsterisk={false}
          />
          <div />
          <TextInput label="联系人" {...field('contactName', true)} />
          <TextInput label="联系电话" {...field('contactPhone', true)} />
        </>
      )}
    </SimpleGrid>
  );
};
