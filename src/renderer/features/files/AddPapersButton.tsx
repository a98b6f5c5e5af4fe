import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useDossierSealed } from '../exits/dossier-sealed.ts';
import type { Place } from './take-in/AskPlaceForm.tsx';
import { useTakeInRoom } from './take-in/TakeInRoom.tsx';

interface AddPapersButtonProps {
  readonly label: string;
  /** Where they go; asked for where it is left out. */
  readonly place?: Place;
  readonly quiet?: boolean;
}

/** Chooses files from this computer and takes them into the dossier. */
export const AddPapersButton = ({ label, place, quiet = false }: AddPapersButtonProps) => {
  const { offer } = useTakeInRoom();
  const sealed = useDossierSealed();
  const reset = useRef<() => void>(null);
  return (
    <FileButton
      multiple
      disabled={sealed}
      resetRef={reset}
      onChange={(files) => {
        offer(files, place);
        reset.current?.();
      }}
    >
      {(props) => (
        <Button
          {...props}
          type="button"
          disabled={sealed}
          variant={quiet ? 'subtle' : 'light'}
          size={quiet ? 'compact-sm' : 'sm'}
          leftSection={<IconPaperclip size={16} stroke={1.6} />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
};
