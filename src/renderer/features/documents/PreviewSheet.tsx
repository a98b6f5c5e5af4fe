import { Anchor, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { LabelChoice } from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';
import { codedErrorOf } from '../../app/client.ts';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IncompleteDocument } from './IncompleteDocument.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import type { PreviewZoom } from './preview-page.ts';

interface PreviewSheetProps {
  readonly kind: DocumentKind;
  readonly subjectIds: readonly string[];
  readonly withSeal: boolean;
  readonly labels?: LabelChoice | null;
  readonly zoom: PreviewZoom;
}

/** Papers of any length; the others keep to the sheets that they are shown on. */
const flowing: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'charter',
  'founders-list',
  'roster-full',
  'roster-public',
  'work-report',
  'notice-board',
  'gap-letter',
  'archive-catalogue',
]);

const BlankFacts = ({
  missing,
  organizationId,
}: {
  readonly missing: readonly string[];
  readonly organizationId: OrganizationId | null;
}) => (
  <Group gap="xs" wrap="nowrap" justify="space-between">
    <Text size="sm" lineClamp={2} title={missing.join('、')}>
      留空待填：{missing.join('、')}
    </Text>
    {organizationId === null ? null : (
      <Anchor component={Link} to={paths.dossier(organizationId)} size="sm" flex="none">
        去补齐 ›
      </Anchor>
    )}
  </Group>
);

/** One document: as it will look, or what it lacks. */
export const PreviewSheet = ({ kind, subjectIds, withSeal, labels = null, zoom }: PreviewSheetProps) => {
  const input = { kind, subjectIds: [...subjectIds], withSeal, labels };
  const { data, error, refetch } = useQuery(
    useApi().documents.preview.queryOptions({ input, placeholderData: keepPreviousData }),
  );
  const coded = codedErrorOf(error);
  if (coded !== null && coded.code === 'DOCUMENT_INCOMPLETE') {
    const { missing, organizationId } = coded.data as {
      readonly missing: readonly string[];
      readonly organizationId: OrganizationId | null;
    };
    return <IncompleteDocument organizationId={organizationId} missing={missing} />;
  }
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenLoading />;
  return (
    <>
      {data.missing.length === 0 ? null : (
        <BlankFacts missing={data.missing} organizationId={data.organizationId} />
      )}
      <PaperFrame html={data.html} paper={data.paper} title={data.title} zoom={zoom} />
      {flowing.has(kind) ? (
        <Text size="xs" c="dimmed">
          内容在这里连成一张长页，打印时自动分页、加页码。
        </Text>
      ) : null}
    </>
  );
};
