import { chineseDate, chineseDateRange } from '../../../shared/domain/chinese-date.ts';
import type { LedgerCorrection } from '../../../shared/domain/ledger-correction.ts';
import type { LedgerSnapshot } from '../../../shared/domain/ledger-snapshot.ts';
import { paragraph, style, text } from '../blocks.ts';
import type { PageSetup, PaperDocument, StyleSheet } from '../model.ts';

/** GB/T 9704-2012, 5.2: 156 × 225 mm, 22 lines of 28 characters of 3号仿宋. */
const page: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 37, right: 26, bottom: 35, left: 28 },
  grid: { linesPerPage: 22, charactersPerLine: 28 },
  numbered: 'none',
};
const linePt = 28.95;

const styles: StyleSheet = {
  title: style(
    '报送函标题',
    { face: 'title-song', sizePt: 22 },
    { linePt: 36, align: 'center', afterPt: 28.95 },
  ),
  addressee: style('主送', { face: 'fang-song', sizePt: 16 }, { linePt }),
  body: style('正文', { face: 'fang-song', sizePt: 16 }, { linePt, firstLineEm: 2, align: 'justify' }),
  seal: style('落款', { face: 'fang-song', sizePt: 16 }, { linePt, align: 'center' }),
};

interface Letter {
  readonly of: Pick<LedgerSnapshot, 'hub' | 'district' | 'frozenOn'>;
  readonly title: string;
  readonly body: readonly string[];
  readonly enclosures: readonly string[];
}

const letter = ({ of: { hub, district, frozenOn }, title, body, enclosures }: Letter): PaperDocument => ({
  kind: 'cover-letter',
  title,
  page,
  styles,
  decoration: [],
  properties: { subject: title, author: hub.name, note: null },
  blocks: [
    paragraph('title', title),
    paragraph('addressee', `${district.name}民政局：`),
    ...body.map((each) => paragraph('body', [text(each)])),
    ...enclosures.map((each, index) =>
      paragraph('body', `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${each}`),
    ),
    paragraph('body', ''),
    {
      kind: 'seal-place',
      style: 'seal',
      issuer: hub.name,
      date: chineseDate(frozenOn),
      widthMm: 80,
      picture: null,
    },
  ],
});

/** 报送函: hands the half-yearly ledger to the district bureau (policy Art. 2); every number comes from the snapshot. */
export const coverLetter = (snapshot: LedgerSnapshot): PaperDocument => {
  const { statistics, street } = snapshot;
  const proposed = snapshot.organizations.filter((each) => each.proposedRegistration).length;
  const changed = snapshot.organizations.filter((each) => each.events.length > 0).length;
  return letter({
    of: snapshot,
    title: `关于报送${street.name}社区社会组织工作台账的函`,
    body: [
      `现将${street.name}${chineseDateRange(snapshot.startsOn, snapshot.endsOn)}社区社会组织工作台账报送你局，请审阅。`,
      `本期在册社区社会组织${statistics.organizations}个，分布在${statistics.communities}个社区（村），成员${statistics.members}人，其中党员${statistics.partyMembers}人；本期有备案、变更、注销事项的组织${changed}个；列入拟登记台账的组织${proposed}个；处理结果${snapshot.dispositions.length}项。`,
    ],
    enclosures: ['工作台账（含拟登记台账、统计表）', '报送前检查报告'],
  });
};

/** 报送函 of 补报更正: names the package that it corrects. */
export const correctionLetter = (correction: LedgerCorrection): PaperDocument => {
  const { street, lines, removed, corrects, reason } = correction;
  return letter({
    of: correction,
    title: `关于补报更正${street.name}社区社会组织工作台账的函`,
    body: [
      `${street.name}${chineseDateRange(correction.startsOn, correction.endsOn)}社区社会组织工作台账（报送包 ${corrects.fileName}）报送后，有关内容需要补报更正，现将第${correction.number}次更正报送你局，请审阅。`,
      `本次新增或更正组织${lines.length}个，移出${removed.length}个。理由：${reason}`,
    ],
    enclosures: ['补报更正表', '报送前检查报告'],
  });
};
