import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './ChooseWorkbook.module.css';

interface ChooseWorkbookProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChosen: (file: File) => void;
}

/** Takes a workbook by choice or by drop. */
export const ChooseWorkbook = ({ busy, error, onChosen }: ChooseWorkbookProps) => {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file !== null && !busy) onChosen(file);
  };
  return (
    <Stack>
      <div
        className={`${classes['drop']} ${over ? classes['over'] : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconTableImport size={40} stroke={1.4} aria-hidden />
        <FileButton accept=".xlsx,.xlsm,.xls,.csv" onChange={(file) => file !== null && onChosen(file)}>
          {(props) => (
            <Button {...props} loading={busy} data-autofocus autoFocus>
              选择 Excel 表格
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          也可以把表格拖到这里。组织台账和成员花名册可以在一个文件里。.xlsx、.xls 和 .csv 都行。
        </Text>
        <Text size="sm" c="dimmed">
          先试导看结果，这一步不会改动档案。
        </Text>
      </div>
      <ErrorNotice error={error} />
    </Stack>
  );
};
