import { useLocalStorage } from '@mantine/hooks';

export interface StoredColumns<Column extends string> {
  readonly hidden: readonly Column[];
  readonly toggle: (column: Column) => void;
  readonly reset: () => void;
  /** Puts away these and no others. */
  readonly set: (hidden: readonly Column[]) => void;
}

/** Which columns of a table a person has put away; kept on this computer under `key`. */
export const useStoredColumns = <Column extends string>(
  key: string,
  hiddenAtFirst: readonly Column[],
): StoredColumns<Column> => {
  const [hidden, setHidden] = useLocalStorage<readonly Column[]>({
    key: `hub-archive-columns-${key}`,
    defaultValue: hiddenAtFirst,
    getInitialValueInEffect: false,
  });
  return {
    hidden,
    toggle: (column) =>
      setHidden(hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column]),
    reset: () => setHidden(hiddenAtFirst),
    set: setHidden,
  };
};
