import { documentSubject, type DocumentKind, type DocumentSubject } from '../../../shared/domain/document.ts';
import { documentShortLabels } from '../../../shared/labels/document.ts';

interface SubjectWords {
  readonly what: string;
  readonly unit: string;
  readonly search: string;
  /** Where there is nothing to choose from: why, and what comes first. */
  readonly none: string;
}

const words: Readonly<Record<DocumentSubject, Omit<SubjectWords, 'none'> & { readonly first: string }>> = {
  organization: { what: '组织', unit: '个', search: '按名称找组织', first: '先登记社会组织' },
  filing: {
    what: '备案事项',
    unit: '件',
    search: '按组织名称找备案事项',
    first: '先在“备案办理”中办到这一步',
  },
  record: { what: '档案记录', unit: '条', search: '按组织名称找记录', first: '先在组织档案里登记' },
  certificate: { what: '备案证书', unit: '份', search: '按组织名称找证书', first: '先发证' },
  month: {
    what: '月份',
    unit: '个月',
    search: '按年月找，如 2026-11',
    first: '先在“登记簿”的用印登记里登记',
  },
  community: { what: '社区（村）', unit: '个', search: '按名称找社区', first: '先在“设置”中添加社区' },
  'training-session': { what: '培训课', unit: '次', search: '按课程名称找', first: '先登记培训' },
  'service-line': { what: '登记', unit: '条', search: '按名称找', first: '先在“活动与服务”里登记' },
  'service-register': { what: '登记册', unit: '本', search: '按名称找', first: '先在“活动与服务”里登记' },
  'training-completion': { what: '结业人员', unit: '人', search: '按姓名找', first: '先登记培训和结业' },
  place: { what: '存放位置', unit: '处', search: '按名称找位置', first: '先在“档案保管”的“存放位置”中添加' },
};

/** How the screen speaks of what a paper is made of. */
export const subjectWords = (kind: DocumentKind): SubjectWords => {
  const { first, ...rest } = words[documentSubject[kind]];
  return {
    ...rest,
    none: `还没有可以打印${documentShortLabels[kind]}的${rest.what}。${first}，这里就会列出来。`,
  };
};
