import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';

/** A form that the page itself handles: it is never submitted, also where Enter is pressed and no button is left. */
export const Form = (props: Omit<ComponentProps<'form'>, 'onSubmit'>) => (
  <form {...props} onSubmit={(event) => event.preventDefault()} />
);

interface SendButtonProps extends Omit<ComponentProps<typeof Button>, 'type' | 'onClick'> {
  onSend: () => void;
}

/** Its main button, heard by its click, which Enter in a field makes too: in a sandboxed frame no form is submitted. */
export const SendButton = ({ onSend, ...rest }: SendButtonProps) => (
  <Button
    type="submit"
    look="strong"
    {...rest}
    onClick={(event) => {
      event.preventDefault();
      onSend();
    }}
  />
);
