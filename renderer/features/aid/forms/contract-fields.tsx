import type { ReactNode } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  COMPANY_FORMS,
  CONTRACT_KINDS,
  CONTRACT_OPTION_LABELS,
  MODULATION_POLICIES,
  RULE_SET_LABELS,
} from '#shared/rules/aid/index.ts';
import type { Output } from '../../../api/queries.ts';
import { FieldGrid, Note, SelectField, TextLink, Why } from '../../../ui/index.ts';
import styles from '../aid.module.css';
import { MISSING_LABELS, yearName } from '../words.ts';
import { kindIn, optionsOfKind, RULE_SETS, TIERS } from './contract-typed.ts';
import { Fields, OneField, optionsOf, type Form } from './fields.tsx';
import type { Typed } from './typed-entry.ts';

export type Proposal = Output<'aid', 'propose'>;
type People = ReadonlyArray<{ id: string; name: string }>;

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles['group']}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface ContractFieldsProps {
  form: Form;
  proposal: Proposal | null;
  doctors: People;
}

/** What the paper of the contract says. The text of law is proposed from the day of signature. */
export function ContractFieldList({ form, proposal, doctors }: ContractFieldsProps) {
  const kind = kindIn(form.typed);
  const collective = kind === 'COLLECTIVE';
  const proposed = proposal?.ruleSet.value ?? null;
  const chosen = form.typed['ruleSet'] ?? '';
  const refused = proposal?.options.find(({ option }) => option === form.typed['option'])?.verdict;
  return (
    <>
      <Fields
        form={form}
        specs={[
          { kind: 'select', name: 'kind', label: 'Sorte de contrat', options: optionsOf(CONTRACT_KINDS) },
          ...(collective
            ? []
            : [
                {
                  kind: 'select' as const,
                  name: 'doctorId',
                  label: 'Médecin',
                  options: doctors.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]),
        ]}
      />
      <FieldGrid columns={2}>
        <OneField form={form} spec={{ kind: 'day', name: 'signedOn', label: 'Signé le' }} />
        <OneField form={form} spec={{ kind: 'day', name: 'startsOn', label: 'Commence le' }} />
      </FieldGrid>
      <SelectField
        label="Texte applicable"
        options={optionsOf(RULE_SETS)}
        value={chosen !== '' ? chosen : proposed}
        onChange={(id) => form.change({ ruleSet: id ?? '' })}
        error={
          proposed !== null && chosen === '' && form.problems['ruleSet'] === 'À remplir.'
            ? undefined
            : form.problems['ruleSet']
        }
        hint={
          proposed === null
            ? 'Proposé d’après le jour de signature.'
            : chosen === '' || chosen === proposed
              ? 'Proposé d’après le jour de signature. Une autre lecture peut être choisie.'
              : `Le jour de signature donne${NBSP}: ${RULE_SET_LABELS[proposed]}.`
        }
      />
      {form.below?.('ruleSet')}
      {proposal !== null && <Why answer={proposal.ruleSet} missingLabels={MISSING_LABELS} />}
      {!collective && (
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
      {refused?.outcome === 'not_met' && (
        <Note tone="warn" title="Option non ouverte à cette date d’après le livre des règles.">
          {refused.reasons.map(({ words }) => words).join(' ')}
        </Note>
      )}
      {collective && (
        <Group title="La société et ses ETP">
          <Fields
            form={form}
            specs={[
              { kind: 'halves', name: 'fundedEtp', label: 'ETP financés', optional: true },
              { kind: 'text', name: 'companyName', label: 'Nom de la société', optional: true },
              {
                kind: 'select',
                name: 'companyForm',
                label: 'Forme',
                options: optionsOf(COMPANY_FORMS),
                optional: true,
              },
              { kind: 'yesno', name: 'trainingSite', label: 'Terrain de stage', optional: true },
            ]}
          />
        </Group>
      )}
      <Fields
        form={form}
        specs={[
          { kind: 'text', name: 'number', label: 'Numéro du contrat', optional: true },
          { kind: 'text', name: 'cpam', label: 'CPAM', optional: true },
          {
            kind: 'day',
            name: 'endsOn',
            label: 'Dernier jour écrit dans le contrat',
            optional: true,
            hint:
              proposal?.term.value == null
                ? 'Vide\u00a0: la durée de la règle.'
                : `Vide\u00a0: la durée de la règle, jusqu’au ${formatDay(proposal.term.value)}.`,
          },
          ...(collective
            ? []
            : [
                {
                  kind: 'select' as const,
                  name: 'tier',
                  label: 'Tranche de patientèle',
                  options: optionsOf(TIERS),
                  optional: true,
                  hint: 'Vide\u00a0: la règle répond quand elle le peut, sinon Prélude la demande.',
                },
                {
                  kind: 'yesno' as const,
                  name: 'newlyInstalled',
                  label: 'Médecin nouvellement installé',
                  optional: true,
                },
              ]),
          {
            kind: 'select',
            name: 'policy',
            label: 'Formule si l’objectif est atteint en partie',
            options: optionsOf(MODULATION_POLICIES),
            optional: true,
            hint: 'Non publiée. Vide\u00a0: une prévision par formule.',
          },
          { kind: 'yesno', name: 'cumulative', label: 'Les deux indicateurs sont exigés', optional: true },
          {
            kind: 'tick',
            name: 'asWritten',
            label: 'Ancien contrat papier, gardé tel qu’il est écrit',
            hint: 'Ce qui s’y contredit est gardé et montré.',
          },
        ]}
      />
    </>
  );
}

interface AroundProps {
  form: Form;
  proposal: Proposal | null;
  assistants: People;
  doctors: People;
  years: readonly number[];
}

/** Counters, people and sums already received, typed with the contract. */
export function AroundContract({ form, proposal, assistants, doctors, years }: AroundProps) {
  const tick = (prefix: string, people: People) =>
    people.map(({ id, name }) => (
      <OneField key={id} form={form} spec={{ kind: 'tick', name: `${prefix}.${id}`, label: name }} />
    ));
  return (
    <>
      {proposal?.objectives.map((objective) => (
        <ObjectiveGroup key={objective.metric} form={form} objective={objective} />
      ))}
      {kindIn(form.typed) === 'COLLECTIVE' && <Group title="Médecins du contrat">{tick('mb', doctors)}</Group>}
      <Group title="Assistants financés">
        {assistants.length === 0 ? (
          <p className={styles['quiet']}>Aucun assistant enregistré. Ils se rattachent aussi plus tard.</p>
        ) : (
          tick('as', assistants)
        )}
      </Group>
      {years.length > 0 && (
        <Group title="Années déjà versées">
          <p className={styles['quiet']}>Sommes reçues avant cet enregistrement. Une année non versée reste vide.</p>
          {years.map((year) => (
            <Fields
              key={year}
              form={form}
              specs={[
                { kind: 'euros', name: `paid.${year}.amount`, label: `${yearName(year)}, reçu`, optional: true },
                { kind: 'day', name: `paid.${year}.day`, label: `${yearName(year)}, le`, optional: true },
              ]}
            />
          ))}
        </Group>
      )}
    </>
  );
}

function ObjectiveGroup({ form, objective }: { form: Form; objective: Proposal['objectives'][number] }) {
  const { metric, label, start, startOn, target } = objective;
  const name = (field: string) => `obj.${metric}.${field}`;
  const take = (texts: Typed) => form.change(texts);
  return (
    <Group title={label}>
      <Fields
        form={form}
        specs={[
          {
            kind: 'count',
            name: name('start'),
            label: 'Compteur de départ',
            optional: true,
            hint:
              start === null ? undefined : (
                <>
                  Dernier relevé{NBSP}: {formatNumber(start)}
                  {startOn !== null && ` au ${formatDay(startOn)}`}.{' '}
                  <TextLink onClick={() => take({ [name('start')]: String(start) })}>Reprendre</TextLink>
                </>
              ),
          },
          {
            kind: 'count',
            name: name('target'),
            label: 'Objectif écrit dans le contrat',
            optional: true,
            hint:
              target.value === null
                ? 'Inconnu\u00a0: laisser vide, il sera demandé.'
                : `La règle donne ${formatNumber(target.value)}. Vide\u00a0: la règle.`,
          },
          { kind: 'day', name: name('dueOn'), label: 'À atteindre le', optional: true },
        ]}
      />
    </Group>
  );
}
