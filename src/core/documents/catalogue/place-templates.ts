import type { DocumentKindOn } from '../../../shared/domain/document.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { readBoxLists, readPlaceLabels } from '../../services/place-papers.ts';
import { paperTemplate, type PaperTemplate } from '../prepared-paper.ts';
import { readBoxSpines } from '../../services/spine-papers.ts';
import { spineMissing, spines } from '../templates/spine-papers.ts';
import { boxList, placeLabels } from '../templates/place-papers.ts';

const ofPlace = {
  whose: ({ place }: { readonly place: PlaceRow }) => ({ organizationId: null, name: place.path }),
  documentsPerJob: 50,
};

/** Papers made of a place where archives stand. */
export const placeTemplates: Readonly<Record<DocumentKindOn<'place'>, PaperTemplate>> = {
  'place-labels': paperTemplate({
    ...ofPlace,
    read: readPlaceLabels,
    build: (data, _, write) => placeLabels(data, (id) => write('place-labels', id)),
    coded: false,
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
