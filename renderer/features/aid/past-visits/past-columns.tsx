import type { PastVisitAnalysis } from '#shared/contract/counters.ts';
import { PAST_VISIT_FIELDS, type PastVisitField } from '#shared/domain/past-visits.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { ColumnNotes, ColumnTable } from '../../../app/import-course/column-table.tsx';
import { ChoiceField, Row, SelectField, Stack } from '../../../ui/index.ts';
import { useDoctors } from '../aid-data.ts';
import type { Mapped, PastVisitCourse } from './use-past-visits.ts';

const options = [
  { value: '', label: 'Ne pas lire' },
  ...Object.entries(PAST_VISIT_FIELDS).map(([value, label]) => ({ value, label })),
];

/** What each column becomes, how its dates read, and who the doctor is when no column says it. */
export function PastColumns({ course, analysis }: { course: PastVisitCourse; analysis: PastVisitAnalysis }) {
  const { mapping, setMapping, answers, setAnswers } = course;
  const doctors = useDoctors();
  const set = (column: number, part: Partial<Mapped>) =>
    setMapping(mapping.map((one) => (one.column === column ? { ...one, ...part } : one)));
  const { question } = analysis;
  return (
    <Stack gap={3}>
      <ColumnNotes
        notes={analysis.notes}
        question={question}
        order={mapping.find(({ column }) => column === question?.column)?.dateOrder ?? null}
        onOrder={(dateOrder) => question !== null && set(question.column, { dateOrder })}
      />
      <Row gap={4} align="start">
        <SelectField
          label="Médecin de tout le fichier"
          optional
          clearable
          options={doctors.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={answers.doctorId}
          onChange={(doctorId) => setAnswers({ ...answers, doctorId })}
          hint="Seulement si aucune colonne ne le dit."
        />
        <ChoiceField
          label="Patients sans dossier ici"
          clearable={false}
          options={[
            { value: 'keep', label: 'Les compter' },
            { value: 'leave', label: 'Les laisser de côté' },
          ]}
          value={answers.unknownPatients}
          onChange={(unknownPatients) => unknownPatients !== null && setAnswers({ ...answers, unknownPatients })}
        />
      </Row>
      <ColumnTable
        title={analysis.kind === 'ics' ? 'Contenu du calendrier' : 'Colonnes'}
        size={`${formatNumber(analysis.lines)} ${analysis.kind === 'ics' ? 'événements' : 'lignes'}`}
        separator={analysis.separator}
        encoding={analysis.encoding}
        columns={analysis.columns}
        options={options}
        fieldOf={(index) => mapping.find(({ column }) => column === index)?.field ?? null}
        onField={(index, field) => set(index, { field: field as PastVisitField | null })}
      />
    </Stack>
  );
}
