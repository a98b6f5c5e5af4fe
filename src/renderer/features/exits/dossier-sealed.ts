import { createContext, use } from 'react';

/** True inside a dossier that is sealed. */
export const DossierSealedContext = createContext(false);

/** Whether the dossier that is shown is sealed; its actions are then out of use. */
export const useDossierSealed = (): boolean => use(DossierSealedContext);
