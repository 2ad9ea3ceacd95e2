import { FieldGrid, Pane, Stack } from '../../../ui/index.ts';
import { IconIdentityDocument } from '../../../ui/icons.ts';
import type { ReactNode } from 'react';
import type { PatientForm } from './patient-form.ts';
import { PatientInput } from './patient-input.tsx';
import { PlaceField } from './place-field.tsx';

interface IdentitySectionProps {
  title?: string;
  form: PatientForm;
  placeLabel?: string | undefined;
  autoFocus?: boolean;
  children?: ReactNode;
}

/** The traits, as the document writes them. */
export function IdentitySection({
  title = 'Identité',
  form,
  placeLabel,
  autoFocus = false,
  children,
}: IdentitySectionProps) {
  return (
    <Pane title={title} icon={IconIdentityDocument} aside="Recopier la pièce d’identité, sans accent ajouté ni abrégé">
      <Stack>
        <FieldGrid columns={4}>
          <PatientInput form={form} field="birthName" autoFocus={autoFocus} />
          <PatientInput form={form} field="firstGivenName" />
          <PatientInput form={form} field="givenNames" />
          <PatientInput form={form} field="sex" label="Sexe à l’état civil" />
          <PatientInput form={form} field="birthDay" />
          <PlaceField form={form} knownLabel={placeLabel} />
          <PatientInput form={form} field="usedName" placeholder="si différent" />
          <PatientInput form={form} field="usedGivenName" placeholder="si différent" />
        </FieldGrid>
        {children}
      </Stack>
    </Pane>
  );
}
