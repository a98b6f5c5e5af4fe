import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { documentShortLabels } from '../../../shared/labels/document.ts';
import { PaperModal } from './PaperModal.tsx';
import type { Printable } from './printable.ts';

/** The papers that fit what is shown, one press from their preview; nothing where none fits. */
export const PaperButtons = ({ papers }: { readonly papers: readonly Printable[] }) => {
  const [open, setOpen] = useState<Printable | null>(null);
  if (papers.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label="打印">
      {papers.map((paper) => (
        <Button
          key={`${paper.kind}${paper.subjectId}`}
          size="compact-sm"
          variant="light"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
          onClick={() => setOpen(paper)}
        >
          打印{documentShortLabels[paper.kind]}
        </Button>
      ))}
      {open === null ? null : <PaperModal printable={open} onClose={() => setOpen(null)} />}
    </Group>
  );
};
