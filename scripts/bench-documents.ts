/**
 * `npm run bench -- documents`: 500 certificates as Word and as one PDF, against limits of 5 s and 10 s. Own processor
 * time is printed beside the seconds, because on a busy machine the seconds say little.
 */
import { parseArgs } from 'node:util';
import { makeDocuments } from '../src/core/documents/make-documents.ts';
import type { PreparedPaper } from '../src/core/documents/prepared-paper.ts';
import { certificate } from '../src/core/documents/templates/certificate.ts';
import type { Ports } from '../src/core/ports.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import type { DocumentFormat } from '../src/shared/domain/document.ts';
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
const subjectIds = Array.from({ length: count }, (_, index) => String(index + 1));

const prepared = (id: string): PreparedPaper => ({
  subjectId: id,
  organizationId: null,
  name: `阳光里第${id}舞蹈队`,
  lacking: [],
  blank: [],
  build: (picture) =>
    certificate(
      {
        ...sampleData,
        filingNumber: `新河街社备〔2026〕${id}号`,
        facts: { ...sampleData.facts, name: `阳光里第${id}舞蹈队` },
      },
      picture,
    ),
});

const make = async (format: DocumentFormat, limitSeconds: number): Promise<void> => {
  const started = performance.now();
  const processor = process.cpuUsage();
  const { file } = await makeDocuments(
    {
      kind: 'certificate',
      format,
      subjectIds,
      picture: { bytes: sealPng(), mediaType: 'image/png' },
      prepare: (ids) => Promise.resolve(ids.map(prepared)),
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
