import { useState } from 'react';
import type { PastVisitCounts, PastVisitStatus } from '#shared/contract/counters.ts';
import { PAST_VISIT_OUTCOMES, pastVisitOutcomes, type PastVisitOutcome } from '#shared/domain/past-visits.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useRead } from '../../../api/queries.ts';
import { Button, LoadingArea, Note, Pane, ProgressBar, SelectField, Stack, Tag } from '../../../ui/index.ts';
import imports from '../../imports/imports.module.css';
import { useDoctors } from '../aid-data.ts';
import type { PastVisitCourse } from './use-past-visits.ts';

const counts: Record<PastVisitOutcome, keyof PastVisitCounts> = {
  matched: 'matched',
  unmatched: 'unmatched',
  unknown_doctor: 'unknownDoctor',
  duplicate: 'duplicate',
  left_out: 'leftOut',
  invalid: 'invalid',
};
const tones = {
  matched: 'ok',
  unmatched: 'ok',
  unknown_doctor: 'warn',
  duplicate: 'neutral',
  left_out: 'neutral',
  invalid: 'bad',
} as const;

/** Dry run, or the import itself: progress, counts, names of doctors to answer, and the report line by line. */
export function PastCheck({ course, status }: { course: PastVisitCourse; status: PastVisitStatus }) {
  const [shown, setShown] = useState<PastVisitOutcome | null>(null);
  const running = status.phase === 'checking' || status.phase === 'importing';
  const left = status.secondsLeft === null ? '' : `, environ ${status.secondsLeft}${NBSP}s`;
  return (
    <Stack gap={3}>
      {running && (
        <ProgressBar
          label={`${status.phase === 'checking' ? 'Essai à blanc' : 'Reprise'}${left}`}
          value={status.done}
          total={Math.max(1, status.total)}
          figures={`${formatNumber(status.done)} sur ${formatNumber(status.total)}`}
        />
      )}
      {status.counts !== null && (
        <div className={imports['counts']} role="group" aria-label="Issue des lignes">
          {pastVisitOutcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={imports['count']}
              aria-pressed={shown === outcome}
              onClick={() => setShown(shown === outcome ? null : outcome)}
            >
              <b>{formatNumber(status.counts?.[counts[outcome]] ?? 0)}</b>
              <span>{PAST_VISIT_OUTCOMES[outcome]}</span>
            </button>
          ))}
        </div>
      )}
      {status.phase === 'checked' && course.unanswered.length > 0 && <DoctorNames course={course} />}
      {!running && <PastReport id={status.id} outcome={shown} stamp={`${status.phase} ${status.done}`} />}
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

function PastReport({ id, outcome, stamp }: { id: string; outcome: PastVisitOutcome | null; stamp: string }) {
  const [page, setPage] = useState(0);
  const limit = 100;
  const report = useRead('counters', 'pastReport', {
    id,
    outcomes: outcome === null ? [] : [outcome],
    offset: page * limit,
    limit,
  });
  if (report.data === undefined) return <LoadingArea words="Lecture du rapport…" />;
  const { lines, total } = report.data;
  return (
    <Pane key={stamp} title="Rapport ligne par ligne" flush count={<Tag>{formatNumber(total)}</Tag>}>
      <table className={imports['columns']}>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Jour</th>
            <th scope="col">Issue</th>
            <th scope="col">Raisons</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <th scope="row" className="figures">
                {line.line}
              </th>
              <td>{line.day === null ? '' : formatDay(line.day)}</td>
              <td>
                <Tag tone={tones[line.outcome]}>{PAST_VISIT_OUTCOMES[line.outcome]}</Tag>
              </td>
              <td>{line.reasons.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > limit && (
        <div className={imports['pager']}>
          <Button size="toolbar" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Précédentes
          </Button>
          <span>
            {formatNumber(page * limit + 1)} à {formatNumber(Math.min(total, (page + 1) * limit))} sur{' '}
            {formatNumber(total)}
          </span>
          <Button size="toolbar" disabled={(page + 1) * limit >= total} onClick={() => setPage(page + 1)}>
            Suivantes
          </Button>
        </div>
      )}
    </Pane>
  );
}
