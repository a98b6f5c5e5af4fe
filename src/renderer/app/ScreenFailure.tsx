import { Container } from '@mantine/core';
import { useRouteError } from 'react-router';
import { ErrorNotice } from '../components/ErrorNotice.tsx';

/** A screen that broke says so calmly; the navigation around it stays. */
export const ScreenFailure = () => (
  <Container size="sm" py="xl">
    <ErrorNotice error={useRouteError()} />
  </Container>
);
