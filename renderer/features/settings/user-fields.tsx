import { addYears } from '#shared/kernel/day.ts';
import { roles, type Role } from '#shared/permissions/roles.ts';
import { roleLabel } from '#shared/vocabulary/roles.ts';
import { useRead } from '../../api/queries.ts';
import { CheckField, ChoiceField, DateField, FieldGrid, SelectField, TextField } from '../../ui/index.ts';
import type { Problems } from './problems.ts';
import styles from './settings.module.css';

export interface UserForm {
  givenName: string;
  familyName: string;
  civility: string | null;
  role: Role | null;
  responsable: boolean;
  doctorId: string | null;
  /** As typed. */
  validFrom: string;
  validTo: string;
}

/** A replacement is planned ahead: typed dates are read between last year and five years from now. */
export const replacementBounds = (today: string) => ({ earliest: addYears(today, -1), latest: addYears(today, 5) });

interface UserFieldsProps {
  value: UserForm;
  onChange: (part: Partial<UserForm>) => void;
  problems: Problems;
  today: string;
  isNew: boolean;
}

/** Name, role and what the role asks for: which doctor, responsable, the dates of a remplaçant. */
export function UserFields({ value, onChange, problems, today, isNew }: UserFieldsProps) {
  const doctors = useRead('practice', 'get', {}).data?.doctors.filter((doctor) => doctor.archivedAt === null) ?? [];
  const { role } = value;
  return (
    <>
      <TextField
        label="Prénom"
        value={value.givenName}
        onChange={(givenName) => onChange({ givenName })}
        error={problems['givenName']}
        maxLength={100}
      />
      <TextField
        label="Nom"
        value={value.familyName}
        onChange={(familyName) => onChange({ familyName })}
        error={problems['familyName']}
        maxLength={100}
      />
      <SelectField
        label="Rôle"
        options={roles.map((one) => ({ value: one, label: roleLabel[one] }))}
        value={role}
        onChange={(one) => onChange({ role: roles.find((known) => known === one) ?? null })}
        error={problems['role']}
      />
      {(role === 'medecin' || role === 'remplacant') && (
        <>
          <ChoiceField
            label="Civilité"
            options={[
              { value: 'Dr', label: 'Dr' },
              { value: 'Pr', label: 'Pr' },
            ]}
            value={value.civility === 'Pr' ? 'Pr' : 'Dr'}
            onChange={(civility) => onChange({ civility })}
            clearable={false}
          />
          <SelectField
            label={role === 'medecin' ? 'Médecin de la liste' : 'Médecin remplacé'}
            optional
            options={doctors.map((doctor) => ({ value: doctor.id, label: doctor.displayName }))}
            value={value.doctorId}
            onChange={(doctorId) => onChange({ doctorId })}
            clearable
            error={problems['doctorId']}
            hint="Sa liste de patients du jour."
          />
        </>
      )}
      {role === 'remplacant' && (
        <FieldGrid columns={2}>
          <DateField
            label="Premier jour"
            value={value.validFrom}
            onChange={(validFrom) => onChange({ validFrom })}
            today={today}
            {...replacementBounds(today)}
            error={problems['validFrom']}
          />
          <DateField
            label="Dernier jour"
            value={value.validTo}
            onChange={(validTo) => onChange({ validTo })}
            today={today}
            {...replacementBounds(today)}
            error={problems['validTo']}
          />
        </FieldGrid>
      )}
      {(role === 'medecin' || role === 'gestionnaire') && (
        <CheckField
          label="Responsable du cabinet"
          checked={value.responsable}
          onChange={(responsable) => onChange({ responsable })}
          hint="Gère les utilisateurs et les réglages. Le cabinet en garde toujours un."
          error={problems['responsable']}
        />
      )}
      <p className={styles['text']}>
        {isNew
          ? 'Un code à usage unique, valable 24 heures, sera affiché une seule fois. La personne le saisit à son premier accès et choisit sa phrase de passe.'
          : 'Changer de rôle ferme ses sessions en cours\u00a0: elle se reconnecte avec ses nouveaux droits.'}
      </p>
    </>
  );
}
