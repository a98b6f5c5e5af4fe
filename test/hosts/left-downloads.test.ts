import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeInput } from '../../src/shared/domain/office.ts';
import { connectOverHttp, type HostConnection } from '../support/host-connections.ts';
import { danceTeamFacts } from '../support/organization-facts.ts';

const resources = resolve(import.meta.dirname, '../../resources');
let host: HostConnection;
beforeAll(async () => {
  host = await connectOverHttp();
  const office = officeInput.parse(
    JSON.parse(await readFile(resolve(resources, 'sample/office.json'), 'utf8')),
  );
  await host.client.archive.create({ password: '正确的口令 2026', office });
});
afterAll(() => host.close());

/** A failure that nobody can catch ends the run of the tests, as it would end the host. */
test('a page that goes away while a file is on its way does not take the host down', async () => {
  const { client } = host;
  const { communities } = await client.office.get();
  const community = communities[0];
  if (community === undefined) throw new Error('the office has no community');
  const { organizationId } = await client.filings.startInitial({
    facts: danceTeamFacts(community.id),
    responsiblePerson: null,
    entryMode: 'live',
  });
  const { file } = await client.files.add({
    target: { to: 'dossier', organizationId, part: 'roster', recordId: null, title: '大扫描件', note: null },
    file: new File([`%PDF-1.7\n${'x'.repeat(6_000_000)}`], '大扫描件.pdf'),
    evenIfSame: false,
  });
  const attachmentId = file?.versions[0]?.attachment.id;
  if (attachmentId === undefined) throw new Error('nothing was kept');
  for (let leave = 0; leave < 30; leave++) {
    const page = new AbortController();
    const download = client.files.file({ attachmentId }, { signal: page.signal }).catch(() => null);
    await wait(leave * 3);
    page.abort();
    await download;
  }
  await wait(300);
  expect((await client.files.file({ attachmentId })).size).toBeGreaterThan(6_000_000);
  expect(host.errors).toEqual([]);
});
