import { useState } from 'react';
import type { PastVisitReportLine, PastVisitStatus } from '#shared/contract/counters.ts';
import { PAST_VISIT_OUTCOMES, type PastVisitOutcome } from '#shared/domain/past-visits.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useRead } from '../../../api/queries.ts';
import {
  CourseProgress,
  keptLines,
  LineReport,
  OutcomeCounts,
  useReportSlice,
} from '../../../app/import-course/line-report.tsx';
import { Button, Note, SelectField, Stack, Tag, type Column } from '../../../ui/index.ts';
import { useDoctors } from '../aid-data.ts';
import type { PastVisitCourse } from './use-past-visits.ts';

const tones = {
  matched: 'ok',
  unmatched: 'ok',
  unknown_doctor: 'warn',
  duplicate: 'neutral',
  left_out: 'neutral',
  invalid: 'bad',
} as const;

const columns: ReadonlyArray<Column<PastVisitReportLine>> = [
  { id: 'day', head: 'Jour', width: '112px', cell: ({ day }) => (day === null ? '' : formatDay(day)) },
  {
    id: 'outcome',
    head: 'Issue',
    width: '240px',
    cell: ({ outcome }) => <Tag tone={tones[outcome]}>{PAST_VISIT_OUTCOMES[outcome]}</Tag>,
  },
];

/** Dry run, or the import itself: progress, counts, names of doctors to answer, and the report line by line. */
export function PastCheck({ course, status }: { course: PastVisitCourse; status: PastVisitStatus }) {
  const report = useReportSlice<PastVisitOutcome>();
  const running = status.phase === 'checking' || status.phase === 'importing';
  const read = useRead(
    'counters',
    'pastReport',
    { id: status.id, ...report.slice },
    { enabled: !running, placeholderData: keptLines },
  );
  const { counts } = status;
  return (
    <Stack gap={3}>
      <CourseProgress status={status} check="Essai à blanc" start="Reprise" />
      {counts !== null && (
        <OutcomeCounts
          labels={PAST_VISIT_OUTCOMES}
          counts={{ ...counts, unknown_doctor: counts.unknownDoctor, left_out: counts.leftOut }}
          shown={report.shown}
          onShow={report.show}
        />
      )}
      {status.phase === 'checked' && course.unanswered.length > 0 && <DoctorNames course={course} />}
      {!running && <LineReport report={read.data} page={report.page} onPage={report.setPage} columns={columns} />}
    </Stack>
  );
}

const LEAVE = 'laisser';

/** Names of doctors read in the file and not understood: each one is answered, or its lines are left out. */
function DoctorNames({ course }: { course: PastVisitCourse }) {
  const doctors = useDoctors();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const options = [
    ...doctors.map(({ id, displayName }) => ({ value: id, label: displayName })),
    { value: LEAVE, label: 'Laisser ces lignes de côté' },
  ];
  const given = Object.fromEntries(
    Object.entries(chosen).map(([text, answer]) => [text, answer === LEAVE ? null : answer]),
  );
  return (
    <Note tone="warn" title="Des noms de médecins sont à préciser avant de reprendre.">
      <Stack gap={2}>
        {course.unanswered.map(({ text, lines }) => (
          <SelectField
            key={text}
            label={`«${NBSP}${text === '' ? 'sans nom' : text}${NBSP}», ${formatNumber(lines)} lignes`}
            options={options}
            value={chosen[text] ?? null}
            onChange={(answer) => answer !== null && setChosen({ ...chosen, [text]: answer })}
          />
        ))}
        <div>
          <Button
            disabled={Object.keys(chosen).length === 0}
            onClick={() => void course.check({ ...course.answers, doctors: { ...course.answers.doctors, ...given } })}
          >
            Essayer à blanc avec ces réponses
          </Button>
        </div>
      </Stack>
    </Note>
  );
}
