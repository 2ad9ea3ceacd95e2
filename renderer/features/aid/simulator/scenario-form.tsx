import {
  COMPANY_FORMS,
  CONTRACT_KINDS,
  CONTRACT_OPTION_LABELS,
  MODULATION_POLICIES,
  type Metric,
} from '#shared/rules/aid/index.ts';
import { Disclosure, FieldGrid, TextField } from '../../../ui/index.ts';
import { kindIn, optionsOfKind, TIERS } from '../forms/contract-typed.ts';
import { Fields, OneField, optionsOf, type FieldSpec, type Form } from '../forms/fields.tsx';
import styles from './simulator.module.css';

interface ScenarioFormProps {
  form: Form;
  doctors: ReadonlyArray<{ id: string; name: string }>;
  /** Counters the scenario follows, as the core said them. */
  counters: ReadonlyArray<{ metric: Metric; label: string }>;
  renewsTitle: string | null;
}

/** What a scenario supposes. */
export function ScenarioForm({ form, doctors, counters, renewsTitle }: ScenarioFormProps) {
  const kind = kindIn(form.typed);
  const collective = kind === 'COLLECTIVE';
  const growth = (name: string, label: string) => (
    <TextField
      label={label}
      optional
      value={form.typed[name] ?? ''}
      onChange={(text) => form.change({ [name]: text })}
      error={form.problems[name]}
      aside="patients / an"
      figures
    />
  );
  const others: FieldSpec[] = [
    ...(collective
      ? [
          {
            kind: 'select' as const,
            name: 'companyForm',
            label: 'Forme de la société',
            options: optionsOf(COMPANY_FORMS),
            optional: true,
          },
        ]
      : [
          {
            kind: 'select' as const,
            name: 'tier',
            label: 'Tranche de patientèle',
            options: optionsOf(TIERS),
            optional: true,
          },
          { kind: 'yesno' as const, name: 'newlyInstalled', label: 'Nouvellement installé', optional: true },
        ]),
    {
      kind: 'select',
      name: 'policy',
      label: 'Formule si l’objectif est atteint en partie',
      options: optionsOf(MODULATION_POLICIES),
      optional: true,
    },
    ...(renewsTitle === null ? [] : [{ kind: 'tick' as const, name: 'renews', label: `Suite de ${renewsTitle}` }]),
  ];
  return (
    <div className={styles['fields']}>
      <FieldGrid columns={2}>
        <OneField
          form={form}
          spec={{ kind: 'select', name: 'kind', label: 'Sorte de contrat', options: optionsOf(CONTRACT_KINDS) }}
        />
        {collective ? (
          <OneField form={form} spec={{ kind: 'halves', name: 'fundedEtp', label: 'ETP financés' }} />
        ) : (
          <OneField
            form={form}
            spec={{
              kind: 'select',
              name: 'doctorId',
              label: 'Médecin',
              options: doctors.map(({ id, name }) => ({ value: id, label: name })),
            }}
          />
        )}
        <OneField form={form} spec={{ kind: 'day', name: 'signedOn', label: 'Signé le' }} />
        <OneField form={form} spec={{ kind: 'day', name: 'startsOn', label: 'Commence le' }} />
        {growth('growthPmt', 'Patientèle MT, gain')}
        {growth('growthFa', 'File active, gain')}
      </FieldGrid>
      {collective ? (
        <Fields
          form={form}
          specs={doctors.map(({ id, name }) => ({ kind: 'tick' as const, name: `mb.${id}`, label: name }))}
        />
      ) : (
        <OneField
          form={form}
          spec={{
            kind: 'choice',
            name: 'option',
            label: 'Option',
            options: optionsOfKind(kind).map((option) => ({ value: option, label: CONTRACT_OPTION_LABELS[option] })),
          }}
        />
      )}
      <Disclosure summary="Autres hypothèses">
        <div className={styles['fields']}>
          {counters.map(({ metric, label }) => (
            <fieldset key={metric} className={styles['counter']}>
              <legend>{label}</legend>
              <FieldGrid columns={2}>
                <OneField
                  form={form}
                  spec={{ kind: 'count', name: `obj.${metric}.start`, label: 'Départ', optional: true }}
                />
                <OneField
                  form={form}
                  spec={{ kind: 'count', name: `obj.${metric}.target`, label: 'Objectif', optional: true }}
                />
              </FieldGrid>
            </fieldset>
          ))}
          <FieldGrid columns={2}>
            <OneField form={form} spec={{ kind: 'day', name: 'suspendedFrom', label: 'Suspendu du', optional: true }} />
            <OneField form={form} spec={{ kind: 'day', name: 'suspendedTo', label: 'Jusqu’au', optional: true }} />
          </FieldGrid>
          <Fields form={form} specs={others} />
        </div>
      </Disclosure>
    </div>
  );
}
