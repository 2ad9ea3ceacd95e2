import { FieldGrid, Note, TextField } from '../../ui/index.ts';
import type { Founding } from './founding.ts';

export interface StepProps {
  value: Founding;
  onChange: (part: Partial<Founding>) => void;
}

export function PracticeStep({ value, onChange }: StepProps) {
  return (
    <>
      <FieldGrid columns={2}>
        <TextField
          label="Nom du cabinet"
          value={value.practiceName}
          onChange={(practiceName) => onChange({ practiceName })}
          autoFocus
          maxLength={100}
        />
        <TextField
          label="Commune"
          optional
          value={value.city}
          onChange={(city) => onChange({ city })}
          maxLength={100}
        />
      </FieldGrid>
      <Note tone="info">
        Les données restent sur cet ordinateur, chiffrées. Rien n’est envoyé. Prélude ne remplace pas le logiciel du
        médecin et n’est pas un dispositif médical.
      </Note>
    </>
  );
}
