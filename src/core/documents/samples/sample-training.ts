import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { personId } from '../../../shared/domain/ids.ts';
import type {
  SignInData,
  TrainingCertificateData,
  TrainingPassesData,
} from '../../services/training-papers.ts';
import { sampleMembers } from './sample-matter.ts';

const groups = ['社区社会组织负责人', '社区工作者', '志愿者骨干', '儿童主任'];

/** A lesson of the rotation with this many people expected. */
export const sampleSignIn = ({ office, facts, community }: FilingPaperData, people: number): SignInData => ({
  organizer: office.hubName,
  course: '社区社会组织负责人轮训班',
  session: people === 0 ? null : '第二课　社区社会组织的财务公开',
  date: people === 0 ? null : '2026-04-09',
  place: people === 0 ? null : `${community.name}党群服务中心二楼会议室`,
  teacher: people === 0 ? null : '李爱民',
  rows: sampleMembers(people).map(({ name }, index) => ({
    name,
    group: groups[index % groups.length] ?? null,
    from: index % 3 === 0 ? facts.name : community.name,
    remark: null,
  })),
});

export const sampleTrainingPasses = (data: FilingPaperData, people: number): TrainingPassesData => {
  const { organizer, course, rows } = sampleSignIn(data, people);
  return {
    organizer,
    course,
    people: rows.map(({ name, group, from }, index) => ({
      id: personId.parse(`sample${index + 1}`),
      name,
      group,
      from,
    })),
  };
};

export const sampleTrainingCertificate = (
  { office, responsiblePerson, facts }: FilingPaperData,
  bare: boolean,
): TrainingCertificateData => ({
  organizer: office.hubName,
  authorityName: office.authorityName,
  number: bare ? null : '新河训〔2026〕0017号',
  name: responsiblePerson?.name ?? facts.name,
  course: '社区社会组织负责人轮训班',
  session: bare ? null : '第二期',
  from: bare ? null : '2026-04-08',
  to: bare ? null : '2026-04-10',
  hours: bare ? null : 24,
  issuedOn: bare ? null : '2026-04-12',
});
