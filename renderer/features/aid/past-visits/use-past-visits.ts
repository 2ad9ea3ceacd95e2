import { useEffect, useState } from 'react';
import type { PastVisitAnalysis, PastVisitStatus } from '#shared/contract/counters.ts';
import type { PastVisitField } from '#shared/domain/past-visits.ts';
import { call, queryClient, sentenceOf, useRead, type Input } from '../../../api/queries.ts';

export type Mapped = { column: number; field: PastVisitField | null; dateOrder: 'dmy' | 'mdy' | 'ymd' | null };
type Check = Input<'counters', 'pastCheck'>;
export interface Answers {
  /** The doctor of the whole file, when no column says it. */
  doctorId: string | null;
  unknownPatients: Check['unknownPatients'];
  /** By name read in the file: a doctor, or null to leave its lines out. */
  doctors: Readonly<Record<string, string | null>>;
}

const endedPhases: readonly string[] = ['published', 'stopped', 'failed'];
const startedPhases: readonly string[] = ['checking', 'checked', 'importing', ...endedPhases];

/** What the analysis proposes. An ambiguous order of the day and the month waits for an answer. */
const firstMapping = (analysis: PastVisitAnalysis): Mapped[] =>
  analysis.columns.map(({ index, field, dates }) => ({
    column: index,
    field,
    dateOrder: dates === null || dates.ambiguous ? null : dates.order,
  }));

/** What stops the check, in words. A calendar says its day by itself. */
export function missingIn(analysis: PastVisitAnalysis, mapping: readonly Mapped[], answers: Answers): string[] {
  const has = (field: PastVisitField) => mapping.some((one) => one.field === field);
  const missing: string[] = [];
  if (analysis.kind === 'csv' && !has('day')) missing.push('date du passage');
  if (!has('patientName') && !has('familyName') && !has('patientNumber')) missing.push('patient');
  if (!has('doctor') && answers.doctorId === null) missing.push('médecin, une colonne ou le fichier entier');
  const { question } = analysis;
  if (
    question !== null &&
    mapping.some(({ column, field, dateOrder }) => column === question.column && field !== null && dateOrder === null)
  )
    missing.push('ordre du jour et du mois');
  return missing;
}

/** The import of past visits, from the file to its end. Nothing is counted before `start`. */
export function usePastVisits() {
  const [analysis, setAnalysis] = useState<PastVisitAnalysis | null>(null);
  const [mapping, setMapping] = useState<Mapped[]>([]);
  const [answers, setAnswers] = useState<Answers>({ doctorId: null, unknownPatients: 'keep', doctors: {} });
  const [following, setFollowing] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const status = useRead('counters', 'pastStatus', {}, { refetchInterval: running ? 400 : false }).data ?? null;
  const mine: PastVisitStatus | null =
    status !== null && status.mine && startedPhases.includes(status.phase) ? status : null;
  const phase = mine?.phase;
  useEffect(() => {
    setRunning(phase === 'checking' || phase === 'importing');
    // An import of this person goes on when the page is opened again.
    if (phase === 'importing' || phase === 'checking') setFollowing(true);
  }, [phase]);
  const attempt = async (gesture: () => Promise<unknown>) => {
    setError(null);
    try {
      await gesture();
      await queryClient.invalidateQueries({ queryKey: ['counters'] });
    } catch (refusal) {
      setError(sentenceOf(refusal));
    }
  };
  const current = following ? mine : null;
  const unanswered = (current?.doctors ?? []).filter(({ doctorId, leftOut }) => doctorId === null && !leftOut);
  const check = (chosen: Answers = answers) =>
    attempt(async () => {
      if (analysis === null) return;
      setAnswers(chosen);
      await call('counters', 'pastCheck', {
        id: analysis.id,
        mapping: mapping.flatMap(({ column, field, dateOrder }) =>
          field === null ? [] : [{ column, field, ...(dateOrder === null ? {} : { dateOrder }) }],
        ),
        doctorId: chosen.doctorId,
        doctors: Object.entries(chosen.doctors).map(([text, doctorId]) => ({ text, doctorId })),
        unknownPatients: chosen.unknownPatients,
      });
      setFollowing(true);
    });
  const step =
    current === null
      ? analysis === null
        ? 0
        : 1
      : current.phase === 'published'
        ? 4
        : current.phase === 'importing'
          ? 3
          : 2;
  return {
    analysis,
    mapping,
    setMapping,
    answers,
    setAnswers,
    current,
    error,
    step,
    unanswered,
    running: phase === 'checking' || phase === 'importing',
    ended: current !== null && endedPhases.includes(current.phase),
    others: status !== null && !status.mine && !endedPhases.includes(status.phase) ? status.by : null,
    missing: analysis === null ? [] : missingIn(analysis, mapping, answers),
    /** Passages the import would count, once checked. */
    total: current?.counts == null ? 0 : current.counts.matched + current.counts.unmatched,
    read(found: PastVisitAnalysis) {
      setAnalysis(found);
      setMapping(firstMapping(found));
      setFollowing(false);
    },
    check,
    start: () => attempt(() => call('counters', 'pastStart', { id: mine?.id ?? '' })),
    stop: () => attempt(() => call('counters', 'pastStop', { id: mine?.id ?? '' })),
    backToColumns: () => setFollowing(false),
    again() {
      setAnalysis(null);
      setFollowing(false);
      setError(null);
    },
  };
}
export type PastVisitCourse = ReturnType<typeof usePastVisits>;
