import { SimpleGrid, Switch, TextInput } from '@mantine/core';
import type { RuleFieldsProps } from './rule-fields.ts';

/** How official papers name their basis, and whether they are printed with a red head. */
export const PaperRuleFields = ({ body, onChange }: RuleFieldsProps) => {
  const { papers } = body;
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="依据文件名称"
        description="印在通知书、批复、公示里，不用写书名号；空着就写“本市社区社会组织管理有关文件”"
        maxLength={80}
        value={papers.policyTitle ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...body, papers: { ...papers, policyTitle: value === '' ? null : value } })
        }
      />
      <Switch
        label="公文印红头"
        description="用印好红头的纸就不要打开"
        mt="lg"
        checked={papers.redHead}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...body, papers: { ...papers, redHead: checked } })
        }
      />
    </SimpleGrid>
  );
};
