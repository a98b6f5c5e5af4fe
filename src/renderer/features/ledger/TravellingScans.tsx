import { Switch } from '@mantine/core';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { ScanChoice } from './ScanChoice.tsx';
import type { ExportKind, TravellingScanChoice } from './use-travelling-scans.ts';

interface TravellingScansProps {
  readonly period: PeriodCode;
  readonly kind: ExportKind;
  readonly scans: TravellingScanChoice;
}

/** Whether scans travel, and whose. */
export const TravellingScans = ({ period, kind, scans }: TravellingScansProps) => (
  <>
    <Switch
      label="含扫描件"
      {...(kind === 'correction' ? { description: '补了材料才需要；默认只带有变化的组织的。' } : {})}
      checked={scans.included}
      onChange={(event) => scans.include(event.currentTarget.checked)}
    />
    {scans.included ? <ScanChoice period={period} chosen={scans.chosen} onChange={scans.choose} /> : null}
  </>
);
