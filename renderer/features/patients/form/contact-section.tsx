import { IconCarer, IconPhone } from '../../../ui/icons.ts';
import { FieldGrid, Pane, Stack } from '../../../ui/index.ts';
import type { PatientForm } from './patient-form.ts';
import { PatientInput } from './patient-input.tsx';

export function ContactSection({ form }: { form: PatientForm }) {
  return (
    <Pane title="Coordonnées" icon={IconPhone}>
      <FieldGrid columns={4}>
        <PatientInput form={form} field="civility" />
        <PatientInput form={form} field="phoneMobile" />
        <PatientInput form={form} field="phoneOther" />
        <PatientInput form={form} field="email" />
        <PatientInput form={form} field="addressLine" />
        <PatientInput form={form} field="postcode" />
        <PatientInput form={form} field="city" />
        <PatientInput form={form} field="smsConsent" />
        <PatientInput form={form} field="interpreter" />
        <PatientInput form={form} field="reducedMobility" />
      </FieldGrid>
    </Pane>
  );
}

/** People around, and what the person agreed to. */
export function AroundSection({ form }: { form: PatientForm }) {
  return (
    <Pane title="Entourage et consentement" icon={IconCarer}>
      <Stack>
        <FieldGrid columns={4}>
          <PatientInput form={form} field="emergencyContact" />
          <PatientInput form={form} field="emergencyContactPhone" label="Son téléphone" />
          <PatientInput form={form} field="trustedPerson" />
          <PatientInput form={form} field="trustedPersonPhone" label="Son téléphone" />
          <PatientInput form={form} field="dmpConsent" />
          <PatientInput form={form} field="dmpConsentOn" />
        </FieldGrid>
        <PatientInput form={form} field="notes" />
      </Stack>
    </Pane>
  );
}
