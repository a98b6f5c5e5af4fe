import { settingsTable } from './settings.ts';

/** Every table that TypeORM knows. */
export const tables = [settingsTable] as const;
