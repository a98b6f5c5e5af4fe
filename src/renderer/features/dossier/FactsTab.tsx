import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { EditFactsModal } from './EditFactsModal.tsx';
import { factLines } from './fact-lines.ts';
import { openFilingOf } from './open-filing.ts';
import classes from './FactsTab.module.css';

/** The facts as the filing form states them; blanks are shown, so that nobody has to remember what is asked. */
export const FactsTab = ({ dossier }: { readonly dossier: Dossier }) => {
  const [query, setQuery] = useSearchParams();
  const editing = query.get('edit') === 'yes';
  const locked = openFilingOf(dossier) !== null;
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {locked
            ? '有备案正在办理，备案事项在那里修改。'
            : '更正录入的差错可在此修改；事项真有变化，请办“变更备案”。'}
        </Text>
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPencil size={16} />}
          disabled={locked}
          onClick={() => setQuery({ tab: 'facts', edit: 'yes' }, { replace: true })}
        >
          更正
        </Button>
      </Group>
      <dl className={classes['facts']}>
        {factLines(dossier).map(({ label, value, wide }) => (
          <div key={label} className={wide ? classes['wide'] : ''}>
            <dt>{label}</dt>
            <dd>
              {value ?? (
                <Text span inherit c="dimmed">
                  未填
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {editing && !locked ? (
        <EditFactsModal dossier={dossier} onClose={() => setQuery({ tab: 'facts' }, { replace: true })} />
      ) : null}
    </>
  );
};
