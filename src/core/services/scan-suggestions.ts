import type { DossierPart } from '../../shared/domain/dossier.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { InboxSuggestion } from '../../shared/domain/scan-inbox.ts';
import type { Reader } from '../db/archive-store.ts';
import { organizationsNamedIn } from '../db/repositories/organizations-named.ts';
import { filingAtHand } from './scan-homes.ts';

/** Words by which offices name their scans, and the part that such a paper belongs to; null for a filing's material. */
const words: readonly (readonly [pattern: RegExp, part: DossierPart | null, title: string])[] = [
  [/备案表|申请表/, null, '备案表'],
  [/章程/, null, '章程'],
  [/证书|领取|回执/, null, '备案证书'],
  [/承诺|场所|发起人|会议纪要|会议记录/, null, '备案材料'],
  [/花名册|名单|成员表|登记册/, 'roster', '成员花名册'],
  [/满意|测评|问卷/, 'reports-and-surveys', '满意度测评'],
  [/两委|报告|总结/, 'reports-and-surveys', '向两委报告'],
  [/公开|公示|公告/, 'disclosures', '信息公开'],
  [/处理|处罚|整改|警告|表彰|表扬/, 'dispositions', '处理结果'],
];

const placeIn = (
  reader: Reader,
  id: OrganizationId,
  fileName: string,
  today: string,
): InboxSuggestion['target'] => {
  const [, part, title] = words.find(([pattern]) => pattern.test(fileName)) ?? [null, undefined, '扫描件'];
  const filing = part === null || part === undefined ? filingAtHand(reader, id, today) : null;
  if (filing !== null) return { to: 'filing', filingId: filing, step: null };
  return {
    to: 'dossier',
    organizationId: id,
    part: part ?? 'charter-and-form',
    recordId: null,
    title,
    note: null,
  };
};

/**
 * Where a scan that does not name itself probably belongs: by the name of an organization, or its filing number, in
 * the name of the file. Only a clerk files by it.
 *
 * @returns null where the name says nothing, or names two
 */
export const suggestByName = (reader: Reader, fileName: string, today: string): InboxSuggestion | null => {
  const named = organizationsNamedIn(reader, fileName.normalize('NFC'));
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  const reason = only.by === 'name' ? '文件名里有这个组织的名称' : '文件名里有这个组织的备案号';
  return { target: placeIn(reader, only.id, fileName, today), reason };
};
