import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { formatFilingNumber, parseFilingNumberTemplate } from '../../shared/domain/filing-number.ts';
import { rulePackId, type RulePackId } from '../../shared/domain/ids.ts';
import {
  rulePackFile,
  type RulePack,
  type RulePackBody,
  type RulePackFile,
} from '../../shared/domain/rule-pack.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { getOfficeProfile, listCommunities } from '../db/repositories/office.ts';
import { getRulePack, listRulePacks, rulePackOn, saveRulePack } from '../db/repositories/rule-packs.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';

/** @throws CodedError FILING_NUMBER_RULE_INVALID; papers of the street know no community and no category */
const requireNumberTemplates = (body: RulePackBody): void => {
  parseFilingNumberTemplate(body.filingNumberTemplate);
  for (const template of Object.values(body.documentNumberTemplates)) {
    const foreign = /\{(?:category|village3)\}/.exec(template)?.[0];
    if (foreign !== undefined) throw new CodedError('FILING_NUMBER_RULE_INVALID', { token: foreign });
    parseFilingNumberTemplate(template);
  }
};

/** Reads the exchange file of a rule pack. @throws CodedError RULE_PACK_INVALID, FILING_NUMBER_RULE_INVALID */
const readRulePackFile = (text: string): RulePackFile => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CodedError('RULE_PACK_INVALID', { path: '文件', reason: '不是 JSON 文件' }, { cause: error });
  }
  const result = rulePackFile.safeParse(content, { error: z.locales.zhCN().localeError });
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new CodedError('RULE_PACK_INVALID', {
      path: issue?.path.join('.') || '文件',
      reason: issue?.message ?? '',
    });
  }
  requireNumberTemplates(result.data.body);
  return result.data;
};

/** The rule pack that every new archive begins with. */
export const shippedRulePack = async (ports: Pick<Ports, 'paths'>): Promise<RulePackFile> =>
  readRulePackFile(await readFile(join(ports.paths.resources, 'rule-packs/default.json'), 'utf8'));

/** The rules in force on a day. @throws CodedError NOT_FOUND in an archive without a rule pack */
export const rulesOn = (reader: Reader, day: IsoDate): RulePack => {
  const pack = rulePackOn(reader, day);
  if (pack === null) throw new CodedError('NOT_FOUND', { what: 'rule-pack' });
  return pack;
};

/** The rules in force on a day, by default today. */
export const currentRules = ({ store, ports }: OpenArchive, on: IsoDate | null): Promise<RulePack> =>
  store.read((reader) => rulesOn(reader, on ?? ports.clock.today()));

/** All rule packs, oldest first. */
export const listRules = ({ store }: OpenArchive): Promise<RulePack[]> =>
  store.read((reader) => [...listRulePacks(reader)]);

interface DatedRules {
  readonly id: RulePackId | null;
  readonly validFrom: IsoDate;
  readonly body: RulePackBody;
}

const putRules = (ports: Ports, writer: Writer, { id, validFrom, body }: DatedRules): RulePack => {
  if (id !== null && getRulePack(writer, id) === null)
    throw new CodedError('NOT_FOUND', { what: 'rule-pack' });
  const stored = id ?? rulePackId.parse(ports.random.id());
  if (listRulePacks(writer).some((pack) => pack.validFrom === validFrom && pack.id !== stored)) {
    throw new CodedError('CONFLICT', { what: 'rule-pack-day' });
  }
  saveRulePack(writer, { id: stored, validFrom, body, savedAt: ports.clock.instant() });
  const saved = getRulePack(writer, stored);
  if (saved === null) throw new CodedError('NOT_FOUND', { what: 'rule-pack' });
  return saved;
};

/**
 * Saves rules that hold from a day on; the pack before them ends the day before. What was done under earlier rules
 * stays as it is.
 *
 * @throws CodedError FILING_NUMBER_RULE_INVALID; CONFLICT when another pack begins on that day; NOT_FOUND
 */
export const saveRules = async ({ store, ports }: OpenArchive, rules: DatedRules): Promise<RulePack> => {
  requireNumberTemplates(rules.body);
  return store.write((writer) => putRules(ports, writer, rules));
};

/**
 * Takes in an exchange file; a pack that begins on the same day is replaced by it.
 *
 * @throws CodedError RULE_PACK_INVALID, FILING_NUMBER_RULE_INVALID
 */
export const importRules = async ({ store, ports }: OpenArchive, text: string): Promise<RulePack> => {
  const { validFrom, body } = readRulePackFile(text);
  return store.write((writer) => {
    const same = listRulePacks(writer).find((pack) => pack.validFrom === validFrom);
    return putRules(ports, writer, { id: same?.id ?? null, validFrom, body });
  });
};

/** The exchange file of a pack. @throws CodedError NOT_FOUND */
export const exportRules = async (
  { store }: OpenArchive,
  id: RulePackId,
): Promise<{ readonly fileName: string; readonly text: string }> => {
  const pack = await store.read((reader) => getRulePack(reader, id));
  if (pack === null) throw new CodedError('NOT_FOUND', { what: 'rule-pack' });
  const { validFrom, body } = pack;
  const file: RulePackFile = { format: 'hub-archive-rule-pack', version: 1, validFrom, body };
  return {
    fileName: `规则包_${body.name}_${validFrom}.json`,
    text: `${JSON.stringify(file, null, 2)}\n`,
  };
};

/**
 * The number that a template would give the first organization of this year in the office's first community.
 *
 * @throws CodedError FILING_NUMBER_RULE_INVALID
 */
export const exampleFilingNumber = async (
  { store, ports }: OpenArchive,
  template: string,
): Promise<string> => {
  const parsed = parseFilingNumberTemplate(template);
  return store.read((reader) => {
    const office = getOfficeProfile(reader);
    if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
    return formatFilingNumber(parsed, {
      office: office.shortName,
      streetCode: office.streetCode,
      communityCode: listCommunities(reader)[0]?.code ?? `${office.streetCode}001`,
      year: Number(ports.clock.today().slice(0, 4)),
      fourClass: 'public-welfare',
      sequence: 1,
    });
  });
};
