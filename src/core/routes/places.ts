import { implement, type Router } from '@orpc/server';
import { placesContract } from '../../shared/contract/places.ts';
import {
  addPlaces,
  changePlace,
  moveSubjects,
  readMoves,
  readPlaceContent,
  readPlaces,
  readPlacesOfDossier,
  readUnplaced,
  removePlace,
} from '../services/storage-places.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(placesContract).$context<CoreContext>().use(codedRefusals);

export const placesRoutes: Router<typeof placesContract, CoreContext> = os.router({
  tree: os.tree.handler(({ context }) => readPlaces(archiveOf(context))),
  add: os.add.handler(({ input, context }) => addPlaces(archiveOf(context), input)),
  change: os.change.handler(({ input, context }) => changePlace(archiveOf(context), input)),
  remove: os.remove.handler(({ input, context }) => removePlace(archiveOf(context), input.id)),
  move: os.move.handler(({ input, context }) => moveSubjects(archiveOf(context), input)),
  moves: os.moves.handler(({ input, context }) => readMoves(archiveOf(context), input)),
  content: os.content.handler(({ input, context }) => readPlaceContent(archiveOf(context), input.id)),
  unplaced: os.unplaced.handler(({ input, context }) => readUnplaced(archiveOf(context), input)),
  ofDossier: os.ofDossier.handler(({ input, context }) =>
    readPlacesOfDossier(archiveOf(context), input.organizationId),
  ),
});
