import { Button, Divider, Menu, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { AreaChangeKind } from '../../../../shared/domain/area-change.ts';
import type { Community, OfficeProfile } from '../../../../shared/domain/office.ts';
import { areaChangeKindLabels } from '../../../../shared/labels/area-change.ts';
import { Card } from '../../../components/Card.tsx';
import { AreaChangeModal } from './AreaChangeModal.tsx';
import { AreaHistory } from './AreaHistory.tsx';
import { CommunityCounts } from './CommunityCounts.tsx';

interface AreasCardProps {
  readonly office: OfficeProfile;
  readonly communities: readonly Community[];
}

const kinds = Object.keys(areaChangeKindLabels) as AreaChangeKind[];

/** Communities and the street renamed, merged and split, with their history (FEATURES F9). */
export const AreasCard = ({ office, communities }: AreasCardProps) => {
  const [opened, setOpened] = useState<AreaChangeKind | null>(null);
  const standing = communities.filter(({ validTo }) => validTo === null);
  return (
    <Card
      title="区划调整"
      aside={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="light" size="sm" rightSection={<IconChevronDown size={16} />}>
              办理调整
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => setOpened(kind)}>
                {areaChangeKindLabels[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <Stack gap="sm">
        <AreaHistory />
        <Divider />
        <CommunityCounts />
      </Stack>
      {opened === null ? null : (
        <AreaChangeModal
          kind={opened}
          office={office}
          communities={standing}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  );
};
