import { useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';

interface ImeSafeFormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
}

/**
 * A form for people who type Chinese: the Enter that ends a composition picks a word and never submits. Engines
 * differ in whether that Enter comes before or after `compositionend`, so both are held back.
 */
export const ImeSafeForm = ({ onSubmit, children, ...rest }: ImeSafeFormProps) => {
  const composing = useRef(false);
  const holdEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!composing.current) onSubmit();
  };
  return (
    <form
      {...rest}
      noValidate
      onKeyDownCapture={holdEnter}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => setTimeout(() => (composing.current = false))}
      onSubmit={submit}
    >
      {children}
    </form>
  );
};
