/**
 * `npm run verification-page`: builds the program of 核验页 into resources, where every host finds it. It lies in the
 * repository because the product also runs from source; test/core/services/verification-page.test.ts holds it current.
 */
import { writeFileSync } from 'node:fs';
import { pageScript, pageScriptPath } from './verification-page-script.ts';

writeFileSync(pageScriptPath, await pageScript());
