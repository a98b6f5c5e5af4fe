import {
  bareSample as bareData,
  sampleData as shortData,
  sampleFacts as shortFacts,
  sampleOffice as office,
} from '../../../src/core/documents/samples/sample-organization.ts';
import { sampleFace } from '../../../src/core/documents/samples/sample-matter.ts';
import type { PaperDocument, SealPicture } from '../../../src/core/documents/model.ts';
import { certificate } from '../../../src/core/documents/templates/certificate.ts';
import type { FilingPaperData } from '../../../src/core/services/filing-paper-data.ts';
import type { Certificate } from '../../../src/shared/domain/filing.ts';

export { bareData, shortData };

/** A certificate as it was issued, with its signed code. */
export const certificateOf = (data: FilingPaperData, picture: SealPicture | null): PaperDocument =>
  certificate(sampleFace(data), picture);

/** Rare characters of the supplementary planes, quotation marks and markup that must come out as themselves. */
export const rareData: FilingPaperData = {
  ...shortData,
  facts: {
    ...shortFacts,
    name: '𠮷祥里“㛃心”<䶮>&互助队',
    businessScope: '为“𠮷老人”提供陪伴——以‘邻里守望’为主题……',
  },
  responsiblePerson: { ...shortData.responsiblePerson!, name: '𠮷㛃䶮' },
};

const repeat = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** What people paste: angle brackets, emoji, control and bidirectional characters, tabs, quotation marks. */
export const hostileData: FilingPaperData = {
  ...rareData,
  facts: {
    ...rareData.facts,
    name: '新河街道阳光里社区“𠮷祥”<䶮>&🎉邻里守望老年志愿服务队第二分队',
    businessScope:
      '一、陪伴\u0000\u0007；\r\n二、</w:t><script>alert(1)</script>\t😀\ufffe；三、$&$1%s{{name}}',
    purpose: '\u202e逆序\ud800<br>&nbsp;&#60;',
    premises: '\'"><img src=x onerror=alert(1)>',
  },
  responsiblePerson: { ...shortData.responsiblePerson!, name: '阿卜杜热合曼·买买提<𠮷>' },
};

/** Every text as long as the contract lets it be. */
export const longData: FilingPaperData = {
  ...shortData,
  office: { ...office, authorityName: repeat('国家级经济技术开发区管理委员会新河街道办事处', 60) },
  community: { name: repeat('阳光里第二社区居民委员会', 60), settlement: 'urban' },
  facts: {
    ...shortFacts,
    name: repeat('新河街道阳光里社区邻里守望老年人生活照料与心理疏导志愿服务队', 60),
    shortName: repeat('阳光里邻里守望', 30),
    activityArea: repeat('阳光里社区、月亮湾社区及相邻的三条街巷，', 120),
    premises: repeat('新河街道阳光里社区党群服务中心二楼多功能活动室与文化广场，', 120),
    premisesSource: repeat('社区无偿提供使用，', 60),
    businessScope: repeat('为特殊困难老年人提供亲情陪伴、生活照料、心理疏导、法律援助和社会融入服务；', 500),
    purpose: repeat('遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，', 500),
    funds: repeat('成员自愿分担与社会捐赠，', 200),
    fallbackParty: { kind: 'plaza-park-federation', name: repeat('新河街道广场公园社团联合会党总支', 60) },
    partyAdviser: repeat('欧阳', 30),
    contactName: repeat('欧阳', 30),
    contactPhone: '13800000001 / 13800000002 / 138',
    founders: Array.from({ length: 50 }, (_, index) => ({
      name: `发起人${index + 1}`,
      kind: 'person' as const,
      phone: '13800000001',
      note: '热心社区事务的居民代表',
    })),
    remark: repeat('补充说明情况，', 500),
  },
  responsiblePerson: { ...shortData.responsiblePerson!, name: repeat('阿卜杜热合曼·买买提', 60) },
  filing: {
    ...shortData.filing!,
    committeeReview: {
      agreed: true,
      opinion: repeat('经初审，材料齐全，', 1000),
      actor: repeat('周敏', 60),
      actedOn: '2026-03-25',
    },
    streetReview: {
      agreed: true,
      opinion: repeat('经审核，同意备案，', 1000),
      actor: repeat('郑国', 60),
      actedOn: '2026-04-10',
    },
    notice: {
      ...shortData.filing!.notice!,
      place: repeat('社区公示栏及网格群，', 120),
      method: repeat('张贴并在网上发布，', 60),
    },
  },
};

/** A certificate as the archive keeps it, saying other things than today's facts. */
export const frozenCertificate = {
  id: 'certificate-1',
  organizationId: 'organization-1',
  filingId: 'filing-1',
  filingNumber: '新河街社备〔2025〕3号',
  kind: 'replacement',
  issueReason: '遗失补发',
  organizationName: '阳光里老年舞蹈队',
  responsiblePersonName: '赵兰芝',
  businessScope: '群众舞蹈',
  premises: '文化站',
  activityArea: '阳光里社区',
  category: '文体活动类',
  authorityName: '新河街道办事处',
  issuedOn: '2025-02-08',
  validTo: '2028-02-07',
  issuedBy: '郑卫国',
  collectedBy: null,
  collectorPhone: null,
  collectedOn: null,
  status: 'valid',
  recoveredBy: null,
  recoveredOn: null,
} as Certificate;
