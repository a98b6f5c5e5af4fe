import { createTheme, InputWrapper, Modal, Tooltip, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep teal, dark enough on paper for small type (7.0:1 at shade 7 on white). */
const teal: MantineColorsTuple = [
  '#eef6f4',
  '#dbeae8',
  '#b7d5d1',
  '#8fbeb8',
  '#66a69f',
  '#44918a',
  '#32837b',
  '#27746d',
  '#1f5f59',
  '#174a45',
];

/** Warm greys, so that text and lines sit on paper and not on glass. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f4f3ee',
  '#e9e7df',
  '#dcd9cf',
  '#c3bfb2',
  '#a19d91',
  '#78756b',
  '#5b5851',
  '#3f3d38',
  '#262521',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal, gray },
  black: '#21231f',
  fontFamily: '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif',
  fontFamilyMonospace: 'Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: { fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Chinese fonts have no medium weight: a bold label would shout over what is typed.
    InputWrapper: InputWrapper.extend({ styles: { label: { fontWeight: 400, marginBottom: 4 } } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': '关闭' },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 150,
        multiline: true,
        maw: 360,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});
