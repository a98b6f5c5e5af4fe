import { Select, SimpleGrid, Textarea } from '@mantine/core';
import {
  voteSubject,
  type ContentOf,
  type RecordOf,
  type VoteSubject,
} from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { voteSubjectLabels } from '../../../../shared/labels/dossier-record.ts';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';
import { WholeNumber } from '../../settings/rules/WholeNumber.tsx';
import { VoteStanding } from './VoteStanding.tsx';

interface VoteModalProps {
  readonly organizationId: OrganizationId;
  readonly vote: RecordOf<'meeting-vote'> | null;
  /** What a new vote is about. */
  readonly subject?: VoteSubject;
  /** Members on the roster, as a first guess of 应到. */
  readonly memberCount: number;
  readonly onClose: () => void;
}

type Vote = ContentOf<'meeting-vote'>;

const subjects = voteSubject.options.map((value) => ({ value, label: voteSubjectLabels[value] }));
const titleOf = (subject: VoteSubject): string => `${voteSubjectLabels[subject]}会议表决`;

const heads: readonly (readonly ['expected' | 'present' | 'inFavour' | 'against' | 'abstained', string])[] = [
  ['expected', '应到'],
  ['present', '实到'],
  ['inFavour', '同意'],
  ['against', '反对'],
  ['abstained', '弃权'],
];

const addsUp = ({ expected, present, inFavour, against, abstained }: Vote): boolean =>
  present <= expected && inFavour + against + abstained === present;

const HeadCounts = ({
  vote,
  onChange,
}: {
  readonly vote: Vote;
  readonly onChange: (part: Partial<Vote>) => void;
}) => (
  <SimpleGrid cols={5} spacing="sm">
    {heads.map(([field, label]) => (
      <WholeNumber
        key={field}
        label={`${label}（人）`}
        max={100_000}
        value={vote[field]}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(value) => onChange({ [field]: value })}
      />
    ))}
  </SimpleGrid>
);

/** A vote of a meeting: founding, charter, leaders, dissolution (policy Art. 2(1), 3). */
export const VoteModal = ({
  organizationId,
  vote,
  subject = 'charter',
  memberCount,
  onClose,
}: VoteModalProps) => {
  const blank: Vote = {
    kind: 'meeting-vote',
    subject,
    place: null,
    expected: memberCount,
    present: 0,
    inFavour: 0,
    against: 0,
    abstained: 0,
    resolution: '',
  };
  const form = useRecordForm(
    organizationId,
    vote,
    { title: titleOf(subject), occurredOn: todayHere(), content: blank },
    onClose,
  );
  const { draft, change, changeContent } = form;
  const { content } = draft;
  const chooseSubject = (next: VoteSubject): void => {
    if (draft.title === titleOf(content.subject)) change({ title: titleOf(next) });
    changeContent({ subject: next });
  };
  return (
    <RecordForm
      form={form}
      record={vote}
      titles={['登记会议表决', '会议表决']}
      names={['标题', '日期']}
      lacks={[['相符的人数', !addsUp(content)]]}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Select
          label="表决事项"
          allowDeselect={false}
          data={subjects}
          value={content.subject}
          onChange={(value) => value !== null && chooseSubject(value)}
        />
        <RecordDay form={form} label="会议日期" />
        <RecordTitle form={form} label="标题" />
        <OptionalText
          label="地点"
          maxLength={120}
          value={content.place}
          onChange={(place) => changeContent({ place })}
        />
      </SimpleGrid>
      <HeadCounts vote={content} onChange={changeContent} />
      <VoteStanding vote={content} heldOn={draft.occurredOn} />
      <Textarea
        label="决议"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={content.resolution}
        onChange={(event) => changeContent({ resolution: event.currentTarget.value })}
      />
    </RecordForm>
  );
};
