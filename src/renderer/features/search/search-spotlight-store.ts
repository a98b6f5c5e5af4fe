import { createSpotlight } from '@mantine/spotlight';

/** Opens and closes the one search of the application, from anywhere. */
export const [searchStore, searchSpotlight] = createSpotlight();
