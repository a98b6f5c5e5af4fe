import { findingCode, type FindingCode } from '../domain/workbook-import.ts';
import type {
  AbsentThing,
  BagFlaw,
  ConflictingThing,
  DuplicateFlaw,
  PeriodFlaw,
  ReceiptFlaw,
  RefusedField,
  ValueFlaw,
} from '../refusal-causes.ts';
import { findingLabels } from './workbook-import.ts';

/** What is not there any more, as the subject of a sentence. */
export const absentThingLabels: Readonly<Record<AbsentThing, string>> = {
  organization: '这个组织',
  office: '单位信息',
  community: '这个社区',
  filing: '这件备案',
  step: '这一步的办理记录',
  objection: '这条异议',
  certificate: '这本证书',
  attachment: '这件扫描件',
  'dossier-file': '这份材料',
  'office-template': '这份模板',
  'office-part': '这个自设部分',
  record: '这条档案记录',
  vote: '这次会议表决',
  membership: '这段在册经历',
  member: '这名成员',
  person: '这个人',
  consent: '这份同意书',
  term: '这个任期',
  post: '这项兼任',
  merge: '这次合并',
  snapshot: '这份存档的花名册',
  'area-change': '这次区划调整',
  view: '这个常用视图',
  'inbox-item': '这份待归档扫描件',
  'archive-item': '这件归档文件',
  'storage-place': '这个存放位置',
  'custom-field': '这个自设项目',
  'bulk-edit': '这次批量修改',
  training: '这次培训',
  'service-line': '这条登记',
  'seal-use': '这条用印登记',
  'issued-paper': '这份已发文书',
  'label-sheet': '这种标签纸',
  printer: '这台打印机',
  'print-job': '打印队列里的这一项',
  restriction: '限制名单上的这个人',
  'rule-pack': '这一天适用的规则',
  import: '这次导入',
  package: '这个报送包',
  file: '做好的文件',
  'bureau-key': '这把公钥',
  bag: '这个档案包',
  medium: '这个 U 盘',
  receipt: '这份回执',
  street: '这个街道',
  'street-key': '这把签名公钥',
  'received-file': '收件箱里的这个文件',
  'received-package': '这个收到的报送包',
  'trainee-stay': '这段培训对象经历',
  'training-course': '这门课程',
  'training-session': '这场培训',
  'training-cycle': '这个轮训周期',
  'training-target': '这项目标',
  'training-certificate': '这本结业证书',
  'training-exam': '这次考试',
  backup: '这份备份',
};

interface CauseWords {
  /** What happened: a whole sentence. */
  readonly happened: string;
  readonly next: string;
}

const words = (happened: string, next: string): CauseWords => ({ happened, next });

export const conflictLabels: Readonly<Record<ConflictingThing, CauseWords>> = {
  organization: words('这条记录属于另一个组织。', '请回到那个组织的档案里改。'),
  register: words('试运行之后，档案里的组织或成员又改动过。', '请再试运行一次，看过结果后再导入。'),
  record: words('您打开之后，这条记录或它的材料又改动过。', '请关掉后重新打开，看过现在的内容再办。'),
  'record-kind': words('一条记录不能改成另一种记录。', '请删去这一条，再按需要的种类另建。'),
  objection: words('这条异议已经答复过。', '请刷新后查看答复。'),
  objections: words('一条公开信息最多记 50 条异议。', '其余的请写在备注里，并附上材料。'),
  member: words('这个人已经在花名册上。', '请在花名册里找到他，直接改他的内容。'),
  'later-stay': words('他离开之后又加入过，这次离开不能撤回。', '请先处理后来的那段在册经历。'),
  person: words('合并之后，这个人的内容又改动过，不能撤销合并。', '请直接修改这个人的内容。'),
  'identity-number': words(
    '这个证件号码已经登记在另一个人名下。',
    '请对照证件核对姓名和号码；确是同一个人，请选用已有的那一位。',
  ),
  'community-code': words('这个区划代码已经用在另一个社区。', '请核对代码；每个社区的代码不能相同。'),
  'area-change': words(
    '这次区划调整之后，有关的社区或组织又改动过，不能撤销。',
    '请先撤销后来的调整，或逐个改正。',
  ),
  'office-part': words('这个自设部分里还有材料，不能删去。', '请先把材料移到别的部分。'),
  'view-name': words('同一张表里已有同名的常用视图。', '请换一个名称。'),
  'inbox-item': words('这份扫描件已经有人处理过。', '请刷新待归档扫描件的列表。'),
  'issued-paper': words('这份文书刚刚已经打印或作废过。', '请刷新已发文书登记，看过现在的内容再办。'),
  'print-job': words('打印队列和您看到的不一样了。', '请刷新打印队列，再打印一次。'),
  printer: words('已有同名的打印机。', '请换一个名称。'),
  'label-sheet': words('已有同名的标签纸。', '请换一个名称。'),
  'seal-use': words('这条用印登记已经划销。', '请刷新用印登记。'),
  'service-register': words('一条登记不能换到另一本登记里。', '请删去这一条，到需要的登记里另建。'),
  volunteer: words('这个人已经登记为志愿者。', '请在志愿者里找到他，直接改他的内容。'),
  'two-volunteers': words(
    '这两个人各自登记为志愿者，各有积分，不能合并。',
    '请先在志愿者里退出其中一个，没有积分的可以删去。',
  ),
  'archive-item': words('归档的件和您看到的不一样了。', '请刷新，看过现在的内容再办。'),
  'storage-place': words('大的位置不能放进小的位置。', '库房里放柜架，柜架里放盒，盒里放夹。'),
  'storage-place-used': words('这个位置里还有东西，不能删去。', '请先把里面的件、卷和下级位置移走。'),
  'custom-field': words(
    '这个项目已经填过内容，不能去掉，也不能改种类。',
    '可以标为“不再使用”，填过的内容会留着。',
  ),
  'bulk-edit': words('要改的组织和您看到的不一样了。', '请再看一遍预览，再修改。'),
  'bulk-edit-changed': words(
    '批量修改之后，有组织又改过、封存了或正在办理备案，不能整批撤销。',
    '请逐个改正。',
  ),
  'recycle-bin': words('回收站里的内容和您看到的不一样了。', '请刷新后再看一遍，再清空。'),
  'credit-code': words('这个统一社会信用代码已经登记在另一个组织名下。', '请对照登记证书核对代码。'),
  'rule-pack-day': words('这一天已经有一套规则开始施行。', '请改那一套，或换一个施行日期。'),
  'bureau-key': words('这个文件夹里已经有一把钥匙。', '请换一个空文件夹，不要覆盖原来的钥匙。'),
  package: words('那里已经有同名的报送包或分卷。', '请换一个空文件夹，或先移走原来的。'),
  'street-reported': words(
    '这个街道已经报送过台账，不能从名册里删去。',
    '以后不再报送的，请在街道的资料里填写“报送到哪一期为止”。',
  ),
  'street-key': words('这把签名公钥已经登记在另一个街道名下。', '请核对公钥卡是哪个街道发来的。'),
  'trainee-stay': words('这个人在这段时间已经属于这一类。', '请改原来的那一段，或把日期错开。'),
  'training-course': words('这门课程已经有场次或结业证书，不能删去。', '请先把场次移走或删去。'),
  'training-session': words(
    '这场培训已经有人参加或发过结业证书，不能删去。',
    '办错了的，请先改正签到；不办了的，可以取消。',
  ),
  'training-cycle': words('已经有同名的轮训周期。', '请换一个名称。'),
  'training-certificate': words('这本结业证书已经作废过。', '请刷新结业证书登记。'),
  'training-plan': words('排好以后，有人已经训过、离岗或另有安排。', '请重新排一次，再采用。'),
};

export const refusedFieldLabels: Readonly<Record<RefusedField, string>> = {
  file: '选的文件',
  photo: '选的照片',
  name: '名称',
  bodyName: '组织名称',
  identityNumber: '证件号码',
  phone: '电话',
  collectorPhone: '领取人电话',
  contactPhone: '联系电话',
  customValue: '自设项目的内容',
  founders: '发起人的电话',
  facts: '备案事项',
  former: '旧证书的去向',
  issuedOn: '发证日期',
  formerOn: '旧证书的处理日期',
  collectedOn: '领取日期',
  receivedOn: '收到日期',
  joinedOn: '加入日期',
  leftOn: '离开日期',
  reachedOn: '到达日期',
  givenOn: '同意日期',
  revokedOn: '撤回日期',
  effectiveOn: '生效日期',
  exitedOn: '退出日期',
  asOf: '花名册的日期',
  candidateReasons: '列入拟登记台账的理由',
  candidateSince: '列入或成为示范点的日期',
  creditCode: '统一社会信用代码',
  registeredOn: '登记日期',
  category: '类别',
  communityIds: '要合并的社区',
  mergedId: '要合并的人',
  importId: '导入',
  signer: '签名公钥',
  usedOn: '用印日期',
  reprintReason: '重打理由',
  after: '列表的位置',
  partBytes: '每卷的大小',
  validUntil: '有效期',
  startsOn: '起始日期',
  endsOn: '结束日期',
  madeUpOn: '补课日期',
  sessionState: '场次状态',
  examOn: '考试日期',
};

interface FlawWords {
  /** Follows the entry's name. */
  readonly isWrong: string;
  readonly next: string;
}

const flaw = (isWrong: string, next: string): FlawWords => ({ isWrong, next });

export const valueFlawLabels: Readonly<Record<ValueFlaw, FlawWords>> = {
  missing: flaw('还没有填。', '请填上后再办。'),
  empty: flaw('是空的。', '请重新选择，或重新扫描。'),
  taken: flaw('已经用过。', '请换一个。'),
  masked: flaw('里带星号的号码和原来的对不上。', '请把号码完整地重新填写。'),
  same: flaw('没有另选一个。', '请选择另外一个再办。'),
  'too-large': flaw('太大。', '请按件分开，或降低扫描的精度后再存。'),
  future: flaw('晚于今天。', '请改成实际的日期。'),
  past: flaw('早于今天。', '请改成以后的日期。'),
  'before-issue': flaw('早于发证日期。', '请核对两个日期。'),
  'after-issue': flaw('晚于新证书的发证日期。', '请核对两个日期。'),
  'before-joined': flaw('早于加入日期。', '请核对两个日期。'),
  'before-left': flaw('早于上一次离开的日期。', '请核对花名册里的在册经历。'),
  'wrong-outcome': flaw('和办理的原因对不上。', '遗失的写遗失声明，损坏的写收回。'),
  'needs-change-filing': flaw('已经备案，不能直接改。', '请办变更备案；备案办结后，新的内容生效。'),
  'code-length': flaw('不是 18 位。', '请对照登记证书，完整填写。'),
  'code-characters': flaw('里有不用的字符（没有 I、O、S、V、Z）。', '请对照登记证书核对。'),
  'code-check-digit': flaw('的校验码对不上。', '请核对有没有抄错一位。'),
  'unknown-category': flaw('不在这种分类里。', '请刷新后重新选择。'),
  'not-a-scan': flaw('不是扫描件。', '请选 PDF、JPEG、PNG 或 TIFF 文件。'),
  'not-a-picture': flaw('不是图片。', '请选 JPEG 或 PNG 图片。'),
  'not-minisign': flaw('读不出来。', '请选对方给的公钥文件，或完整复制那一行。'),
  malformed: flaw('不是这个项目能填的。', '日期填成 2026-11-23，数字只填数字，选项从列出的里面选。'),
  cursor: flaw('已经失效。', '请刷新列表。'),
  'too-many-parts': flaw('太小，会分出 999 卷以上。', '请选大一些的分卷。'),
};

/** What is wrong with an entry and what to do, whichever set the flaw is of. */
export const refusedValueWords = (
  field: RefusedField,
  reason: ValueFlaw | FindingCode,
): { readonly happened: string; readonly next: string } => {
  const read = findingCode.safeParse(reason);
  if (read.success)
    return { happened: findingLabels[read.data].happened, next: findingLabels[read.data].advice };
  // What is no finding's code is a flaw of its own: the two sets share no word.
  const { isWrong, next } = valueFlawLabels[reason as ValueFlaw];
  return { happened: `${refusedFieldLabels[field]}${isWrong}`, next };
};

export const bagFlawLabels: Readonly<Record<BagFlaw, string>> = {
  declaration: '开头的声明不对',
  encoding: '文字的编码不对',
  'too-large': '说明文件大得反常',
  algorithm: '校验的算法不认识',
  'manifest-line': '校验清单里有一行读不出来',
  'manifest-duplicate': '校验清单里有重复的文件',
  'manifest-outside': '校验清单里有内容以外的文件',
  'no-manifest': '没有校验清单',
  'info-line': '说明里有一行读不出来',
  'payload-sum': '内容的总数和说明不符',
  fetch: '有内容要从网上取，不收这样的包',
};

export const periodFlawLabels: Readonly<Record<PeriodFlaw, CauseWords>> = {
  future: words('还没有到。', '请对方核对报送期，重新导出。'),
  kind: words('和本局规定的报送周期不同。', '请与对方核对是按半年还是按季度报送。'),
  days: words('和它写明的起止日期对不上。', '请对方重新导出。'),
  'not-expected': words('不是现在要收的这一期。', '请核对是不是选错了文件，或改选报送期。'),
};

export const duplicateFlawLabels: Readonly<Record<DuplicateFlaw, CauseWords>> = {
  'same-file': words('这个报送包已经收过。', '不用再收；要看内容，请打开收到的报送包。'),
  'same-number': words(
    '同一街道、同一期、同一编号的报送包已经收过，但内容不同。',
    '请与报送单位核对哪一个是对的；要更正，请对方做补报更正包或重新报送。',
  ),
  older: words('已经收过同一期编号更大的报送包。', '请核对是不是发来了旧文件。'),
};

export const receiptFlawLabels: Readonly<Record<ReceiptFlaw, CauseWords>> = {
  format: words('这不是回执文件，或者文件不完整。', '请选接收单位发来的原文件，不要打开另存。'),
  newer: words('这份回执是更新的格式。', '请升级程序后再收。'),
  signature: words('回执的签名对不上，内容可能被改动过。', '请勿采信，请接收单位重新发送。'),
  signer: words(
    '回执不是由已核对的接收单位签发的。',
    '请核对是谁发来的；接收单位换了钥匙，请先登记新的公钥卡。',
  ),
  'no-signing-key': words(
    '还没有核对过接收单位的签名公钥，无法查证回执。',
    '请导入接收单位的公钥卡并核对指纹。',
  ),
  'other-package': words('这份回执说的不是本单位做过的报送包。', '请核对是不是发错了单位。'),
  'other-street': words('这份回执是给另一个街道的。', '请退还接收单位，请对方重新发送。'),
};
