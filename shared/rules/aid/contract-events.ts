import { addDays, addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  met,
  notComputed,
  notMet,
  undetermined,
  valueOn,
  type Computed,
  type Verdict,
} from '../kernel/index.ts';
import { anniversaryOn } from './anniversaries.ts';
import { ParameterReader, reason, toFill, unknownFigure } from './conditions.ts';
import { noticeMonths, olderContractContinues, OLDER_RENEWALS, switchOnRequest } from './parameters-life.ts';
import { individualRuleSetOf, OPTION_LABELS, ruleSetUse, type FIRST_OPTIONS } from './rule-sets.ts';

export const DEPARTURE_ACTIONS = {
  SEND_CONTRACT: 'Envoyer le nouveau contrat de travail à la CPAM',
  TELL_CPAM: 'Prévenir la CPAM, qui peut suspendre le contrat',
} as const;
export type DepartureAction = keyof typeof DEPARTURE_ACTIONS;

/** The assistant leaves: replaced at once or not. A suspension stops the aid and the objectives together. */
export function departure(situation: {
  readonly lastDay: Day;
  readonly nextHireDay?: Day | null;
}): Computed<DepartureAction> {
  const { lastDay, nextHireDay } = situation;
  if (nextHireDay === undefined) {
    return notComputed<DepartureAction>('action', ['nextHireDay'], {
      reasons: [toFill('next_hire_day', 'Jour d’embauche du remplaçant')],
    });
  }
  if (nextHireDay !== null && nextHireDay <= addDays(lastDay, 1)) {
    const words =
      'Remplacement immédiat\u00A0: le contrat continue avec le nouvel assistant, envoyer son contrat de travail à la CPAM.';
    return computed<DepartureAction>('SEND_CONTRACT', 'action', { reasons: [reason('replaced_at_once', words)] });
  }
  const from = formatDay(addDays(lastDay, 1));
  const until =
    nextHireDay === null ? 'jusqu’à la prochaine embauche' : `jusqu’à l’embauche du ${formatDay(nextHireDay)}`;
  return computed<DepartureAction>('TELL_CPAM', 'action', {
    reasons: [
      reason('post_vacant', `Poste vacant à partir du ${from}, ${until}${NBSP}: prévenir la CPAM.`),
      reason(
        'suspension_possible',
        'Une suspension arrête l’aide et les objectifs, ils reprennent à l’embauche suivante.',
      ),
    ],
  });
}

/** Last day of notice when the doctor ends the contract by registered letter. */
export function noticeEnd({ letterDay }: { readonly letterDay: Day }): Computed<Day> {
  const use = valueOn(noticeMonths, letterDay);
  if (use?.value == null) {
    return notComputed<Day>('jour', [], { reasons: [unknownFigure('Préavis')] });
  }
  const end = addMonths(letterDay, use.value);
  return computed<Day>(end, 'jour', {
    steps: [
      { label: 'Lettre', words: formatDay(letterDay), value: letterDay, unit: 'jour' },
      { label: 'Préavis', words: `${use.value}${NBSP}mois`, value: use.value, unit: 'mois' },
      { label: 'Fin du contrat', words: formatDay(end), value: end, unit: 'jour' },
    ],
    reasons: [reason('registered_letter', 'Lettre recommandée avec accusé de réception.')],
    parameters: [use],
  });
}

/** A doctor who moves too far to keep the patientèle, or changes speciality, is treated as newly installed. */
export function doctorChange(situation: { readonly tooFar?: boolean; readonly newSpeciality?: boolean }): Verdict {
  const { tooFar, newSpeciality } = situation;
  if (tooFar === true || newSpeciality === true) {
    const words =
      'Traité comme nouvellement installé\u00A0: la CPAM met fin au contrat, un nouveau est signé avec des objectifs adaptés.';
    return met([reason('new_contract_as_newly_installed', words)]);
  }
  const missing = [
    ...(tooFar === undefined ? ['tooFar'] : []),
    ...(newSpeciality === undefined ? ['newSpeciality'] : []),
  ];
  if (missing.length > 0)
    return undetermined(missing, [toFill('doctor_change', 'Déménagement ou changement de spécialité')]);
  return notMet([reason('contract_goes_on', 'Le contrat continue.')]);
}

export interface MoveToCollective {
  /** First day of the individual contract. */
  readonly individualStartDay: Day;
  /** Last day of the individual contract. */
  readonly individualEndDay: Day;
  readonly collectiveStartDay: Day;
  readonly assistantAgrees?: boolean;
}

/** The individual contract ends first, without overlap; outside its anniversary a pro rata or a refund is due. */
export function moveToCollective(situation: MoveToCollective): Verdict {
  const { individualStartDay, individualEndDay, collectiveStartDay, assistantAgrees } = situation;
  const use = ruleSetUse(collectiveStartDay, 'COLLECTIVE');
  if (use === null) {
    const words = `Contrat collectif${NBSP}: aucun texte n’existe encore au ${formatDay(collectiveStartDay)}.`;
    return notMet([reason('no_rule_set', words)]);
  }
  if (collectiveStartDay <= individualEndDay) {
    const words = `Contrat individuel jusqu’au ${formatDay(individualEndDay)}${NBSP}: à terminer avant le ${formatDay(collectiveStartDay)}, sans chevauchement.`;
    return notMet([reason('overlap', words)], [use]);
  }
  const anniversary = anniversaryOn(individualStartDay, addDays(individualEndDay, 1));
  const parameters = [use, ...anniversary.uses];
  const transfer =
    'Contrat de travail transféré à la société ou au groupement d’employeurs, avec l’accord de l’assistant';
  const reasons = [
    anniversary.is
      ? reason('ends_at_anniversary', 'Fin à la date anniversaire\u00A0: aucun prorata.')
      : reason('prorata_due', 'Fin hors date anniversaire\u00A0: remboursement ou paiement au prorata.'),
  ];
  if (assistantAgrees === undefined) {
    return undetermined(['assistantAgrees'], [toFill('assistant_agrees', transfer), ...reasons], parameters);
  }
  return assistantAgrees
    ? met([...reasons, reason('employment_contract_transferred', `${transfer}.`)], parameters)
    : notMet(
        [
          reason('assistant_agreement_required', 'Accord de l’assistant exigé pour transférer son contrat de travail.'),
          ...reasons,
        ],
        parameters,
      );
}

export interface OlderContract {
  readonly signatureDay: Day;
  readonly option: (typeof FIRST_OPTIONS)[number];
  /** Day the contract would be renewed. */
  readonly renewalDay: Day;
}

/** Whether a contract can be renewed as such: those of avenant 7 cannot since 1 May 2023, one-third-time apart. */
export function renewal({ signatureDay, option, renewalDay }: OlderContract): Verdict {
  const label = OPTION_LABELS[option];
  const signed = individualRuleSetOf(signatureDay);
  if (signed === null)
    return notMet([reason('no_rule_set', `Aucun texte n’existe encore au ${formatDay(signatureDay)}.`)]);
  if (signed !== 'AV7-2019') {
    return met([reason('renewable', 'Contrat renouvelable.')]);
  }
  const reader = new ParameterReader(renewalDay);
  const renewable = reader.read(OLDER_RENEWALS[option]);
  reader.read(olderContractContinues);
  reader.read(switchOnRequest);
  if (renewable === null)
    return met([reason('renewable', `Contrat renouvelable selon le texte de sa signature.`)], reader.uses);
  const disputed = reason(
    'objectives_at_renewal',
    'Objectifs au renouvellement\u00A0: les sources divergent, vérifier auprès de la CPAM.',
  );
  return renewable
    ? met([reason('older_renewable', `Ancien contrat à ${label}${NBSP}: renouvelable.`), disputed], reader.uses)
    : notMet(
        [
          reason(
            'older_not_renewable',
            `Ancien contrat à ${label}${NBSP}: court jusqu’à son terme, non renouvelable tel quel.`,
          ),
          reason('new_contract', 'Un nouveau contrat peut être demandé selon le texte en vigueur.'),
        ],
        reader.uses,
      );
}
