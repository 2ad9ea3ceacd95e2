import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Verdict } from '../kernel/index.ts';
import { memberVerdict } from './collective-member.ts';
import { COMPANY_FORMS, type CollectiveSituation } from './collective-situation.ts';
import { gather, ParameterReader, reaches, reason, toFill, unknownFigure, type GatheredVerdict } from './conditions.ts';
import {
  collectiveExcludedForms,
  collectiveForms,
  collectiveMeanPmt,
  collectiveOperator,
} from './parameters-collective.ts';
import { CONTRACT_KINDS, ruleSetUse } from './rule-sets.ts';

export const COLLECTIVE_CONDITIONS = {
  text: 'Texte en vigueur',
  form: 'Société signataire',
  members: 'Médecins adhérents',
  mean: 'Patientèle moyenne',
} as const;
export type CollectiveCondition = keyof typeof COLLECTIVE_CONDITIONS;

export type CollectiveVerdict = GatheredVerdict<CollectiveCondition> & {
  /** One verdict per member, in the order given. */
  readonly members: readonly Verdict[];
};

/** Whether a company may sign the collective contract. Every member is answered; all failing conditions are listed. */
export function collectiveEligibility(situation: CollectiveSituation): CollectiveVerdict {
  const { signatureDay, overrides } = situation;
  const use = ruleSetUse(signatureDay, 'COLLECTIVE');
  if (use === null) {
    const words = `${CONTRACT_KINDS.COLLECTIVE}${NBSP}: aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return { ...gather<CollectiveCondition>({ text: notMet([reason('no_rule_set', words)]) }), members: [] };
  }
  const reader = (): ParameterReader => new ParameterReader(signatureDay, overrides);
  const members = situation.members.map((member, index) => memberVerdict(member, index, signatureDay, reader()));
  const { outcome, reasons, parameters, missing } = gather(
    Object.fromEntries(members.map((one, index) => [index, one])),
  );
  return {
    ...gather<CollectiveCondition>({
      text: met(
        [
          reason(
            'text',
            `Contrat signé par le représentant légal de la société, avec un bulletin d’adhésion par médecin.`,
          ),
        ],
        [use],
      ),
      form: formVerdict(situation, reader()),
      members: { outcome, reasons, parameters, missing },
      mean: meanVerdict(situation, reader()),
    }),
    members,
  };
}

function formVerdict({ form }: CollectiveSituation, reader: ParameterReader): Verdict {
  const open = reader.read(collectiveForms) ?? [];
  const excluded = reader.read(collectiveExcludedForms) ?? [];
  if (form === undefined) return undetermined(['form'], [toFill('form', 'Forme de la société')], reader.uses);
  const label = form === 'OTHER' ? 'Autre forme de société' : `${form} (${COMPANY_FORMS[form]})`;
  if (open.includes(form)) return met([reason('form_open', `${label}${NBSP}: peut signer.`)], reader.uses);
  const words = `${label}${NBSP}: ne peut pas signer, formes ouvertes${NBSP}: ${open.join(', ')}.`;
  return notMet([reason(excluded.includes(form) ? 'form_excluded' : 'form_not_listed', words)], reader.uses);
}

function meanVerdict({ members, threshold }: CollectiveSituation, reader: ParameterReader): Verdict {
  const ofTheBook = reader.read(collectiveMeanPmt);
  const operator = reader.read(collectiveOperator);
  const limit = threshold ?? ofTheBook;
  if (limit === null) return undetermined(['threshold'], [unknownFigure('Patientèle moyenne')], reader.uses);
  const figures = members.map(({ pmt }) => pmt).filter((pmt) => pmt !== undefined);
  if (figures.length < members.length) {
    const missing = members.flatMap(({ pmt }, index) => (pmt === undefined ? [`members.${index}.pmt`] : []));
    const words = `Patientèle médecin traitant de ${missing.length} médecin${missing.length > 1 ? 's' : ''}`;
    return undetermined(missing, [toFill('pmt', words)], reader.uses);
  }
  const total = figures.reduce((sum, pmt) => sum + pmt, 0);
  const mean = formatNumber(total / figures.length, Number.isInteger(total / figures.length) ? 0 : 2);
  const origin = threshold === undefined ? 'seuil du texte' : 'seuil du contrat';
  const asked = `${operator === '>' ? 'plus de' : 'au moins'} ${formatNumber(limit)}`;
  const words = `${formatNumber(total)} patients pour ${figures.length} médecins, soit ${mean} en moyenne, ${origin}${NBSP}: ${asked}.`;
  // Totals are compared, so that the mean is never rounded.
  return reaches(total, limit * figures.length, operator)
    ? met([reason('mean_reached', words)], reader.uses)
    : notMet([reason('mean_below', words)], reader.uses);
}
