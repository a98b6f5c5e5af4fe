import { Grid, Stack } from '@mantine/core';
import type { Charter } from '../../../shared/contract/charters.ts';
import { fillCharter } from '../../../shared/domain/charter.ts';
import type { CharterClause } from '../../../shared/domain/charter-clauses.ts';
import { Card } from '../../components/Card.tsx';
import { CharterArticles } from './CharterArticles.tsx';
import { CharterHeader } from './CharterHeader.tsx';
import { ClauseCard } from './ClauseCard.tsx';

interface CharterViewProps {
  readonly charter: Charter;
  readonly clauses: readonly CharterClause[];
}

/** A charter that has been handed in, as it stands. */
export const CharterView = ({ charter, clauses }: CharterViewProps) => {
  const filled = fillCharter(charter.text, charter.values);
  return (
    <>
      <CharterHeader charter={charter} detail="已经上报或办结，要改请办变更备案" />
      <Grid gap="md">
        <Grid.Col span={8}>
          <Card>
            <CharterArticles text={filled} />
          </Card>
        </Grid.Col>
        <Grid.Col span={4}>
          <Stack gap="md">
            <ClauseCard charter={filled} clauses={clauses} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
};
