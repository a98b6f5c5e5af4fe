import { Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterStructure, StructureBand } from '../../../../shared/domain/roster-structure.ts';
import { ageBandLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import classes from './StructureModal.module.css';

interface StructureModalProps {
  readonly organizationId: OrganizationId;
  /** null is today. */
  readonly asOf: string | null;
  readonly onClose: () => void;
}

const allOf = ({ male, female, unknownSex }: StructureBand): number => male + female + unknownSex;

const parts = [
  { key: 'female', label: '女' },
  { key: 'male', label: '男' },
  { key: 'unknownSex', label: '性别未记' },
] as const;

/** One bar per age band, its length the members, its colours the sexes. The table beneath says the same in numbers. */
const Bars = ({ bands }: { readonly bands: readonly StructureBand[] }) => {
  const most = Math.max(1, ...bands.map(allOf));
  return (
    <div aria-hidden>
      {bands.map((band) => (
        <div key={band.band} className={classes['line']}>
          <span className={classes['label']}>{ageBandLabels[band.band]}</span>
          <span className={classes['track']}>
            {parts.map(({ key }) => (
              <span
                key={key}
                className={`${classes['part']} ${classes[key]}`}
                style={{ width: `${(band[key] / most) * 100}%` }}
              />
            ))}
          </span>
        </div>
      ))}
      <Group gap="md" justify="flex-end">
        {parts.map(({ key, label }) => (
          <Text key={key} size="xs" c="dimmed">
            <span className={`${classes['mark']} ${classes[key]}`} /> {label}
          </Text>
        ))}
      </Group>
    </div>
  );
};

const cellsOf = (label: string, bands: readonly StructureBand[]): readonly (string | number)[] => {
  const sum = (pick: (band: StructureBand) => number): number =>
    bands.reduce((total, band) => total + pick(band), 0);
  return [
    label,
    sum(({ female }) => female),
    sum(({ male }) => male),
    sum(({ unknownSex }) => unknownSex),
    sum(allOf),
    sum(({ party }) => party),
  ];
};

const Numbers = ({ bands }: { readonly bands: RosterStructure['bands'] }) => (
  <Table
    verticalSpacing={5}
    fz="sm"
    data={{
      head: ['年龄', '女', '男', '性别未记', '合计', '其中党员'],
      body: [
        ...bands.map((band) => [...cellsOf(ageBandLabels[band.band], [band])]),
        [...cellsOf('合计', bands)],
      ],
    }}
  />
);

/** How the roster is made up, as a picture and in numbers. */
export const StructureModal = ({ organizationId, asOf, onClose }: StructureModalProps) => {
  const { data: structure, error } = useQuery(
    useApi().roster.structure.queryOptions({ input: { organizationId, asOf } }),
  );
  return (
    <Modal opened onClose={onClose} title={`成员结构　截至 ${structure?.asOf ?? asOf ?? '今天'}`} size={640}>
      <ErrorNotice error={error} />
      {structure === undefined ? null : (
        <Stack>
          <Bars bands={structure.bands} />
          <Numbers bands={structure.bands} />
        </Stack>
      )}
    </Modal>
  );
};
