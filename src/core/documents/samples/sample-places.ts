import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { BoxListData, PlaceLabelsData } from '../../services/place-papers.ts';
import type { ArchiveStampsData, SpinesData } from '../../services/spine-papers.ts';
import { archiveStampOf } from '../../../shared/domain/archive-stamp.ts';
import { archiveItemId, organizationId, storagePlaceId } from '../../../shared/domain/ids.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';

const shelf: PlaceRow = {
  id: storagePlaceId.parse('0mabc123z0020'),
  parentId: storagePlaceId.parse('0mabc123z0019'),
  kind: 'shelf',
  name: '3 号柜',
  note: null,
  path: '街道档案室 › 3 号柜',
  depth: 1,
  items: 96,
  dossiers: 2,
};

/** A shelf with eight boxes. */
export const samplePlaceLabels = ({ facts, office }: FilingPaperData, bare: boolean): PlaceLabelsData => ({
  hubName: office.hubName,
  fondsCode: bare ? null : 'Z109',
  place: shelf,
  labels: bare
    ? [{ id: shelf.id, kind: 'shelf', name: '3 号柜', within: '街道档案室', holds: [] }]
    : [
        { id: shelf.id, kind: 'shelf', name: '3 号柜', within: '街道档案室', holds: ['96 件'] },
        ...Array.from({ length: 8 }, (_, at) => ({
          id: storagePlaceId.parse(`0mabc123z003${at}`),
          kind: 'box' as const,
          // A clerk may call a box after whose papers it holds.
          name: at === 7 ? facts.name : `${at + 1} 号盒`,
          within: '街道档案室 › 3 号柜',
          holds: [
            `12 件　Z109-WS·2026-Y-BGS-${String(at * 12 + 1).padStart(4, '0')} 至`,
            `Z109-WS·2026-Y-BGS-${String(at * 12 + 12).padStart(4, '0')}`,
            ...(at === 2 ? ['整卷 2 个　2026 年第 3 卷 至 2026 年第 4 卷'] : []),
          ],
        })),
      ],
});

export const sampleBoxList = ({ facts }: FilingPaperData, bare: boolean): BoxListData => {
  const box = { ...shelf, id: storagePlaceId.parse('0mabc123z0032'), kind: 'box' as const, name: '12 号盒' };
  const place = { ...box, path: `${shelf.path} › 12 号盒` };
  return {
    hubName: '新河街道社会组织联合会',
    fondsCode: bare ? null : 'Z109',
    place,
    paths: new Map([[place.id, place.path]]),
    items: bare
      ? []
      : Array.from({ length: 30 }, (_, at) => ({
          id: archiveItemId.parse(`i${at}`),
          archivalCode: `Z109-WS·2026-Y-BGS-${String(at + 1).padStart(4, '0')}`,
          title: at % 3 === 0 ? `${facts.name}备案材料` : `${facts.name}向两委报告工作：2026年上半年工作报告`,
          organizationId: organizationId.parse('o1'),
          organizationName: facts.name,
          datedOn: '2026-04-26',
          pages: at + 2,
          year: 2026,
          item: at + 1,
          retention: 'permanent',
          placeId: place.id,
        })),
    dossiers: bare
      ? []
      : [
          {
            organizationId: organizationId.parse('o2'),
            organizationName: '和平里太极拳队',
            filingNumber: '新河街社备〔2021〕17号',
            volume: { year: 2026, number: 3 },
            placeId: place.id,
          },
        ],
  };
};

/** Boxes with one organization's items, each thicker than the last. */
export const sampleSpines = (
  { facts, office }: FilingPaperData,
  bare: boolean,
  boxes: number,
): SpinesData => ({
  organizationId: organizationId.parse('o1'),
  hubName: office.hubName,
  fondsCode: bare ? null : 'Z109',
  unit: 'BGS',
  name: facts.name,
  spines: Array.from({ length: boxes }, (_, at) => ({
    name: facts.name,
    years: bare ? null : '2024—2026',
    retention: bare ? null : '永久',
    volume: bare ? null : '2026年第3卷',
    firstItem: bare ? null : '0001',
    lastItem: bare ? null : '0042',
    box: bare ? null : `${12 + at} 号盒`,
    pages: bare ? 0 : 300 * (at + 1),
  })),
});

export const sampleStamps = ({ facts, office }: FilingPaperData, bare: boolean): ArchiveStampsData => ({
  organizationId: organizationId.parse('o1'),
  hubName: office.hubName,
  name: facts.name,
  stamps: bare
    ? []
    : Array.from({ length: 30 }, (_, at) => ({
        title: at % 2 === 0 ? `${facts.name}备案材料` : '向两委报告工作：2026年上半年工作报告',
        stamp: archiveStampOf(
          { year: 2026, item: at + 1, retention: at % 2 === 0 ? 'permanent' : '30-years', pages: at * 7 + 2 },
          { fonds: 'Z109', unit: 'BGS' },
        ),
      })),
});
