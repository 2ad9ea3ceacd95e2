import type { Day } from '#shared/kernel/day.ts';
import { met, notMet, undetermined, valueOn, type ParameterUse, type Reason, type Verdict } from '../kernel/index.ts';
import { VAE } from './figures.ts';
import { hoursWords, reason } from './wording.ts';

export interface VaeApplication {
  /** Name or number of the certification asked for. */
  readonly certification: string;
  readonly filedOn: Day;
}

export interface VaeSituation {
  /** Hours worked or volunteered in relation with the certification. */
  readonly relatedHours?: number;
  /** The certification to ask for now. */
  readonly certification?: string;
  /** Applications already filed, whatever their year. */
  readonly applications?: readonly VaeApplication[];
}

export interface VaeAnswer {
  readonly verdict: Verdict;
  /** What the application holds. */
  readonly documents: readonly string[];
}

/** May a VAE be asked for on `day`: the hours in relation with the title, and the applications of the calendar year. */
export function vae(situation: VaeSituation, day: Day): VaeAnswer {
  const checks = [hoursCheck(situation.relatedHours, day), ...applicationChecks(situation, day)];
  const form = valueOn(VAE.form, day);
  const parameters = [...checks.flatMap((check) => check.parameters), ...(form === null ? [] : [form])];
  const reasons = checks.flatMap((check) => check.reasons);
  const missing = checks.flatMap((check) => check.missing);
  const refused = checks.some(({ outcome }) => outcome === 'not_met');
  const open = checks.some(({ outcome }) => outcome === 'undetermined');
  return {
    verdict: refused
      ? notMet(reasons, parameters)
      : open
        ? undetermined(missing, reasons, parameters)
        : met(reasons, parameters),
    documents: [
      ...(form?.value === null || form === null ? [] : [form.value]),
      'certificats de l’employeur',
      'dernier bulletin de salaire',
    ],
  };
}

/** The hours alone: used by the route too. */
export function hoursCheck(hours: number | undefined, day: Day): Verdict {
  const use = valueOn(VAE.hours, day);
  if (use === null || use.value === null) return undetermined([], [figureUnknown], use === null ? [] : [use]);
  if (hours === undefined) {
    const words = `Heures en rapport avec le CQP à saisir : ${hoursWords(use.value)} demandées, salariées ou bénévoles.`;
    return undetermined(['relatedHours'], [reason('related_hours_missing', words)], [use]);
  }
  const words = `${hoursWords(hours)} en rapport avec le CQP, pour ${hoursWords(use.value)} demandées.`;
  return hours >= use.value
    ? met([reason('related_hours_reached', words)], [use])
    : notMet([reason('related_hours_short', words)], [use]);
}

const figureUnknown = reason('figure_unknown', 'Chiffre inconnu : saisir celui du certificateur.');

function applicationChecks({ certification, applications }: VaeSituation, day: Day): Verdict[] {
  const perTitle = valueOn(VAE.perCertification, day);
  const perYear = valueOn(VAE.certificationsPerYear, day);
  const uses: ParameterUse[] = [perTitle, perYear].filter((use) => use !== null);
  if (perTitle?.value === undefined || perYear?.value === undefined) return [undetermined([], [figureUnknown], uses)];
  if (perTitle.value === null || perYear.value === null) return [undetermined([], [figureUnknown], uses)];
  const missing = [
    ...(certification === undefined ? ['certification'] : []),
    ...(applications === undefined ? ['applications'] : []),
  ];
  if (certification === undefined || applications === undefined) {
    const words = 'Certification visée et demandes de l’année civile à saisir.';
    return [undetermined(missing, [reason('applications_missing', words)], uses)];
  }
  const year = day.slice(0, 4);
  const filed = applications.filter(({ filedOn }) => filedOn.startsWith(year)).map((one) => keyOf(one.certification));
  const same = filed.filter((one) => one === keyOf(certification)).length;
  const others = new Set(filed.filter((one) => one !== keyOf(certification))).size;
  return [
    verdictOf(
      same < perTitle.value,
      [
        reason(
          'certification_free_this_year',
          `Pas encore demandée en ${year} (${perTitle.value} demande par an et par certification).`,
        ),
        reason('already_asked_this_year', `Certification déjà demandée en ${year} : ${perTitle.value} demande par an.`),
      ],
      perTitle,
    ),
    verdictOf(
      others < perYear.value,
      [
        reason(
          'room_this_year',
          `${others + 1} ${others === 0 ? 'certification' : 'certifications'} sur ${perYear.value} en ${year}.`,
        ),
        reason('too_many_this_year', `Déjà ${others} autres certifications en ${year} : ${perYear.value} au plus.`),
      ],
      perYear,
    ),
  ];
}

const keyOf = (certification: string): string => certification.trim().toUpperCase();

function verdictOf(holds: boolean, [yes, no]: readonly [Reason, Reason], use: ParameterUse): Verdict {
  return holds ? met([yes], [use]) : notMet([no], [use]);
}
