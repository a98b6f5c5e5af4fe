import { createRouterClient } from '@orpc/server';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { CoreContext } from '../../src/core/routes/base.ts';
import { router } from '../../src/core/routes/index.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { knownOf } from './known.ts';
import { screens, type Client } from './screens.ts';

/** A screen is there within half a second, a workbook of all its lines within five. */
const limits = { screen: 500, export: 5000 } as const;
/** Limits that screens promise beyond that. */
const own: Readonly<Record<string, number>> = {
  'roster.list, of 2,000': 200,
  'roster.list, of 2,000 on a day': 200,
};

/** The quickest of three counts. */
const repeats = 3;

export interface Walked {
  readonly what: string;
  readonly milliseconds: number;
  readonly limit: number;
}

/**
 * Milliseconds that the processor worked for it: what a screen takes on a machine that has nothing else to do, however
 * busy this one is.
 */
const quickest = async (look: () => Promise<unknown>): Promise<number> => {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const before = process.cpuUsage();
    await look();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
};

const limitOf = (procedure: string, what: string): number =>
  own[what] ?? (procedure.includes('.export') ? limits.export : limits.screen);

/** Procedures that nobody has said of whether they are screens. */
export const unnamedProcedures = (): readonly string[] =>
  Object.entries(contract)
    .flatMap(([area, procedures]) => Object.keys(procedures).map((name) => `${area}.${name}`))
    .filter((name) => !(name in screens));

/** Looks at every screen of the archive in turn, through the contract as a page does, and tells how long each took. */
export const walkScreens = async function* (archive: OpenArchive, only = ''): AsyncGenerator<Walked> {
  const context: CoreContext = {
    session: { requireOpen: () => archive } as unknown as CoreContext['session'],
    ports: archive.ports,
  };
  const client: Client = createRouterClient(router, { context });
  const known = await knownOf(archive);
  for (const [procedure, looks] of Object.entries(screens)) {
    if (!procedure.includes(only)) continue;
    for (const [name, look] of Object.entries(looks ?? {})) {
      const what = `${procedure}, ${name}`;
      const milliseconds = await quickest(() => look(client, known));
      yield { what, milliseconds, limit: limitOf(procedure, what) };
    }
  }
};
