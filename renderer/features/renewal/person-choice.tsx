import type { PreparedRenewal } from '#shared/contract/renewal.ts';
import { SelectField } from '../../ui/index.ts';
import styles from './renewal.module.css';

interface PersonChoiceProps {
  persons: PreparedRenewal['persons'];
  personId: string | null;
  onChoose: (personId: string | null) => void;
}

/** One assistant's own figures, where the caisse asks for them: nobody's unless chosen, and one person at most. */
export function PersonChoice({ persons, personId, onChoose }: PersonChoiceProps) {
  const options = persons.map(({ assistantId, name }) => ({ value: assistantId, label: name }));
  return (
    <div className={styles['choice']}>
      <SelectField
        label="Chiffres d’une personne"
        hint="Si la caisse les demande, après une information écrite et datée du salarié. Ce dossier n’est alors lisible que par le responsable."
        options={options}
        value={options.some(({ value }) => value === personId) ? personId : null}
        onChange={onChoose}
        placeholder="Aucune"
        clearable
      />
    </div>
  );
}
