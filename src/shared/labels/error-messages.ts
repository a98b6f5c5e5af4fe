import { importField } from '../domain/workbook-import.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import {
  absentThingLabels,
  bagFlawLabels,
  duplicateFlawLabels,
  periodFlawLabels,
  receiptFlawLabels,
  conflictLabels,
  refusedValueWords,
} from './refusal-causes.ts';
import { entryFlawWords } from './service-register.ts';
import { unsoundBackupWords } from './backup.ts';
import { importFieldLabels } from './workbook-import.ts';

/** What a person is told when something is refused. */
export interface ErrorMessage {
  /** What happened. */
  readonly happened: string;
  /** What became of the data: always said, so that nobody fears a loss. */
  readonly kept: string;
  /** What to do next. */
  readonly next: string;
}

const unchanged = '档案没有改动，已保存的内容都在。';

const fieldWords = (code: string): string => {
  const field = importField.safeParse(code).data;
  return field === undefined ? code : importFieldLabels[field];
};

const message = (happened: string, next: string, kept: string = unchanged): ErrorMessage => ({
  happened,
  kept,
  next,
});

const damagedParts = { database: '档案数据', 'key-file': '钥匙文件', attachment: '一件扫描件' } as const;
const stepDateReasons = {
  future: '日期晚于今天。',
  'before-previous': '日期早于上一步。',
  'not-a-date': '日期写得不对。',
} as const;
const workbookReasons = {
  'not-a-workbook': '这不是 Excel 表格。',
  encrypted: '表格设了打开密码。',
  'too-large': '表格太大。',
  damaged: '表格已损坏，读不出来。',
  unsafe: '表格里有不安全的内容，已拒绝打开。',
} as const;
const refusedPapers = {
  empty: ['这个文件是空的。', '请看看扫描或拷贝是不是没有完成。'],
  archive: ['压缩包不能直接存入档案。', '请先解压，再把里面的文件拖进来。'],
  'phone-picture': [
    '这是苹果手机的 HEIC 照片，别的电脑多半打不开。',
    '请在手机上选“兼容性最佳”，或转成 JPEG 后再存。',
  ],
  program: ['这是程序，不是材料。', '请检查是不是选错了文件；来历不明的请不要打开。'],
  unknown: ['认不出这是什么文件。', '能存的有：PDF、图片、Word、Excel、演示文稿、OFD、文本。'],
  damaged: ['这个文件不完整，打不开。', '请重新拷贝或重新扫描后再存。'],
} as const;
const sealFaults: Readonly<Record<ErrorData<'SEAL_IMAGE_INVALID'>['reason'], string>> = {
  'too-large': '这张图片超过 2 MB。',
  'not-png': '这不是 PNG 图片。',
  damaged: '这张 PNG 图片读不出来，可能已经损坏。',
  dimensions: '这张图片太大或太小。',
  empty: '这张图片上什么也没有。',
  'not-transparent': '这张图片的底色不是透明的，会把字盖住。',
  'not-red': '这张图片不像红色的印章。',
  'not-round': '图片里的印章不是正圆，可能斜了、拉变形了，或旁边有多余的点。',
  resolution: '这张图片的点数不够，印出来会模糊。',
};
const sealAsk = '请用底色透明的 PNG 图片，四周没有别的内容。';
const sealMending: Partial<Record<ErrorData<'SEAL_IMAGE_INVALID'>['reason'], string>> = {
  dimensions: '边长请在 500 到 2400 点之间。',
  'not-transparent': '请把底色去掉，存成底色透明的 PNG。',
  resolution:
    '按填写的直径算要有每英寸 300 点以上：42 毫米的印章至少 497 点宽。请用更清晰的图片，并核对直径。',
};

const previewReasons = {
  encrypted: '这个文件设了打开密码，不能预览。',
  damaged: '这个文件已损坏或不完整，显示不出来。',
  'too-large': '这个文件太大，不能在这里预览。',
  'too-long': '这个文件太复杂，显示用时过长，已经停止。',
  'no-preview': '这种文件不能在这里预览。',
} as const;
const wordReasons = {
  'not-word': '这不是 Word 文档（.docx）。',
  encrypted: '这是旧格式的 Word 文档，或者设了打开密码。',
  'too-large': '文档太大。',
  damaged: '文档已损坏，读不出来。',
} as const;
const ballotReasons = {
  'not-ballots': '这不是测评票文件，或文件已经损坏。',
  'other-survey': '这是另一次测评的票文件。',
  'other-items': '票文件里的测评项目和现在的不一样。',
  taken: '这个票文件已经收入过了。',
  counts: '这次测评是按票数录入的，不收单张的票。',
  'too-many': '收入后这一组会超过 2000 张票，或者这次测评已收过 200 个票文件。',
} as const;
const undoReasons = {
  'already-undone': '这次导入已经撤销过了。',
  'changed-since': '导入之后有内容改动过',
} as const;
const packageParts = { header: '开头', content: '内容', whole: '全部内容' } as const;
const nameParts = { district: '区', street: '街道', period: '报送期', correction: '更正序号' } as const;

/** The sentences of every expected failure. A code without its sentence does not compile. */
const templateRefusals: Readonly<Record<ErrorData<'TEMPLATE_REFUSED'>['reason'], readonly [string, string]>> =
  {
    'not-word': ['这不是 Word 文档（.docx）。', '请在 WPS 或 Word 里另存为“.docx”再导入。'],
    encrypted: ['这个文件设了密码。', '请去掉密码再导入。'],
    'too-large': ['这个文件太大，可能图片没有压缩。', '请压缩图片（不超过 8 MB）再导入。'],
    damaged: ['这个文件读不出来，可能已经损坏。', '请重新导出模板，修改后再导入。'],
    macro: ['这个文件带有宏（程序），不能用作模板。', '请另存为不带宏的“.docx”再导入。'],
    outside: ['这个文件引用了外部的图片、网址或者文档，不能用作模板。', '请把图片直接插入文档，去掉超链接。'],
    embedded: ['这个文件里嵌入了别的文件或者控件，不能用作模板。', '请去掉后再导入。'],
  };

export const errorMessages: { readonly [C in ErrorCode]: (data: ErrorData<C>) => ErrorMessage } = {
  ARCHIVE_ABSENT: () => message('这里还没有档案。', '请先新建档案，或打开示范街道试用。'),
  ARCHIVE_LOCKED: () => message('档案已经锁上。', '请输入密码打开后再办。'),
  ARCHIVE_EXISTS: () => message('这里已经有一份档案。', '请用密码打开它；要另建一份，请换一个文件夹。'),
  ARCHIVE_BUSY: () => message('档案正被另一个窗口使用。', '请关掉另一个窗口，过几秒再试。'),
  ARCHIVE_DAMAGED: ({ part }) =>
    message(
      `${damagedParts[part]}损坏，打不开。`,
      '请不要删除任何文件，先把整个档案文件夹复制一份，再用最近一次的备份恢复。',
      '程序没有改动原来的文件。',
    ),
  ARCHIVE_NEWER: ({ archiveVersion, applicationVersion }) =>
    message(
      `这份档案由更新版本的程序保存（档案第 ${archiveVersion} 版，本程序只到第 ${applicationVersion} 版）。`,
      '请安装新版程序后再打开。',
    ),
  MIGRATION_FAILED: ({ restored }) =>
    message(
      '档案升级到新版本时没有成功。',
      restored ? '请继续使用旧版程序，并联系维护人员。' : '请用升级前自动做的备份恢复，并联系维护人员。',
      restored ? '已恢复到升级以前的样子，内容都在。' : '升级前的备份还在档案文件夹里。',
    ),
  NOT_AN_ARCHIVE: () => message('这个文件夹里的文件不是枢纽档案。', '请检查是不是选错了文件夹。'),
  WRONG_PASSWORD: ({ retryAfterSeconds }) =>
    message(
      '密码不对。',
      retryAfterSeconds > 0
        ? `请等 ${retryAfterSeconds} 秒再试；看看大写锁定和输入法。`
        : '请看看大写锁定和输入法再试；忘了密码，可用打印的恢复码打开。',
    ),
  WRONG_RECOVERY_CODE: () =>
    message('恢复码不对。', '请对照打印的恢复码逐组再输；新恢复码生成后，旧的就失效。'),
  WEAK_PASSWORD: ({ minimumLength }) =>
    message(`密码太短或太好猜，至少要 ${minimumLength} 个字。`, '可以用一句只有自己知道的话。'),
  DISK_FULL: () => message('磁盘满了，没有写进去。', '请清出一些空间后再试。'),
  STORAGE_UNWRITABLE: () =>
    message('档案文件夹写不进去。', '请看看磁盘是否拔出、文件夹是否只读，或请管理员放开权限。'),
  NOT_FOUND: ({ what }) =>
    message(`${absentThingLabels[what]}不在了。`, '可能刚被删除或撤销；请返回列表刷新。'),
  CONFLICT: ({ what }) => message(conflictLabels[what].happened, conflictLabels[what].next),
  INVALID_VALUE: ({ field, reason }) => {
    const { happened, next } = refusedValueWords(field, reason);
    return message(happened, next);
  },
  CANCELLED: () => message('已经取消。', '需要时可以重新开始。', '没有留下做到一半的东西。'),
  GUARDIAN_CONSENT_MISSING: () =>
    message(
      '这名成员不满十四周岁，还没有监护人同意的记录。',
      '请让监护人签好同意书，填上监护人和日期后再保存。',
    ),
  RESPONSIBLE_PERSON_FILED: () =>
    message('负责人是备案事项，不能直接改。', '请用“变更负责人”办理变更备案；新证书发下来以后自动换人。'),
  ILLEGAL_STEP: () =>
    message('按现在的进度，还不能办这一步。', '请先办完前面的步骤；补录旧材料请用补录方式。'),
  STEP_INCOMPLETE: ({ missing }) =>
    message(`这一步还缺：${missing.join('、')}。`, '补齐后再办。', '已填的内容都已保存。'),
  NOTICE_NOT_ENDED: ({ endsOn }) =>
    message(`公示要到 ${endsOn} 才满。`, '请在公示期满、没有异议后发证；确需提前，请写明理由。'),
  STEP_DATE_INVALID: ({ reason }) => message(stepDateReasons[reason], '请改成实际办理的日期。'),
  FILING_OPEN: () => message('这个组织已有一件备案正在办理。', '请先办结或撤回那一件。'),
  DOSSIER_SEALED: ({ volume }) =>
    message(
      `这份档案已经封存（${volume}），只能查看。`,
      '确需更正，请在档案的“处理结果”页写明理由启封，改完重新封存。',
    ),
  CERTIFICATE_NOT_VALID: ({ status }) =>
    message(
      status === 'valid' ? '这本证书还在用。' : '这本证书已经停用。',
      '请刷新后看看现在有效的是哪一本，再办。',
    ),
  RECORD_IN_USE: ({ by }) =>
    message(`这条记录是“${by}”的依据，不能删除。`, '确需更正，可以打开这条记录修改内容。'),
  PERSONAL_DATA_FOUND: ({ findings, unread }) =>
    message(
      findings > 0
        ? `要公开的内容里有 ${findings} 处像是个人信息。`
        : `有 ${unread} 件文件程序看不了，需要人看过。`,
      findings > 0
        ? '请改掉后再发布；确实可以公开的，写明理由。'
        : '请打开看一看，确认没有个人信息后再发布。',
      '没有发布，填写的内容都已保存。',
    ),
  FILING_NUMBER_TAKEN: ({ filingNumber }) =>
    message(`备案号 ${filingNumber} 已经用过。`, '请用系统给出的下一个号，或核对纸质证书。'),
  FILING_NUMBER_RULE_INVALID: ({ token }) =>
    message(`备案号规则里的“${token}”不认识。`, '请在“设置—规则”里改正备案号规则。'),
  RULE_PACK_INVALID: ({ path, reason }) =>
    message(`规则里有一处不对：${path}（${reason}）。`, '请改正后再保存或导入。'),
  CALENDAR_INVALID: ({ reason }) => message(`工作日历读不出来（${reason}）。`, '请核对日历文件后再导入。'),
  PERIOD_UNKNOWN: ({ period }) =>
    message(`规则里没有“${period}”这个报告期。`, '请从列表里选择报告期；报告次数在“设置—规则”里定。'),
  SURVEY_LOCKED: () =>
    message(
      '已经有测评票录入，测评项目、分值和权重不能再改。',
      '要改这些，请先删去已录的票，或另建一次测评。',
    ),
  SURVEY_CLOSED: () => message('这次测评已经结束，票数不能再改。', '确需更正，请先点“重新打开”。'),
  SURVEY_UNBALANCED: ({ count }) =>
    message(`还有 ${count} 处票数对不上，不能结束测评。`, '请改到相符；确实查不清的，请写明原因再结束。'),
  SURVEY_CITED: ({ count }) =>
    message(`有 ${count} 项结果运用的决定引用了这次测评。`, '请先删去或改正那些决定。'),
  BALLOTS_REFUSED: ({ reason }) =>
    message(
      ballotReasons[reason],
      reason === 'taken'
        ? '不用再收；如果手机上又收了票，请另存一个票文件。'
        : reason === 'too-many'
          ? '票太多时，请另建一次测评，或改为按票数录入。'
          : '请核对是不是这次测评、这个组的票文件。',
    ),
  SURVEY_NOT_CITABLE: ({ reason }) =>
    message(
      reason === 'open' ? '引用的测评还没有结束。' : '引用的测评不在这个组织的档案里。',
      '请选择本组织一次已经结束的测评。',
    ),
  SERVICE_LINE_REFUSED: ({ register, field, flaw }) =>
    message(`${entryFlawWords(register, field, flaw)}。`, '请改好这一项再保存。'),
  POINTS_SHORT: ({ balance, wanted }) =>
    message(
      `积分只有 ${balance} 分，不够 ${wanted} 分。`,
      '请少兑换一些；要改服务时长，先核对已经兑换的积分。',
    ),
  SERVICE_SHEET_REFUSED: ({ missing }) =>
    message(
      `表里缺这些列：${missing.filter((header) => /\p{Script=Han}/u.test(header)).join('、')}。`,
      '请下载模板，按模板的表头填写后再导入。',
    ),
  WORD_UNREADABLE: ({ reason }) =>
    message(
      wordReasons[reason],
      '请在 WPS 或 Word 里打开，另存为 .docx 再选；也可以直接把文字复制粘贴进来。',
    ),
  WORKBOOK_UNREADABLE: ({ reason }) =>
    message(
      workbookReasons[reason],
      reason === 'encrypted'
        ? '请在 WPS 或 Excel 里去掉密码，另存后再导入。'
        : reason === 'too-large'
          ? '请按社区分成几个文件再导入。'
          : '请在 WPS 或 Excel 里打开，另存为 .xlsx 再导入。',
    ),
  WORKBOOK_EMPTY: () => message('表格里没有可以导入的行。', '请检查是不是选错了文件。'),
  MAPPING_INCOMPLETE: ({ sheet, missing }) =>
    message(
      `工作表“${sheet}”还有必需的列没有对上：${missing.map(fieldWords).join('、')}。`,
      '请在列对应里选好，或把这张表设为不导入。',
    ),
  UPLOAD_EXPIRED: () => message('上传的表格已经过期。', '请重新选择这个文件。'),
  IMPORT_NOT_UNDOABLE: ({ reason, count }) =>
    message(
      reason === 'changed-since'
        ? `${undoReasons[reason]}（${count} 处），不能整体撤销。`
        : undoReasons[reason],
      reason === 'changed-since' ? '请逐条修改，或先处理这些改动。' : '不用再做什么。',
    ),
  PAPER_REFUSED: ({ reason }) => {
    const [happened, next] = refusedPapers[reason];
    return message(happened, next);
  },
  SCAN_IN_USE: () =>
    message('这份扫描件已经用作另一步的依据，或已不在原处。', '请到备案里查看；要换扫描件，请在那一步更正。'),
  ITEM_ARCHIVED: ({ archivalCode }) =>
    message(
      `已经归档（档号 ${archivalCode}），不能直接改动。`,
      '请到“档案保管—归档目录”里写明理由，解锁后再改，改完锁上。',
    ),
  OFFICE_PART_USED: ({ name }) =>
    message(`“${name}”里存有材料，不能去掉。`, '可以标为“不再使用”，材料照样能看；或先把材料移到别的部分。'),
  PREVIEW_FAILED: ({ reason }) =>
    message(
      previewReasons[reason],
      reason === 'encrypted'
        ? '请向送件人要到没有密码的文件，作为新版本存入。'
        : '可以另存一份到电脑上，用别的程序打开。',
      '原件原样存在档案里，没有改动。',
    ),
  PDF_PRINTER_MISSING: () =>
    message('这台电脑上没有可用来做 PDF 的浏览器。', '可以改用 Word 格式；或装上 Edge、Chromium 后再试。'),
  PRINT_FAILED: () =>
    message('没有送到打印机。', '请看打印机是否开着、有没有纸，再试一次；也可以存为 PDF 打印。'),
  PDF_FAILED: () => message('PDF 没有做成。', '请再试一次；仍不行，可先用 Word 格式打印。'),
  TEMPLATE_REFUSED: ({ reason }) => message(...templateRefusals[reason], '原来使用的模板没有变动。'),
  SEAL_IMAGE_INVALID: ({ reason }) => message(sealFaults[reason], sealMending[reason] ?? sealAsk),
  SEAL_NOT_ALLOWED: ({ reason }) =>
    reason === 'picture'
      ? message(
          '还没有设置印章图片。',
          '请在“设置 › 印章图片”里选择，或留空位盖实物印章。',
          '没有打印，也没有登记用印。',
        )
      : message(
          '还没有准许套印印章图片。',
          '请由负责印章的人在“设置 › 印章图片”里准许，或留空位盖实物印章。',
          '没有打印，也没有登记用印。',
        ),
  DOCUMENT_INCOMPLETE: ({ missing }) =>
    message(`这份文书还缺：${missing.join('、')}。`, '请到档案页补齐后再打印。'),
  PERIOD_INVALID: ({ period }) => message(`报送期“${period}”不对。`, '请从列表里选择报送期。'),
  LEDGER_BLOCKED: ({ count }) =>
    message(`还有 ${count} 处必须改正的问题，不能报送。`, '请在检查结果里逐条点开补正。'),
  RECIPIENT_MISSING: () => message('还没有选择接收单位。', '请先登记民政部门的公钥并核对指纹。'),
  RECIPIENT_INVALID: () =>
    message('这不是有效的接收公钥。', '公钥以 age1 开头，请完整复制或重新导入公钥卡。'),
  RECIPIENT_UNCONFIRMED: ({ fingerprint }) =>
    message(`接收公钥还没有人核对指纹（${fingerprint}）。`, '请打电话与接收单位逐字核对，再登记核对人。'),
  PACKAGE_WRONG_KEY: () =>
    message(
      '这把钥匙打不开这个报送包。',
      '请确认报送包是发给本单位的，并换用对应的钥匙。',
      '报送包没有改动。',
    ),
  PACKAGE_NOT_AGE: () => message('这不是加密报送包。', '请检查是不是选错了文件。', '文件没有改动。'),
  PACKAGE_CUT_SHORT: () =>
    message(
      '报送包不完整，后面少了一截。',
      '请重新拷贝或重新下载；仍不行，请对方重发。',
      '没有取用其中任何内容。',
    ),
  PACKAGE_CHANGED: ({ part, block }) =>
    message(
      `报送包的${packageParts[part]}${block === null ? '' : `（第 ${block + 1} 块）`}被改动过或已损坏。`,
      '请勿使用，请对方重新发送。',
      '没有取用其中任何内容。',
    ),
  PACKAGE_UNSIGNED: () =>
    message('报送包没有签名。', '不能确认是谁报送的，请对方重新导出。', '没有取用其中任何内容。'),
  PACKAGE_BAD_SIGNATURE: () =>
    message('报送包的签名对不上。', '内容可能被改动，请勿使用，请对方重新发送。', '没有取用其中任何内容。'),
  PACKAGE_UNKNOWN_SIGNER: ({ keyId }) =>
    message(
      `签名人（${keyId}）没有登记过。`,
      '请与报送单位核对签名公钥，登记后再打开。',
      '没有取用其中任何内容。',
    ),
  PACKAGE_NAME_MISMATCH: ({ part, expected, found }) =>
    message(
      `报送包的文件名与内容不符：${nameParts[part]}应为 ${expected}，实为 ${found}。`,
      '请对方核对后重新导出。',
      '没有取用其中任何内容。',
    ),
  PACKAGE_NEWER_FORMAT: ({ version }) =>
    message(`报送包是更新的格式（${version}）。`, '请升级程序后再打开。', '报送包没有改动。'),
  PACKAGE_SCHEMA_INVALID: ({ path }) =>
    message(
      `报送包里的台账不合格式${path === '' ? '' : `（${path} 处）`}。`,
      '请对方核对后重新导出。',
      '没有取用其中任何内容。',
    ),
  ZIP_UNSAFE: ({ name }) =>
    message(
      `压缩包里有不安全的文件（${name}），已拒绝打开。`,
      '请勿使用，并告知发送单位。',
      '没有写出任何文件。',
    ),
  ZIP_DAMAGED: () => message('压缩包已损坏。', '请重新拷贝或重新下载。', '没有写出任何文件。'),
  BAG_INVALID: ({ reason, name }) =>
    message(
      `档案包不合规范：${bagFlawLabels[reason]}${name === '' ? '' : `（${name}）`}。`,
      '请对方重新导出。',
      '档案包没有改动。',
    ),
  BAG_FILE_MISSING: ({ name }) =>
    message(`档案包里少了文件：${name}。`, '请重新拷贝整个包。', '档案包没有改动。'),
  BAG_FILE_EXTRA: ({ name }) =>
    message(`档案包里多出了文件：${name}。`, '请核对来源后重新拷贝。', '档案包没有改动。'),
  BAG_HASH_MISMATCH: ({ name }) =>
    message(`文件与校验值不符：${name}。`, '文件可能在拷贝时出错或被改动，请重新拷贝。', '档案包没有改动。'),
  CIPHER_UNAVAILABLE: () => message('这台电脑不支持所需的加密方法。', '请升级系统或换一台电脑。'),
  RECIPIENT_EXPIRED: ({ name, validUntil }) =>
    message(`${name}的公钥已于 ${validUntil} 到期。`, '请向接收单位要新的公钥卡，登记并核对指纹后再报送。'),
  FINGERPRINT_DIFFERS: ({ name }) =>
    message(
      `填写的指纹与${name}的公钥对不上，没有确认。`,
      '请再听对方念一遍；仍不相同，这把公钥就不是对方的：不要使用它，也不要收下用它签名的报送包，另找可靠的途径向对方索取公钥卡。',
      '没有发出、也没有收下任何内容。',
    ),
  LEDGER_UNCHANGED: () =>
    message('报送以后，台账没有变化，不用补报更正。', '先在档案里改正有关内容，再来做更正包。'),
  LEDGER_NOT_SENT: () => message('本期台账还没有报送过，不能做更正包。', '请先做本期的报送包。'),
  PARTS_INDEX_INVALID: () =>
    message(
      '分卷的索引文件读不出来或与分卷不符。',
      '请重新拷贝索引文件，或请对方重发。',
      '没有合并任何内容。',
    ),
  PARTS_MISSING: ({ names }) =>
    message(
      `缺少分卷：${names.slice(0, 10).join('、')}${names.length > 10 ? ` 等 ${names.length} 卷` : ''}。`,
      '请把缺的分卷拷到一起再合并，先后次序不要紧。',
      '没有合并任何内容。',
    ),
  PARTS_DAMAGED: ({ name }) =>
    message(`分卷已损坏或被改动：${name}。`, '请只重新拷贝这一卷。', '没有合并任何内容。'),
  RECEIPT_INVALID: ({ reason }) =>
    message(receiptFlawLabels[reason].happened, receiptFlawLabels[reason].next, '报送记录没有改动。'),
  MEDIUM_DIFFERS: ({ fileName }) =>
    message(
      `写到 U 盘后读回的内容与原来的不同：${fileName}。`,
      '这个 U 盘可能坏了，请换一个再写。U 盘上的那一份已经删去。',
      '电脑里的报送包没有改动。',
    ),
  BACKUP_PLACE_MISSING: ({ label }) =>
    message(
      `找不到备份位置：${label}。`,
      '请插好 U 盘或移动硬盘，确认它能打开后再试。',
      '档案没有改动；以前做好的备份也都在。',
    ),
  BACKUP_PLACE_FULL: ({ label, neededBytes }) =>
    message(
      `${label}的空间不够，备份没有做成。`,
      `这次备份需要 ${Math.ceil(neededBytes / 1_000_000)} MB，请清出空间或换一个更大的盘。`,
      '档案没有改动；以前做好的备份也都在。',
    ),
  BACKUP_PLACE_UNWRITABLE: ({ label }) =>
    message(
      `${label}写不进去，备份没有做成。`,
      '请看看 U 盘的写保护开关、文件夹是否只读，或换一个位置。',
      '档案没有改动；以前做好的备份也都在。',
    ),
  BACKUP_PLACE_INSIDE: () =>
    message(
      '备份不能放在档案库自己的文件夹里：文件夹丢了，备份也就没了。',
      '请选另一块磁盘或 U 盘上的文件夹。',
    ),
  BACKUP_RUNNING: () => message('正在备份或恢复，还没有结束。', '请等它做完，或先取消。'),
  BACKUP_UNSOUND: ({ part, name, count }) =>
    message(
      `备份${name === '' ? '' : `“${name}”`}不完好：${unsoundBackupWords[part]}${count > 1 ? `（${count} 处）` : ''}。`,
      '请换用另一份备份，并尽快重新备份一次；这个 U 盘或磁盘可能坏了。',
    ),
  RECOVERY_SHEET_WRONG: () =>
    message('纸上的这把钥匙打不开报送包。', '请逐个字符核对，或换较新的那张恢复纸再试。', '什么都没有改动。'),
  WRONG_DESK: ({ desk }) =>
    desk === 'bureau'
      ? message('这是区民政局的档案，没有这项工作。', '街道的工作请打开街道自己的档案。')
      : message('这是街道的档案，没有这项工作。', '收取和汇总各街道台账，请打开区民政局的档案。'),
  PACKAGE_WRONG_DISTRICT: ({ expected, found }) =>
    message(
      `报送的不是本区的街道：本区代码是 ${expected}，这里写的是 ${found}。`,
      '请核对是不是发错了单位。',
      '没有取用其中任何内容。',
    ),
  PACKAGE_WRONG_PERIOD: ({ period, reason }) =>
    message(
      `报送期“${period}”${periodFlawLabels[reason].happened}`,
      periodFlawLabels[reason].next,
      '没有取用其中任何内容。',
    ),
  PACKAGE_DUPLICATE: ({ reason, fileName }) =>
    message(
      `${fileName}：${duplicateFlawLabels[reason].happened}`,
      duplicateFlawLabels[reason].next,
      '已经收下的内容没有改动。',
    ),
  PACKAGE_OTHER_STREETS_KEY: ({ street, signer }) =>
    message(
      `这是${street}的台账，却由${signer}的钥匙签名。`,
      '请勿采信，请与两个街道核对。',
      '没有取用其中任何内容。',
    ),
  CORRECTION_BASE_MISSING: ({ fileName }) =>
    message(
      `补报更正要更正的那个报送包还没有收到：${fileName}。`,
      '请先收那一个；找不到的，请对方重新发送。',
      '没有取用其中任何内容。',
    ),
  CORRECTION_MISMATCH: ({ fileName }) =>
    message(
      `补报更正和它要更正的报送包（${fileName}）对不上。`,
      '请对方重新做补报更正。',
      '没有取用其中任何内容。',
    ),
  BUREAU_KEY_MISSING: () => message('本局还没有密钥。', '请先在“密钥”里生成，或导入以前做好的密钥。'),
  BUREAU_KEY_INVALID: ({ part }) =>
    message(
      part === 'identity' ? '私钥读不出来。' : '签名密钥读不出来。',
      part === 'identity'
        ? '请选生成密钥时存下的私钥文件，不要打开另存。'
        : '请选生成密钥时存下的签名密钥文件；设了密码的不能导入。',
    ),
  SIGNER_CARD_INVALID: () =>
    message('公钥卡里没有签名公钥，或者读不出来。', '请完整复制对方公钥卡上的各行，或导入公钥卡的图片。'),
  RECEIPT_REASON_MISSING: () => message('退回要写明理由。', '请至少写一条理由，说清哪里要改。'),
};

/** The sentence of a bug: nothing about it is known to the person but that nothing was lost. */
export const unexpectedErrorMessage: ErrorMessage = message(
  '程序出了意外，这一步没有办成。',
  '请再试一次；仍不行，请记下刚才的操作，联系维护人员。',
);

/** The sentence when the window has lost its connection to the archive. */
export const connectionLostMessage: ErrorMessage = message(
  '与档案程序的连接断了。',
  '请重新打开枢纽档案。',
  '已保存的内容都在。',
);
