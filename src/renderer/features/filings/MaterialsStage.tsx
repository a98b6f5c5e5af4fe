import { Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isDraftState, isOpenState } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FocusedFact, useAskedFact } from '../organizations/facts/fact-focus.ts';
import { factLines } from '../organizations/facts/fact-lines.ts';
import { FactList } from '../organizations/facts/FactList.tsx';
import { OrganizationFactsFields } from '../organizations/facts/OrganizationFactsFields.tsx';
import { ExitPackCard } from '../exits/ExitPackCard.tsx';
import { ChangeGroundsCard } from './ChangeGroundsCard.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { DraftStanding } from './DraftStanding.tsx';
import { MaterialsCard } from './MaterialsCard.tsx';
import { NameHints } from './NameHints.tsx';
import { ResponsiblePersonField } from './ResponsiblePersonField.tsx';
import { StageSteps } from './StageSteps.tsx';
import { useFactNames } from './use-fact-names.ts';
import { useFilingDraft } from './use-filing-draft.ts';

interface StageProps {
  readonly filing: Filing;
}

const isEditable = ({ kind, state, entryMode }: Filing): boolean =>
  kind !== 'dissolution' && (entryMode === 'back-entry' ? isOpenState(state) : isDraftState(state));

const EditedFacts = ({ filing }: StageProps) => {
  const { facts, change, flush, standing, error } = useFilingDraft(filing);
  const asked = useAskedFact();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => fields.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <>
      {filing.factsBefore === null ? null : (
        <>
          <ChangesCard filing={filing} before={filing.factsBefore} after={facts} />
          <ChangeGroundsCard filing={filing} />
        </>
      )}
      <Card title="备案事项" aside={<DraftStanding standing={standing} />}>
        <Stack gap="md" ref={fields}>
          <NameHints name={facts.name} businessScope={facts.businessScope} exceptId={filing.organizationId} />
          <FocusedFact value={asked}>
            <ResponsiblePersonField organizationId={filing.organizationId} facts={facts} onChange={change} />
            <OrganizationFactsFields facts={facts} onChange={change} />
          </FocusedFact>
          <ErrorNotice error={error} />
        </Stack>
      </Card>
      <MaterialsCard filing={filing} />
      <StageSteps filing={filing} stage="materials" before={flush} />
    </>
  );
};

const FixedFacts = ({ filing }: StageProps) => {
  const namesOf = useFactNames(filing);
  return (
    <>
      {filing.factsBefore === null ? null : (
        <>
          <ChangesCard filing={filing} before={filing.factsBefore} after={filing.facts} />
          <ChangeGroundsCard filing={filing} />
        </>
      )}
      {filing.kind === 'dissolution' ? <ExitPackCard filing={filing} gate="application" /> : null}
      <MaterialsCard filing={filing} />
      <StageSteps filing={filing} stage="materials" />
      <Card title="备案事项">
        <FactList lines={factLines(filing.facts, namesOf(filing.facts))} />
      </Card>
    </>
  );
};

/** What is applied for, and the papers that go with it. */
export const MaterialsStage = ({ filing }: StageProps) =>
  isEditable(filing) ? <EditedFacts filing={filing} /> : <FixedFacts filing={filing} />;
