/**
 * `npm run bench -- documents`: 500 certificates as Word and as one PDF, against limits of 5 s and 10 s. Own processor
 * time is printed beside the seconds, because on a busy machine the seconds say little.
 */
import { parseArgs } from 'node:util';
import { makeDocuments } from '../src/core/documents/make-documents.ts';
import type { Ports } from '../src/core/ports.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import type { DocumentFormat } from '../src/shared/domain/document.ts';
import { organizationId } from '../src/shared/domain/ids.ts';
import { sampleData, sealPng } from './sample-paper.ts';

const { count: counted } = parseArgs({ options: { count: { type: 'string', default: '500' } } }).values;
const count = Number(counted);
const printer = openChromiumPdfPrinter();
const ports: Ports = {
  clock: systemClock,
  random: systemRandom,
  logger: { info: () => {}, error: () => {} },
  pdf: printer,
  paths: { archive: '', packages: '', resources: '' },
  applicationVersion: '0',
};
const organizationIds = Array.from({ length: count }, (_, index) => organizationId.parse(String(index + 1)));

const make = async (format: DocumentFormat, limitSeconds: number): Promise<void> => {
  const started = performance.now();
  const processor = process.cpuUsage();
  const { file } = await makeDocuments(
    {
      kind: 'certificate',
      format,
      organizationIds,
      picture: { bytes: sealPng(), mediaType: 'image/png' },
      read: (ids) =>
        Promise.resolve(
          ids.map((id) => ({
            ...sampleData,
            organizationId: id,
            filingNumber: `新河街社备〔2026〕${id}号`,
            facts: { ...sampleData.facts, name: `阳光里第${id}舞蹈队` },
          })),
        ),
    },
    ports,
    { report: () => new Promise((resolve) => setImmediate(resolve)) },
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const limit = (limitSeconds * count) / 500;
  console.log(
    `${count} certificates ${format.padEnd(4)} ${seconds.toFixed(2)} s, limit ${limit.toFixed(1)} s, ratio ${(seconds / limit).toFixed(2)} ` +
      `${seconds <= limit ? 'kept' : 'MISSED'}; ${(count / seconds).toFixed(0)}/s, ${((file?.size ?? 0) / 2 ** 20).toFixed(1)} MiB, ` +
      `own processor time ${((user + system) / 1e6).toFixed(2)} s`,
  );
};

try {
  await make('docx', 5);
  if (await printer.available()) await make('pdf', 10);
  else console.log('pdf: no Chromium, Chrome or Edge found; not measured');
} finally {
  await printer.close();
}
