import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Filing } from '../../../shared/domain/filing.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { papersOfFiling } from './filing-papers.ts';

/** The papers of a filing as far as it has come, in the order of its steps. */
export const FilingPrintMenu = ({ filing }: { readonly filing: Filing }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.6} />}
        rightSection={<IconChevronDown size={16} />}
      >
        打印
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {papersOfFiling(filing).map(({ kind, to }) => (
        <Menu.Item key={kind} component={Link} to={to}>
          {documentKindLabels[kind]}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
