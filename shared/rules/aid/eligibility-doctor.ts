import { NBSP, formatNumber } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Verdict } from '../kernel/index.ts';
import { reason, toFill, unknownFigure, type ParameterReader } from './conditions.ts';
import type { EligibilitySituation } from './eligibility-situation.ts';
import {
  eligibleSectors,
  excludedSpecialities,
  SECTORS,
  SPECIALITIES,
  technicalShareLimit,
  technicalShareMonths,
  technicalShareOperator,
  technicalSpecialities,
} from './parameters-eligibility.ts';

/** Sector 1, or sector 2 with an option. */
export function sectorCondition({ sector }: EligibilitySituation, reader: ParameterReader): Verdict {
  const sectors = reader.read(eligibleSectors) ?? [];
  if (sector === undefined) return undetermined(['sector'], [toFill('sector', 'Secteur conventionnel')], reader.uses);
  const label = capitalised(SECTORS[sector]);
  return sectors.includes(sector)
    ? met([reason('sector_open', `${label}${NBSP}: ouvre droit à l’aide.`)], reader.uses)
    : notMet([reason('sector_closed', `${label}${NBSP}: n’ouvre pas droit à l’aide.`)], reader.uses);
}

/** Lists of avenant 7 (unknown: the doctor says), then every speciality but six, with a limit on technical acts. */
export function specialityCondition(situation: EligibilitySituation, reader: ParameterReader): Verdict {
  const { speciality } = situation;
  if (speciality === undefined) {
    return undetermined(['speciality'], [toFill('speciality', 'Spécialité')], reader.uses);
  }
  const label = capitalised(SPECIALITIES[speciality]);
  if (speciality === 'MEDECINE_GENERALE') {
    return met([reason('speciality_open', `${label}${NBSP}: spécialité ouverte.`)], reader.uses);
  }
  const excluded = reader.read(excludedSpecialities);
  if (excluded === null) return listedSpeciality(situation, label, reader);
  if (excluded.includes(speciality)) {
    return notMet([reason('speciality_excluded', `${label}${NBSP}: spécialité écartée.`)], reader.uses);
  }
  const technical = reader.read(technicalSpecialities) ?? [];
  if (!technical.includes(speciality)) {
    return met([reason('speciality_open', `${label}${NBSP}: spécialité ouverte.`)], reader.uses);
  }
  return technicalShareVerdict(situation, label, reader);
}

function listedSpeciality({ specialityListed }: EligibilitySituation, label: string, reader: ParameterReader): Verdict {
  reader.read(technicalShareLimit);
  if (specialityListed === undefined) {
    const words = `${label}${NBSP}: listes de l’avenant 7 inconnues, indiquer si la spécialité y figure pour ce département.`;
    return undetermined(['specialityListed'], [reason('speciality_list_unknown', words)], reader.uses);
  }
  return specialityListed
    ? met(
        [reason('speciality_listed', `${label}${NBSP}: spécialité indiquée comme inscrite sur la liste.`)],
        reader.uses,
      )
    : notMet(
        [reason('speciality_not_listed', `${label}${NBSP}: spécialité indiquée comme absente de la liste.`)],
        reader.uses,
      );
}

function technicalShareVerdict(
  { technicalShare }: EligibilitySituation,
  label: string,
  reader: ParameterReader,
): Verdict {
  const limit = reader.read(technicalShareLimit);
  const months = reader.read(technicalShareMonths);
  reader.read(technicalShareOperator);
  if (limit === null || months === null) {
    return undetermined(['technicalShare'], [unknownFigure('Part d’actes techniques')], reader.uses);
  }
  const asked = `Part des actes techniques dans les honoraires des ${months} mois avant la signature`;
  if (technicalShare === undefined) {
    return undetermined(['technicalShare'], [toFill('technical_share', asked)], reader.uses);
  }
  const figures = `${formatNumber(technicalShare)}${NBSP}% d’actes techniques sur ${months} mois`;
  const bound = `${formatNumber(limit)}${NBSP}%`;
  return technicalShare < limit
    ? met([reason('technical_share_under', `${label}${NBSP}: ${figures}, moins de ${bound}.`)], reader.uses)
    : notMet(
        [reason('technical_share_reached', `${label}${NBSP}: ${figures}, il en faut moins de ${bound}.`)],
        reader.uses,
      );
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
