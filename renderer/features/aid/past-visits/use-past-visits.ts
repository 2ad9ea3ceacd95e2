import { useState } from 'react';
import type { PastVisitAnalysis, PastVisitStatus } from '#shared/contract/counters.ts';
import type { PastVisitField } from '#shared/domain/past-visits.ts';
import { call, useRead, type Input } from '../../../api/queries.ts';
import { useCourse, whileRunning } from '../../../app/import-course/use-course.ts';

export type Mapped = { column: number; field: PastVisitField | null; dateOrder: 'dmy' | 'mdy' | 'ymd' | null };
type Check = Input<'counters', 'pastCheck'>;
export interface Answers {
  /** The doctor of the whole file, when no column says it. */
  doctorId: string | null;
  unknownPatients: Check['unknownPatients'];
  /** By name read in the file: a doctor, or null to leave its lines out. */
  doctors: Readonly<Record<string, string | null>>;
}

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
  const [mapping, setMapping] = useState<Mapped[]>([]);
  const [answers, setAnswers] = useState<Answers>({ doctorId: null, unknownPatients: 'keep', doctors: {} });
  const status = useRead('counters', 'pastStatus', {}, whileRunning).data ?? null;
  const course = useCourse<PastVisitStatus, PastVisitAnalysis>('counters', status);
  const { analysis, current, id } = course;
  return {
    ...course,
    mapping,
    setMapping,
    answers,
    setAnswers,
    unanswered: (current?.doctors ?? []).filter(({ doctorId, leftOut }) => doctorId === null && !leftOut),
    missing: analysis === null ? [] : missingIn(analysis, mapping, answers),
    /** Passages the import would count, once checked. */
    total: current?.counts == null ? 0 : current.counts.matched + current.counts.unmatched,
    read(found: PastVisitAnalysis) {
      course.read(found);
      setMapping(firstMapping(found));
    },
    check: (chosen: Answers = answers) =>
      course.attempt(async () => {
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
        course.follow();
      }),
    start: () => course.attempt(() => call('counters', 'pastStart', { id })),
    stop: () => course.attempt(() => call('counters', 'pastStop', { id })),
  };
}
export type PastVisitCourse = ReturnType<typeof usePastVisits>;
