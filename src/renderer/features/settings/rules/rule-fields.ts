import type { RulePackBody } from '../../../../shared/domain/rule-pack.ts';

export interface RuleFieldsProps {
  readonly body: RulePackBody;
  readonly onChange: (body: RulePackBody) => void;
}
