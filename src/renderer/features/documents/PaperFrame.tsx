import { useElementSize } from '@mantine/hooks';
import type { Paper } from '../../../shared/domain/document.ts';
import { styleNonce } from '../../app/style-nonce.ts';
import classes from './PaperFrame.module.css';
import { previewBox, withStyleNonce, type PreviewZoom } from './preview-page.ts';

interface PaperFrameProps {
  /** Print HTML as the core made it. */
  readonly html: string;
  readonly paper: Paper;
  readonly title: string;
  readonly zoom: PreviewZoom;
}

/**
 * The paper itself: the same HTML that is printed, in a frame of its own origin that runs no script, reads nothing
 * and goes nowhere.
 */
export const PaperFrame = ({ html, paper, title, zoom }: PaperFrameProps) => {
  const { ref, width, height } = useElementSize();
  const box = previewBox(paper, zoom, { width, height });
  return (
    <div ref={ref} className={classes['room']}>
      <iframe
        className={classes['frame']}
        title={`预览：${title}`}
        sandbox=""
        srcDoc={withStyleNonce(html, styleNonce())}
        style={
          box === null
            ? { visibility: 'hidden' }
            : { width: box.width, height: box.height, transform: `scale(${box.scale})` }
        }
      />
    </div>
  );
};
