import { Anchor, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { DossierFile, HeldAttachment } from '../../../shared/domain/dossier-file.ts';
import { attachmentWarningLabels } from '../../../shared/labels/attachment.ts';
import { paths } from '../../app/paths.ts';
import { byteWords } from '../../components/byte-words.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import type { PaperLine } from './paper-lines.ts';
import { kindWords, scanProof } from './paper-words.ts';
import { PaperMenu } from './PaperMenu.tsx';
import classes from './PaperTable.module.css';
import type { PaperActions } from './use-paper-actions.tsx';
import { VersionMenu } from './VersionMenu.tsx';

export interface PaperTableEvents {
  readonly onOpen: (line: PaperLine) => void;
  readonly onOpenVersion: (file: DossierFile, index: number) => void;
  readonly onEdit: (file: DossierFile) => void;
}

const Warnings = ({ warnings }: Pick<HeldAttachment, 'warnings'>) =>
  warnings.length === 0 ? null : (
    <Tooltip
      label={warnings.map((warning) => attachmentWarningLabels[warning]).join('；')}
      multiline
      maw={360}
    >
      <IconShieldExclamation
        size={18}
        stroke={1.6}
        tabIndex={0}
        color="var(--mantine-color-orange-7)"
        aria-label={warnings.map((warning) => attachmentWarningLabels[warning]).join('；')}
      />
    </Tooltip>
  );

const Detail = ({
  line,
  proofs,
}: {
  readonly line: PaperLine;
  readonly proofs: ReadonlyMap<string, string>;
}) => {
  if (line.from === 'filing') {
    return (
      <Anchor component={Link} to={paths.filing(line.scan.filingId)} size="xs">
        {scanProof(line.scan)}
      </Anchor>
    );
  }
  const { note, recordId } = line.file;
  const words = [recordId === null ? null : proofs.get(recordId), note].filter(Boolean).join('　');
  return words === '' ? null : (
    <Text size="xs" c="dimmed">
      {words}
    </Text>
  );
};

interface PaperTableProps extends PaperTableEvents {
  readonly lines: readonly PaperLine[];
  readonly actions: PaperActions;
  /** Titles of records by id, to say what a paper proves. */
  readonly proofs: ReadonlyMap<string, string>;
}

export const PaperTable = ({ lines, actions, proofs, onOpen, onOpenVersion, onEdit }: PaperTableProps) => (
  <Table verticalSpacing={6}>
    <Table.Tbody>
      {lines.map((line) => (
        <Table.Tr key={line.key}>
          <Table.Td>
            <Group gap="xs" wrap="nowrap">
              <Anchor
                component="button"
                type="button"
                size="sm"
                className={classes['title']}
                onClick={() => onOpen(line)}
              >
                {line.title}
              </Anchor>
              <Warnings warnings={line.attachment.warnings} />
              {line.from === 'dossier' ? (
                <VersionMenu file={line.file} onOpen={(index) => onOpenVersion(line.file, index)} />
              ) : null}
            </Group>
            <Detail line={line} proofs={proofs} />
          </Table.Td>
          <Table.Td className={classes['narrow']}>
            <Text size="xs" c="dimmed">
              {kindWords(line.attachment.mediaType)}　{byteWords(line.attachment.byteLength)}
            </Text>
          </Table.Td>
          <Table.Td className={classes['narrow']}>
            <Text size="xs" c="dimmed">
              {dayOfInstant(line.attachment.addedAt)}
            </Text>
          </Table.Td>
          <Table.Td className={classes['narrow']}>
            {line.from === 'dossier' ? (
              <PaperMenu file={line.file} actions={actions} onEdit={() => onEdit(line.file)} />
            ) : null}
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
