import { Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ServiceView } from '../../../shared/contract/service-registers.ts';
import type { ServiceLineId } from '../../../shared/domain/ids.ts';
import type { ServiceRegister } from '../../../shared/domain/service-register.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import type { ChosenOrganization } from '../scans/OrganizationBox.tsx';
import { PaperButtons } from '../documents/PaperButtons.tsx';
import { papersOfLine } from './line-papers.ts';
import { ProofFacts } from './ProofFacts.tsx';
import { RemoveLine } from './RemoveLine.tsx';
import { useServiceForm } from './service-draft.ts';
import { ServiceFields } from './ServiceFields.tsx';
import { ServiceFiles } from './ServiceFiles.tsx';
import classes from './ServiceLineModal.module.css';
import { VolunteerCard } from './VolunteerCard.tsx';

interface ServiceLineModalProps {
  readonly register: ServiceRegister;
  /** null for a new line. */
  readonly id: ServiceLineId | null;
  /** Whose new line it probably is. */
  readonly organization?: ChosenOrganization | null;
  /** A new line is in the archive: it stays open, for its photos. */
  readonly onCreated: (id: ServiceLineId) => void;
  readonly onClose: () => void;
}

interface BodyProps extends Omit<ServiceLineModalProps, 'id'> {
  readonly view: ServiceView | null;
}

const LineForm = ({ register, view, organization = null, onCreated, onClose }: BodyProps) => {
  const form = useServiceForm(register, view, organization, ({ id }) =>
    view === null ? onCreated(id) : onClose(),
  );
  const { lacks, saving } = form;
  const words = registerWords(register);
  return (
    <ImeSafeForm aria-label={words.one} onSubmit={() => lacks.length === 0 && !saving && form.submit()}>
      <Stack gap="sm">
        <ServiceFields form={form} />
        <ErrorNotice error={form.error} />
        <Group justify="space-between" wrap="nowrap" className={classes['foot'] ?? ''}>
          {view === null ? <span /> : <RemoveLine row={view.row} onRemoved={onClose} />}
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed" aria-live="polite">
              {lacks.length === 0 ? '' : `还缺：${lacks.join('、')}`}
            </Text>
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={lacks.length > 0} loading={saving}>
              保存
            </Button>
          </Group>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};

const Body = (props: BodyProps) => {
  const { register, view, onClose } = props;
  return (
    <>
      {view === null ? null : <PaperButtons papers={papersOfLine(view.row)} />}
      {view !== null && register === 'volunteer' ? <VolunteerCard volunteer={view.row} /> : null}
      {register === 'service-proof' ? (
        view === null ? null : (
          <ProofFacts row={view.row} onClose={onClose} />
        )
      ) : (
        <LineForm {...props} />
      )}
      {view === null ? (
        <Text size="sm" c="dimmed" mt="sm">
          保存后可以附照片和材料。
        </Text>
      ) : (
        <>
          <Divider my="md" />
          <ServiceFiles id={view.row.id} files={view.files} />
        </>
      )}
    </>
  );
};

/** One line of a register: its form, its people, its photos and papers. */
export const ServiceLineModal = ({ id, ...props }: ServiceLineModalProps) => {
  const words = registerWords(props.register);
  const { data, error, refetch } = useQuery({
    ...useApi().serviceRegisters.get.queryOptions({ input: { id: id ?? ('' as never) } }),
    enabled: id !== null,
  });
  return (
    <Modal.Stack>
      <Modal
        opened
        stackId="service-line"
        onClose={props.onClose}
        size={880}
        title={
          <>
            {id === null ? `新增${words.one}` : words.one} <BasisHint basis={words.basis} />
          </>
        }
      >
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {id !== null && data === undefined ? (
          error === null && <ScreenLoading />
        ) : (
          <Body key={id ?? 'new'} {...props} view={data ?? null} />
        )}
      </Modal>
    </Modal.Stack>
  );
};
