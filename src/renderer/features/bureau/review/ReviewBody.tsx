import { Grid, Stack } from '@mantine/core';
import type { PackageReview } from '../../../../shared/domain/bureau.ts';
import { DifferencesCard } from './DifferencesCard.tsx';
import { FindingsCard } from './FindingsCard.tsx';
import { ReviewHead } from './ReviewHead.tsx';

/** Counts, data-quality findings, and what has changed: what a person decides on. */
export const ReviewBody = ({ review }: { readonly review: PackageReview }) => (
  <Stack gap="md">
    <ReviewHead review={review} />
    <Grid gap="md">
      <Grid.Col span={6}>
        <FindingsCard findings={review.findings} />
      </Grid.Col>
      <Grid.Col span={6}>
        <DifferencesCard differences={review.differences} />
      </Grid.Col>
    </Grid>
  </Stack>
);
