import { checkPassphrase } from '#shared/domain/passphrase.ts';
import { ChoiceField, FieldGrid, PassphraseField, SelectField, TextField } from '../../ui/index.ts';
import { avoidedWords } from './founding.ts';
import { UsernameField } from './username-field.tsx';
import type { StepProps } from './practice-step.tsx';

export function AccessStep({ value, onChange }: StepProps) {
  const verdict = checkPassphrase(value.phrase, avoidedWords(value));
  return (
    <>
      <FieldGrid columns={2}>
        <ChoiceField
          label="Vous êtes le responsable du cabinet, et"
          options={[
            { value: 'medecin', label: 'Médecin' },
            { value: 'gestionnaire', label: 'Gestionnaire' },
          ]}
          value={value.role}
          onChange={(role) =>
            onChange({ role, doctorIndex: role === 'medecin' && value.doctors.length === 1 ? 0 : null })
          }
          fullWidth
        />
        {value.role === 'medecin' && (
          <SelectField
            label="Lequel des médecins"
            options={value.doctors.map((doctor, index) => ({
              value: String(index),
              label: `Dr ${doctor.givenName} ${doctor.familyName}`,
            }))}
            value={value.doctorIndex === null ? null : String(value.doctorIndex)}
            onChange={(index) => onChange({ doctorIndex: index === null ? null : Number(index) })}
          />
        )}
      </FieldGrid>
      {value.role === 'gestionnaire' && (
        <FieldGrid columns={2}>
          <TextField label="Votre prénom" value={value.givenName} onChange={(givenName) => onChange({ givenName })} />
          <TextField label="Votre nom" value={value.familyName} onChange={(familyName) => onChange({ familyName })} />
        </FieldGrid>
      )}
      <UsernameField name={avoidedWords(value).slice(0, 2).join(' ')} />
      <FieldGrid columns={2}>
        <PassphraseField
          label="Phrase de passe"
          value={value.phrase}
          onChange={(phrase) => onChange({ phrase })}
          purpose="new"
          error={value.phrase !== '' && !verdict.ok ? verdict.reason : undefined}
          hint="7 mots, ou 14 signes de trois sortes, ou 12 signes de quatre sortes."
        />
        <PassphraseField
          label="La même phrase"
          value={value.again}
          onChange={(again) => onChange({ again })}
          purpose="new"
          error={value.again !== '' && value.again !== value.phrase ? 'Les deux phrases diffèrent. Relire.' : undefined}
        />
      </FieldGrid>
    </>
  );
}
