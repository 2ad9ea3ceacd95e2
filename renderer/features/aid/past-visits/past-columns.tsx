import type { PastVisitAnalysis } from '#shared/contract/counters.ts';
import { PAST_VISIT_FIELDS, type PastVisitField } from '#shared/domain/past-visits.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { ChoiceField, Note, Pane, SelectField, Stack } from '../../../ui/index.ts';
import { IconExchange } from '../../../ui/icons.ts';
import imports from '../../imports/imports.module.css';
import { useDoctors } from '../aid-data.ts';
import type { Mapped, PastVisitCourse } from './use-past-visits.ts';

const options = [
  { value: '', label: 'Ne pas lire' },
  ...Object.entries(PAST_VISIT_FIELDS).map(([value, label]) => ({ value, label })),
];
const separators = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre' } as const;

/** What each column becomes, how its dates read, and who the doctor is when no column says it. */
export function PastColumns({ course, analysis }: { course: PastVisitCourse; analysis: PastVisitAnalysis }) {
  const { mapping, setMapping, answers, setAnswers } = course;
  const doctors = useDoctors();
  const set = (column: number, part: Partial<Mapped>) =>
    setMapping(mapping.map((one) => (one.column === column ? { ...one, ...part } : one)));
  const { question } = analysis;
  return (
    <Stack gap={3}>
      {analysis.notes.map((note) => (
        <Note key={note} tone="warn">
          {note}
        </Note>
      ))}
      {question !== null && (
        <Note tone="warn" title={question.text}>
          <ChoiceField
            label="Lecture des dates"
            hideLabel
            options={question.choices.map(({ dateOrder, label }) => ({ value: dateOrder, label }))}
            value={mapping.find(({ column }) => column === question.column)?.dateOrder ?? null}
            onChange={(dateOrder) => set(question.column, { dateOrder })}
          />
        </Note>
      )}
      <div className={imports['choices']}>
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
      </div>
      <Pane
        title={analysis.kind === 'ics' ? 'Contenu du calendrier' : 'Colonnes'}
        icon={IconExchange}
        flush
        aside={[
          `${formatNumber(analysis.lines)} ${analysis.kind === 'ics' ? 'événements' : 'lignes'}`,
          ...(analysis.separator === null ? [] : [separators[analysis.separator]]),
          analysis.encoding.toUpperCase(),
        ].join(' · ')}
      >
        <table className={imports['columns']}>
          <thead>
            <tr>
              <th scope="col">Colonne du fichier</th>
              <th scope="col">Exemples</th>
              <th scope="col">Devient</th>
            </tr>
          </thead>
          <tbody>
            {analysis.columns.map(({ index, header, samples }) => (
              <tr key={index}>
                <th scope="row">{header === '' ? `Colonne ${index + 1}` : header}</th>
                <td className={imports['samples']}>{samples.join(' · ')}</td>
                <td>
                  <SelectField
                    label={`${header === '' ? `Colonne ${index + 1}` : header} devient`}
                    hideLabel
                    options={options}
                    value={mapping.find(({ column }) => column === index)?.field ?? ''}
                    onChange={(field) =>
                      set(index, { field: field === '' || field === null ? null : (field as PastVisitField) })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Pane>
    </Stack>
  );
}
