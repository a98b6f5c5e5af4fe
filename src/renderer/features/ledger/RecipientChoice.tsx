import { Checkbox, Stack, Text } from '@mantine/core';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import type { BureauKey } from '../../../shared/domain/ledger.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';

interface RecipientChoiceProps {
  readonly keys: readonly BureauKey[];
  readonly selected: readonly BureauKeyId[];
  readonly onChange: (selected: readonly BureauKeyId[]) => void;
}

const describe = (confirmedAt: string | null, standing: BureauKey['standing']): string => {
  if (standing === 'expired') return '公钥已到期，请换新卡';
  if (confirmedAt === null) return '指纹还没有电话核对';
  return standing === 'expiring' ? '指纹已核对，公钥快到期了' : '指纹已核对';
};

/** Who may open the package. */
export const RecipientChoice = ({ keys, selected, onChange }: RecipientChoiceProps) => {
  const unconfirmed = keys.some(({ confirmedAt }) => confirmedAt === null);
  return (
    <Stack gap="xs" align="flex-start">
      {keys.length === 0 ? (
        <Text size="sm">
          还没有登记接收单位的公钥。报送包加了密，只有接收单位打得开，所以要先有它的公钥。
        </Text>
      ) : (
        <Checkbox.Group
          label="发给"
          value={selected.map(String)}
          onChange={(ids) => onChange(keys.map(({ id }) => id).filter((id) => ids.includes(id)))}
        >
          <Stack gap="xs" mt={4}>
            {keys.map(({ id, name, confirmedAt, standing }) => (
              <Checkbox
                key={id}
                value={id}
                label={name}
                description={describe(confirmedAt, standing)}
                disabled={standing === 'expired'}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {keys.length === 0 || unconfirmed ? (
        <LinkButton to={paths.ledgerKeys} variant="light" size="xs">
          {keys.length === 0 ? '去登记接收公钥' : '去核对指纹'}
        </LinkButton>
      ) : null}
    </Stack>
  );
};
