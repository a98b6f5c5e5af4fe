import { Modal, ModalStackContext, type ModalProps } from '@mantine/core';
import { use, useEffect, useRef } from 'react';

interface StackedModalProps extends Omit<ModalProps, 'opened'> {
  readonly stackId: string;
}

/** A modal that may stand over another one of its `Modal.Stack`: Escape closes the topmost only. It is open while it is there. */
export const StackedModal = ({ stackId, ...rest }: StackedModalProps) => {
  const stack = use(ModalStackContext);
  const leave = useRef(stack?.removeModal);
  // Mantine takes a modal off the stack when it is closed, not when it goes away.
  useEffect(() => () => leave.current?.(stackId), [stackId]);
  return <Modal {...rest} opened stackId={stackId} />;
};
