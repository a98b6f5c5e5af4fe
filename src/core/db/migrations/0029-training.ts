/**
 * Training rotation (policy Art. 8): who belongs to the six groups and when, the year plan, sessions and who attended
 * them, cycles and targets, completion certificates, exams. A role that somebody had on a roster is kept with the day
 * it ended, so that the groups of a past day are right.
 */
const groups = `'civil-affairs-assistant', 'community-worker', 'child-director', 'organization-head', 'social-worker', 'volunteer-backbone'`;

export const training: readonly string[] = [
  `CREATE TABLE former_roles (
    membership_id TEXT NOT NULL REFERENCES memberships (id) ON DELETE CASCADE,
    ended_on TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (membership_id, ended_on)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX memberships_leading ON memberships (role, person_id) WHERE role IN ('responsible-person', 'backbone')`,
  `CREATE TABLE trainee_stays (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    trainee_group TEXT NOT NULL CHECK (trainee_group IN (${groups})),
    community_id TEXT REFERENCES communities (id),
    work_unit TEXT,
    post TEXT,
    starts_on TEXT,
    ends_on TEXT,
    import_id TEXT,
    updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX trainee_stays_by_person ON trainee_stays (person_id)',
  `CREATE UNIQUE INDEX trainee_stays_current ON trainee_stays (person_id, trainee_group, coalesce(community_id, ''))
     WHERE ends_on IS NULL`,
  `CREATE TABLE trainee_free_days (
    person_id TEXT PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    weekdays TEXT NOT NULL CHECK (json_valid(weekdays))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE training_courses (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL,
    title TEXT NOT NULL,
    topic TEXT NOT NULL,
    trainee_groups TEXT NOT NULL CHECK (json_valid(trainee_groups)),
    month INTEGER CHECK (month BETWEEN 1 AND 12),
    planned_sessions INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    planned_cost INTEGER NOT NULL,
    means TEXT NOT NULL,
    note TEXT,
    updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX training_courses_by_year ON training_courses (year, month)',
  `CREATE TABLE training_sessions (
    id TEXT PRIMARY KEY,
    course_id TEXT REFERENCES training_courses (id),
    title TEXT NOT NULL,
    topic TEXT NOT NULL,
    trainee_groups TEXT NOT NULL CHECK (json_valid(trainee_groups)),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL CHECK (ends_at > starts_at),
    break_minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    community_id TEXT REFERENCES communities (id),
    teacher TEXT,
    capacity INTEGER CHECK (capacity > 0),
    means TEXT NOT NULL,
    provider TEXT,
    cost INTEGER NOT NULL CHECK (cost >= 0),
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    feedback TEXT CHECK (feedback IS NULL OR json_valid(feedback)),
    note TEXT,
    updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX training_sessions_by_start ON training_sessions (starts_at)',
  'CREATE INDEX training_sessions_by_course ON training_sessions (course_id) WHERE course_id IS NOT NULL',
  /** `minutes` and `attended_on` are what domain/training.ts credits; on the day of a make-up where there was one. */
  `CREATE TABLE training_attendance (
    session_id TEXT NOT NULL REFERENCES training_sessions (id) ON DELETE CASCADE,
    person_id TEXT NOT NULL REFERENCES people (id),
    status TEXT NOT NULL CHECK (status IN ('enrolled', 'present', 'late', 'absent', 'made-up')),
    late_minutes INTEGER NOT NULL,
    made_up_on TEXT,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    attended_on TEXT,
    way TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (session_id, person_id),
    CHECK ((attended_on IS NULL) = (minutes = 0))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX training_attendance_by_person ON training_attendance (person_id, attended_on)',
  'CREATE INDEX training_attendance_by_day ON training_attendance (attended_on) WHERE attended_on IS NOT NULL',
  `CREATE TABLE training_cycles (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    carry_over_months INTEGER NOT NULL,
    required_minutes INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE training_targets (
    id TEXT PRIMARY KEY,
    trainee_group TEXT CHECK (trainee_group IN (${groups})),
    rate INTEGER NOT NULL CHECK (rate BETWEEN 1 AND 100),
    due_on TEXT NOT NULL,
    basis TEXT,
    note TEXT
  ) STRICT`,
  `INSERT INTO training_targets (id, trainee_group, rate, due_on, basis, note)
     VALUES ('policy-2023', NULL, 100, '2023-12-31', '第八条', '到2023年，各区均完成六类人员的轮训工作')`,
  `CREATE TABLE training_certificates (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES people (id),
    session_id TEXT REFERENCES training_sessions (id),
    course_id TEXT REFERENCES training_courses (id),
    person_name TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    void_reason TEXT,
    voided_on TEXT,
    recorded_at TEXT NOT NULL,
    UNIQUE (year, sequence),
    CHECK ((session_id IS NULL) <> (course_id IS NULL)),
    CHECK ((void_reason IS NULL) = (voided_on IS NULL))
  ) STRICT`,
  'CREATE INDEX training_certificates_by_person ON training_certificates (person_id)',
  `CREATE UNIQUE INDEX training_certificates_valid
     ON training_certificates (person_id, coalesce(session_id, ''), coalesce(course_id, '')) WHERE voided_on IS NULL`,
  `CREATE TABLE training_exams (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    exam_on TEXT,
    result TEXT NOT NULL,
    certificate_number TEXT,
    valid_from TEXT,
    valid_to TEXT,
    note TEXT,
    updated_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX training_exams_by_person ON training_exams (person_id)',
  'CREATE INDEX training_exams_by_end ON training_exams (valid_to) WHERE valid_to IS NOT NULL',
];
