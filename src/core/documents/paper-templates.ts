import type { DocumentKind } from '../../shared/domain/document.ts';
import { certificateTemplates } from './catalogue/certificate-templates.ts';
import { communityTemplates } from './catalogue/community-templates.ts';
import { monthTemplates } from './catalogue/month-templates.ts';
import { matterTemplates } from './catalogue/matter-templates.ts';
import { placeTemplates } from './catalogue/place-templates.ts';
import { organizationTemplates } from './catalogue/organization-templates.ts';
import { recordTemplates } from './catalogue/record-templates.ts';
import { trainingTemplates } from './catalogue/training-templates.ts';
import { serviceTemplates } from './catalogue/service-templates.ts';
import type { PaperTemplate } from './prepared-paper.ts';

/** How papers of each kind come about, by what they are made of. */
export const paperTemplates: Readonly<Record<DocumentKind, PaperTemplate>> = {
  ...organizationTemplates,
  ...matterTemplates,
  ...certificateTemplates,
  ...recordTemplates,
  ...communityTemplates,
  ...placeTemplates,
  ...monthTemplates,
  ...trainingTemplates,
  ...serviceTemplates,
};
