import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { readBoxLists, readPlaceLabels } from '../../services/place-papers.ts';
import { readBoxSpines } from '../../services/spine-papers.ts';
import { spineMissing, spines } from '../templates/spine-papers.ts';
import { labelTemplate, paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { boxList, placeLabelFace } from '../templates/place-papers.ts';

const ofPlace = {
  whose: ({ place }: { readonly place: PlaceRow }) => ({ organizationId: null, name: place.path }),
  documentsPerJob: 50,
};

/** Papers made of a place where archives stand. */
export const placeTemplates: Readonly<Record<DocumentKindOn<'place'>, PaperTemplate>> = {
  'place-labels': labelTemplate({
    kind: 'place-labels',
    subject: '存放位置标签',
    read: readPlaceLabels,
    nameOf: ({ place }) => place.path,
    labelsOf: ({ labels }) => labels,
    face: ({ hubName }, write) => placeLabelFace(hubName, (id) => write('place-labels', id)),
    authorOf: ({ hubName }) => hubName,
  }),
  'box-spine': paperTemplate({
    read: readBoxSpines,
    whose: ({ organizationId, name }) => ({ organizationId, name }),
    build: spines('box-spine'),
    blank: spineMissing,
    coded: false,
    documentsPerJob: 50,
  }),
  'box-list': paperTemplate({ ...ofPlace, read: readBoxLists, build: boxList, coded: true }),
};
