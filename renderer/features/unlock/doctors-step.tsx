import { Button, FieldGrid, Row, Stack, TextField } from '../../ui/index.ts';
import { IconAdd, IconBin } from '../../ui/icons.ts';
import { emptyDoctor, rppsError, type DoctorLine } from './founding.ts';
import type { StepProps } from './practice-step.tsx';

export function DoctorsStep({ value, onChange }: StepProps) {
  const set = (index: number, part: Partial<DoctorLine>) =>
    onChange({ doctors: value.doctors.map((doctor, at) => (at === index ? { ...doctor, ...part } : doctor)) });
  return (
    <Stack gap={3}>
      {value.doctors.map((doctor, index) => (
        <FieldGrid key={index} columns={3}>
          <TextField
            label={`Prénom du médecin ${index + 1}`}
            value={doctor.givenName}
            onChange={(givenName) => set(index, { givenName })}
            autoFocus={index === 0}
          />
          <TextField
            label={`Nom du médecin ${index + 1}`}
            value={doctor.familyName}
            onChange={(familyName) => set(index, { familyName })}
          />
          <TextField
            label="Numéro RPPS"
            optional
            value={doctor.rpps}
            onChange={(rpps) => set(index, { rpps })}
            inputMode="numeric"
            figures
            maxLength={14}
            error={rppsError(doctor.rpps)}
          />
        </FieldGrid>
      ))}
      <Row>
        <Button
          icon={IconAdd}
          onClick={() => onChange({ doctors: [...value.doctors, emptyDoctor] })}
          disabled={value.doctors.length >= 12}
        >
          Ajouter un médecin
        </Button>
        {value.doctors.length > 1 && (
          <Button
            kind="quiet"
            icon={IconBin}
            onClick={() => onChange({ doctors: value.doctors.slice(0, -1), doctorIndex: null })}
          >
            Retirer le dernier
          </Button>
        )}
      </Row>
    </Stack>
  );
}
