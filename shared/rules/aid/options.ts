import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, valueOn, type Verdict } from '../kernel/index.ts';
import { reason, toFill } from './conditions.ts';
import { isUnderDense } from './eligibility-practice.ts';
import { OPTION_OPENINGS, zonedOptions, ZONES, type Zone } from './parameters-eligibility.ts';
import { AID_OPTIONS, OPTION_LABELS, SECOND_OPTIONS, type AidOption } from './rule-sets.ts';

export type OptionVerdicts = Readonly<Record<AidOption, Verdict>>;

/**
 * Which options a contract signed that day may take, one verdict each. 1.5 and 2 ETP are met here when they exist; their
 * own conditions are those of `secondAssistant`.
 */
export function openOptions(situation: { readonly signatureDay: Day; readonly zone?: Zone }): OptionVerdicts {
  return Object.fromEntries(
    AID_OPTIONS.map((option) => [option, optionVerdict(option, situation.signatureDay, situation.zone)]),
  ) as unknown as OptionVerdicts;
}

function optionVerdict(option: AidOption, day: Day, zone: Zone | undefined): Verdict {
  const label = OPTION_LABELS[option];
  const open = valueOn(OPTION_OPENINGS[option], day);
  if (open === null) {
    return notMet([reason('option_not_created', `Option ${label}${NBSP}: n’existe pas encore au ${formatDay(day)}.`)]);
  }
  if (open.value !== true) {
    const words = `Option ${label}${NBSP}: fermée aux nouveaux contrats, les contrats en cours continuent.`;
    return notMet([reason('option_closed', words)], [open]);
  }
  if (SECOND_OPTIONS.some((one) => one === option)) {
    const words = `Option ${label}${NBSP}: ouverte sous les conditions du second assistant.`;
    return met([reason('option_conditional', words)], [open]);
  }
  const zoned = valueOn(zonedOptions, day);
  const parameters = zoned === null ? [open] : [open, zoned];
  if (zoned?.value?.includes(option) !== true) {
    return met([reason('option_open', `Option ${label}${NBSP}: ouverte.`)], parameters);
  }
  if (zone === undefined) return undetermined(['zone'], [toFill('zone', 'Zone d’exercice')], parameters);
  return isUnderDense(zone)
    ? met([reason('option_open_in_zone', `Option ${label}${NBSP}: ouverte en ${ZONES[zone]}.`)], parameters)
    : notMet(
        [reason('zone_required', `Option ${label}${NBSP}: réservée aux zones sous-denses (ZIP, ZAC).`)],
        parameters,
      );
}
