import { labelPlace, labelsPerSheet, type LabelSheetFormat } from '../../../shared/domain/label-sheet.ts';

/** A sheet and where its labels stand, drawn to scale. */
export const LabelSheetPicture = ({
  format,
  height = 120,
}: {
  readonly format: LabelSheetFormat;
  readonly height?: number;
}) => {
  const { sheetWidthMm, sheetHeightMm, widthMm, heightMm } = format;
  return (
    <svg
      height={height}
      width={(height * sheetWidthMm) / sheetHeightMm}
      viewBox={`0 0 ${sheetWidthMm} ${sheetHeightMm}`}
      role="img"
      aria-label="标签在纸上的位置"
      style={{ flex: 'none' }}
    >
      <rect width={sheetWidthMm} height={sheetHeightMm} fill="#fff" stroke="#8a8374" strokeWidth="2" />
      {Array.from({ length: labelsPerSheet(format) }, (_, at) => labelPlace(format, at)).map(
        ({ leftMm, topMm }) => (
          <rect
            key={`${leftMm} ${topMm}`}
            x={leftMm}
            y={topMm}
            width={widthMm}
            height={heightMm}
            rx="2"
            fill="#e6f4f1"
            stroke="#0f766e"
            strokeWidth="0.8"
          />
        ),
      )}
    </svg>
  );
};
