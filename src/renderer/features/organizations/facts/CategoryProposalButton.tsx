import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { withProposals } from '../../../../shared/domain/category-mapping.ts';
import { useApi } from '../../../app/archive-api.tsx';
import type { FactsFieldsProps } from './FactsText.tsx';

/** Fills in the schemes for which a category follows from another; shown only where one does. */
export const CategoryProposalButton = ({ facts, onChange }: FactsFieldsProps) => {
  const { data: rules } = useQuery(useApi().rules.current.queryOptions({ input: { on: null } }));
  const text = `${facts.name}${facts.businessScope ?? ''}`;
  const proposed = withProposals(facts.categories, text, rules?.body.categoryMapping ?? []);
  if (JSON.stringify(proposed) === JSON.stringify(facts.categories)) return null;
  return (
    <Button
      variant="light"
      style={{ alignSelf: 'end', justifySelf: 'start' }}
      onClick={() => onChange({ ...facts, categories: proposed })}
    >
      按对照补其他分类
    </Button>
  );
};
