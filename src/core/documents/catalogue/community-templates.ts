import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import { readGapLetters, readNoticeBoards } from '../../services/community-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { gapLetter, noticeBoard } from '../templates/community-papers.ts';

const ofCommunity = {
  whose: ({ community }: { readonly community: { readonly name: string } }) => ({
    organizationId: null,
    name: community.name,
  }),
  coded: true,
  documentsPerJob: 100,
};

/** Papers made of a community with all its organizations. */
export const communityTemplates: Readonly<Record<DocumentKindOn<'community'>, PaperTemplate>> = {
  'notice-board': paperTemplate({ ...ofCommunity, read: readNoticeBoards, build: noticeBoard }),
  'gap-letter': paperTemplate({ ...ofCommunity, read: readGapLetters, build: gapLetter }),
};
