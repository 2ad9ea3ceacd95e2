import { patientFields, type PatientField } from '#shared/domain/patient.ts';
import type { Output } from '../../../api/queries.ts';
import { classes, VisuallyHidden } from '../../../ui/index.ts';
import { readOf } from '../patient-words.ts';
import styles from './merge.module.css';

interface DifferenceTableProps {
  differences: Output<'patients', 'mergePreview'>['differences'];
  choiceOf: (field: PatientField) => 'kept' | 'merged';
  onChoose: (field: PatientField, side: 'kept' | 'merged') => void;
}

/** One line a field: the two values are two radios, the third column is the result. */
export function DifferenceTable({ differences, choiceOf, onChoose }: DifferenceTableProps) {
  return (
    <table className={styles['table']}>
      <caption>
        <VisuallyHidden>Valeurs qui diffèrent entre les deux dossiers</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">Trait</th>
          <th scope="col">Dossier gardé</th>
          <th scope="col">Dossier fusionné</th>
          <th scope="col">Résultat</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { field } = difference;
          const choice = choiceOf(field);
          const value = (side: 'kept' | 'merged') => readOf(field, difference[side]);
          return (
            <tr key={field}>
              <th scope="row">{patientFields[field].label}</th>
              {(['kept', 'merged'] as const).map((side) => (
                <td key={side}>
                  <label className={classes(styles['choice'], choice === side && styles['chosen'])}>
                    <input
                      type="radio"
                      name={`merge-${field}`}
                      checked={choice === side}
                      onChange={() => onChoose(field, side)}
                    />
                    <span>
                      <VisuallyHidden>
                        {difference.label}, {side === 'kept' ? 'dossier gardé' : 'dossier fusionné'}
                        {'\u00a0'}:{' '}
                      </VisuallyHidden>
                      {value(side)}
                    </span>
                  </label>
                </td>
              ))}
              <td>
                <b>{value(choice)}</b>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
