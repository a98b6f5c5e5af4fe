import { useState } from 'react';
import { zoomed, type Turns } from './picture-box.ts';

/** How a paper is being looked at. */
export interface Look {
  /** Which of the papers that were handed to the preview. */
  readonly paper: number;
  /** From 0. */
  readonly page: number;
  readonly zoom: number;
  readonly turns: Turns;
}

export interface LookControls {
  readonly look: Look;
  /** Pages of the paper that is shown; 1 while unknown and where it has none. */
  readonly turnPage: (step: 1 | -1, pages: number) => void;
  readonly turnPaper: (step: 1 | -1) => void;
  readonly zoom: (step: 1 | -1 | 0) => void;
  readonly rotate: () => void;
}

const fresh = (paper: number): Look => ({ paper, page: 0, zoom: 1, turns: 0 });

/** Pages follow one another through all papers; a new paper is seen whole and upright. */
export const useLook = (papers: number, first: number): LookControls => {
  const [look, setLook] = useState(() => fresh(first));
  const turnPaper: LookControls['turnPaper'] = (step) =>
    setLook((now) => {
      const paper = now.paper + step;
      return paper < 0 || paper >= papers ? now : fresh(paper);
    });
  return {
    look,
    turnPaper,
    turnPage: (step, pages) => {
      const page = look.page + step;
      if (page >= 0 && page < pages) setLook((now) => ({ ...now, page }));
      else turnPaper(step);
    },
    zoom: (step) => setLook((now) => ({ ...now, zoom: step === 0 ? 1 : zoomed(now.zoom, step) })),
    rotate: () => setLook((now) => ({ ...now, turns: ((now.turns + 1) % 4) as Turns })),
  };
};
