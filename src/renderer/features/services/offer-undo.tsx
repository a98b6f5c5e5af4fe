import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';

interface Done {
  /** Of the notice. */
  readonly id: string;
  /** What was done. */
  readonly title: string;
  readonly onUndo: () => void;
}

/** Tells what was done, and takes it back with one press. */
export const offerUndo = ({ id, title, onUndo }: Done): void => {
  notifications.show({
    id,
    title,
    message: (
      <Button
        mt={6}
        size="compact-sm"
        variant="light"
        onClick={() => {
          notifications.hide(id);
          onUndo();
        }}
      >
        撤销
      </Button>
    ),
    autoClose: 15_000,
  });
};
