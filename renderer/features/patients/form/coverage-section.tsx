import { IconIdentity } from '../../../ui/icons.ts';
import { FieldGrid, Pane, Stack } from '../../../ui/index.ts';
import type { PatientForm } from './patient-form.ts';
import { PatientInput } from './patient-input.tsx';

/** Rights as the person, the card or the attestation declare them. The number is the insured person's, not the INS. */
export function CoverageSection({ form }: { form: PatientForm }) {
  const kind = form.valueOf('gpKind');
  return (
    <Pane title="Sécurité sociale et droits" icon={IconIdentity} aside="déclaré">
      <Stack>
        <FieldGrid columns={2}>
          <PatientInput form={form} field="insuredNir" label="Numéro de sécurité sociale de l’assuré" />
          <PatientInput form={form} field="insuredQuality" />
        </FieldGrid>
        <FieldGrid columns={4}>
          <PatientInput form={form} field="regime" />
          <PatientInput form={form} field="organisationCode" placeholder="9 chiffres" />
          <PatientInput form={form} field="complementary" />
          <PatientInput form={form} field="ame" />
          <PatientInput form={form} field="ald" />
          {form.valueOf('ald') === 'oui' && <PatientInput form={form} field="aldUntil" />}
          <PatientInput form={form} field="c2s" />
        </FieldGrid>
        <FieldGrid columns={4}>
          <PatientInput form={form} field="gpKind" />
          {kind === 'cabinet' && <PatientInput form={form} field="gpDoctorId" label="Lequel" />}
          {kind === 'autre' && <PatientInput form={form} field="gpName" />}
          {(kind === 'cabinet' || kind === 'autre') && <PatientInput form={form} field="gpDeclaredOn" />}
        </FieldGrid>
      </Stack>
    </Pane>
  );
}
