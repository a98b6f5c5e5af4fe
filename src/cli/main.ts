import { exitCodes } from './exit-codes.ts';
import { hubArchiveProgram } from './program.ts';

await hubArchiveProgram()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage))
  .parseAsync();
