import type { Filing } from '../../../shared/domain/filing.ts';
import { Card } from '../../components/Card.tsx';
import { ExitPackCard } from '../exits/ExitPackCard.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { CopiesCard } from './CopiesCard.tsx';
import { stageHintOf, type FilingStage } from './filing-stages.ts';
import { MaterialsStage } from './MaterialsStage.tsx';
import { NoticeStage } from './NoticeStage.tsx';
import { StageSteps } from './StageSteps.tsx';

interface StagePanelProps {
  readonly filing: Filing;
  readonly stage: FilingStage;
}

const CopiesStage = ({ filing }: Pick<StagePanelProps, 'filing'>) =>
  filing.state === 'filed' ? (
    <>
      {filing.certificateId === null ? null : (
        <CertificateCard filing={filing} certificateId={filing.certificateId} />
      )}
      <CopiesCard filing={filing} />
    </>
  ) : (
    <Card>{stageHintOf(filing, 'copies')}</Card>
  );

/** What is seen and done at one station. */
export const StagePanel = ({ filing, stage }: StagePanelProps) => {
  switch (stage) {
    case 'materials':
      return <MaterialsStage filing={filing} />;
    case 'notice':
      return <NoticeStage filing={filing} />;
    case 'copies':
      return <CopiesStage filing={filing} />;
    case 'committee':
    case 'closing':
      return (
        <>
          {filing.kind === 'dissolution' ? (
            <ExitPackCard filing={filing} gate={stage === 'closing' ? 'closing' : 'forwarding'} />
          ) : null}
          <StageSteps filing={filing} stage={stage} />
        </>
      );
    case 'street':
    case 'certificate':
      return <StageSteps filing={filing} stage={stage} />;
  }
};
