import { Command } from 'commander';
import { traineeGroup } from '../../shared/domain/trainee.ts';
import { coverageRate, type CoverageCount } from '../../shared/domain/rotation.ts';
import { traineeGroupLabels } from '../../shared/labels/training.ts';
import { withArchive } from '../archive-client.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface CoverageOptions {
  readonly archive: string;
  readonly asOf?: string;
  readonly json: boolean;
}

const countWords = (count: CoverageCount): string => {
  const rate = coverageRate(count);
  return `${count.trained}/${count.people}${rate === null ? '' : ` (${rate}%)`}, never ${count.never}`;
};

const coverage = ({ archive, asOf }: CoverageOptions): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const answer = await client.rotation.coverage({ asOf: asOf ?? null, cycleId: null });
    const { matrix, cycle } = answer;
    return {
      data: { ...answer },
      lines: [
        `${cycle.name} ${cycle.startsOn} to ${cycle.endsOn}, as of ${answer.asOf}`,
        ...matrix.groups.map((group, index) => {
          const count = matrix.totals[index];
          return `${traineeGroupLabels[group]}\t${count === undefined ? '' : countWords(count)}`;
        }),
        ...matrix.rows.map(({ communityName, total }) => `${communityName}\t${countWords(total)}`),
        `all, each person once\t${countWords(matrix.overall)}`,
      ],
    };
  });

interface PlanOptions {
  readonly archive: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly capacity: string;
  readonly times: string;
  readonly weekdays: string;
  readonly groups: string;
  readonly teachers: string;
  readonly fewest: string;
  readonly json: boolean;
}

const plan = (options: PlanOptions): Promise<Outcome> =>
  withArchive({ archive: options.archive }, async (client) => {
    const { from, to, place, capacity, times, weekdays, groups, teachers, fewest } = options;
    const stream = await client.rotation.plan({
      filter: {
        text: '',
        groups: groups === '' ? [] : groups.split(',').map((group) => traineeGroup.parse(group)),
        communityIds: [],
        standings: ['due', 'never'],
        source: null,
        asOf: null,
        cycleId: null,
      },
      title: '轮训补训',
      topic: 'capacity',
      means: 'own-staff',
      courseId: null,
      from,
      to,
      weekdays: weekdays.split(',').map(Number),
      times: times.split(',').map((time) => ({ starts: time.slice(0, 5), ends: time.slice(6) })),
      places: [{ name: place, communityId: null, serves: [], capacity: Number(capacity) }],
      teachers: Number(teachers),
      fewest: Number(fewest),
    });
    const result = await follow(stream, options.json);
    return {
      data: { ...result },
      lines: [
        ...result.sessions.map(
          ({ startsAt, endsAt, place: where, people, capacity: seats }) =>
            `${startsAt.replace('T', ' ')}–${endsAt.slice(11)}\t${where}\t${people.length}/${seats}`,
        ),
        `${result.wanted - result.unplaced.length} of ${result.wanted} people in ${result.sessions.length} sessions; nothing is written.`,
      ],
    };
  });

export const trainingCommand = (): Command =>
  new Command('training')
    .description('training rotation')
    .addCommand(
      new Command('coverage')
        .description('how many of each group and community have been trained in the cycle')
        .requiredOption('--archive <dir>', 'folder of the archive')
        .option('--as-of <date>', 'day of the question, YYYY-MM-DD; today where none is given')
        .option('--json', 'print one JSON object', false)
        .action((options: CoverageOptions) => run(options.json, () => coverage(options))),
    )
    .addCommand(
      new Command('plan')
        .description('propose sessions for those who are due; nothing is written')
        .requiredOption('--archive <dir>', 'folder of the archive')
        .requiredOption('--from <date>', 'first day')
        .requiredOption('--to <date>', 'last day')
        .requiredOption('--place <name>', 'where')
        .option('--capacity <seats>', 'seats', '40')
        .option('--times <times>', 'times of a day', '09:00-11:30')
        .option('--weekdays <days>', 'days of the week, 1 Monday to 7 Sunday', '1,2,3,4,5')
        .option('--groups <codes>', 'only these groups, by code', '')
        .option('--teachers <count>', 'sessions at once', '1')
        .option('--fewest <people>', 'fewer than this are not worth a session', '1')
        .option('--json', 'print one JSON object', false)
        .action((options: PlanOptions) => run(options.json, () => plan(options))),
    );
