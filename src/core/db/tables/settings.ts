import { EntitySchema } from 'typeorm';

export interface SettingRow {
  readonly key: string;
  readonly value: string;
}

export const settingsTable = new EntitySchema<SettingRow>({
  name: 'settings',
  tableName: 'settings',
  columns: { key: { type: 'text', primary: true }, value: { type: 'text' } },
});
