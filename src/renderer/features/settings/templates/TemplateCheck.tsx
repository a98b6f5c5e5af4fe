import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { TemplateFlaw } from '../../../../shared/domain/office-template.ts';
import { templateFlawWords } from '../../../../shared/labels/office-template.ts';

interface TemplateCheckProps {
  readonly result: { readonly saved: boolean; readonly flaws: readonly TemplateFlaw[] };
}

/** What came of an import: what must be mended, and which facts the template leaves out. */
export const TemplateCheck = ({ result: { saved, flaws } }: TemplateCheckProps) => {
  const wrong = flaws.filter(({ kind }) => kind !== 'missing');
  const missing = flaws.filter(({ kind }) => kind === 'missing');
  return (
    <Alert
      role="status"
      color={saved ? 'teal' : 'orange'}
      icon={saved ? <IconCircleCheck size={20} /> : <IconAlertTriangle size={20} />}
      title={saved ? '模板已启用' : '模板没有保存，请改好再导入'}
    >
      {wrong.length === 0 ? null : (
        <List size="sm" spacing={4}>
          {wrong.map(({ kind, name }) => (
            <List.Item key={`${kind} ${name}`}>{templateFlawWords[kind](name)}</List.Item>
          ))}
        </List>
      )}
      {missing.length === 0 ? null : (
        <Text size="sm" mt={wrong.length === 0 ? 0 : 'xs'}>
          模板里没有用到：{missing.map(({ name }) => templateFlawWords.missing(name)).join('、')}
          。不需要的可以不用。
        </Text>
      )}
      {flaws.length === 0 ? <Text size="sm">占位符都认得，没有缺漏。</Text> : null}
    </Alert>
  );
};
