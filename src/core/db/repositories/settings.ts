import type { Reader, Writer } from '../archive-store.ts';

export const getSetting = (reader: Reader, key: string): string | null =>
  reader.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', [key])?.value ?? null;

export const saveSetting = (writer: Writer, key: string, value: string): void => {
  writer.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
};
