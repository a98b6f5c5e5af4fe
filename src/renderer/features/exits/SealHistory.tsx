import { Table } from '@mantine/core';
import type { DossierSeal } from '../../../shared/domain/exit.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';

const countsText = ({
  filings,
  certificates,
  members,
  records,
  papers,
  scans,
}: DossierSeal['counts']): string =>
  `备案 ${filings} 件，证书 ${certificates} 本，成员 ${members} 人，记录 ${records} 条，材料 ${papers} 份，扫描件 ${scans} 件`;

/** Sealings of a dossier, the newest first, each with what it held and why it was opened again. */
export const SealHistory = ({ seals }: { readonly seals: readonly DossierSeal[] }) =>
  seals.length === 0 ? null : (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          {['封存', '内容', '启封'].map((head) => (
            <Table.Th key={head} fw={400} c="dimmed">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {seals.map((seal) => (
          <Table.Tr key={seal.id}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              {seal.sealedOn}　{seal.sealedBy}
            </Table.Td>
            <Table.Td>{countsText(seal.counts)}</Table.Td>
            <Table.Td>
              {seal.opened === null
                ? '—'
                : `${dayOfInstant(seal.opened.at)}　${seal.opened.by}：${seal.opened.reason}`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
