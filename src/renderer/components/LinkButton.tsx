import { Button, type ButtonProps } from '@mantine/core';
import { Link } from 'react-router';
import type { ReactNode } from 'react';

interface LinkButtonProps extends ButtonProps {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link that looks like a button: it opens, it does nothing else. */
export const LinkButton = ({ to, ...rest }: LinkButtonProps) => <Button component={Link} to={to} {...rest} />;
