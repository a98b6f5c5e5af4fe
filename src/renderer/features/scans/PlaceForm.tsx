import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type RefObject } from 'react';
import type { PaperTarget } from '../../../shared/domain/dossier-file.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { standingOf, type InboxRow } from '../../../shared/domain/scan-inbox.ts';
import { scanStandingHints } from '../../../shared/labels/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { OrganizationBox, type ChosenOrganization } from './OrganizationBox.tsx';

interface PlaceFormProps {
  readonly row: InboxRow;
  readonly organizationRef: RefObject<HTMLInputElement | null>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onFile: (target: PaperTarget) => void;
  readonly onSetAside: () => void;
}

const keyOf = (target: PaperTarget): string => JSON.stringify(target);

/** Places of an organization to choose among; the suggested one comes first and is called so. */
const usePlaces = (row: InboxRow, organizationId: OrganizationId | null) => {
  const { data = [] } = useQuery({
    ...useApi().scans.places.queryOptions({ input: { organizationId: organizationId ?? ('' as never) } }),
    enabled: organizationId !== null,
  });
  const target = row.item.suggestion?.target ?? null;
  const suggested =
    target !== null && row.suggested?.organizationId === organizationId
      ? [{ value: keyOf(target), label: `${row.suggested?.place ?? ''}（建议）`, target }]
      : [];
  return [
    ...suggested,
    ...data
      .map(({ target: at, words }) => ({ value: keyOf(at), label: words.place, target: at }))
      .filter(({ value }) => value !== suggested[0]?.value),
  ];
};

/** The clerk says where a scan goes: organization, place, Enter. */
export const PlaceForm = ({ row, organizationRef, busy, error, onFile, onSetAside }: PlaceFormProps) => {
  const { item, suggested } = row;
  const standing = standingOf(item);
  const [organization, setOrganization] = useState<ChosenOrganization | null>(
    suggested === null ? null : { id: suggested.organizationId, name: suggested.organizationName },
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const placeRef = useRef<HTMLInputElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const places = usePlaces(row, organization?.id ?? null);
  const place = places.find(({ value }) => value === chosen) ?? places[0];
  return (
    <ImeSafeForm aria-label="归档到" onSubmit={() => place !== undefined && onFile(place.target)}>
      <Stack gap="xs">
        <Text size="sm">
          {standing === null ? '还没有识别，可以先等一等，也可以直接选位置。' : scanStandingHints[standing]}
          {item.suggestion === null ? '' : `（${item.suggestion.reason}）`}
        </Text>
        {item.reading?.placeId === undefined ? null : (
          <LinkButton
            to={paths.place(item.reading.placeId)}
            variant="light"
            size="compact-md"
            w="fit-content"
          >
            这是存放位置的标签或清单，打开它的内容
          </LinkButton>
        )}
        <Group align="flex-end" gap="sm" wrap="nowrap" grow preventGrowOverflow={false}>
          <OrganizationBox
            inputRef={organizationRef}
            value={organization}
            onChange={(next) => {
              setOrganization(next);
              setChosen(null);
              if (next !== null) setTimeout(() => placeRef.current?.focus());
            }}
          />
          <Select
            ref={placeRef}
            label="位置"
            placeholder="步骤、部分或记录"
            searchable
            allowDeselect={false}
            disabled={organization === null}
            data={places.map(({ value, label }) => ({ value, label }))}
            value={place?.value ?? null}
            nothingFoundMessage="没有这样的位置"
            maxDropdownHeight={320}
            onChange={(value) => {
              setChosen(value);
              setTimeout(() => buttonRef.current?.focus());
            }}
          />
        </Group>
        <ErrorNotice error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onSetAside} disabled={busy}>
            搁置
          </Button>
          <Button ref={buttonRef} type="submit" loading={busy} disabled={place === undefined}>
            归档
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
