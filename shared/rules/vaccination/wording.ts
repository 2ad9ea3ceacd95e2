import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';
import { CONDITIONS, SEASONS, type Condition, type FigureUnit, type SeasonKey } from './model.ts';

/** `2 mois`, `1 an`, `6 semaines`, `20 SA`. */
export function periodWords(value: number, unit: FigureUnit): string {
  const one = value === 1;
  const words: Readonly<Record<FigureUnit, string>> = {
    week: one ? 'semaine' : 'semaines',
    month: 'mois',
    year: one ? 'an' : 'ans',
    sa: 'SA',
    dose: one ? 'dose' : 'doses',
    day: '',
    flag: '',
  };
  return `${value}${NBSP}${words[unit]}`;
}

const doseWords = (number: number, of: number | null): string => (of === null ? `${number}` : `${number} sur ${of}`);
const say = (code: string, words: string): Reason => ({ code, words });

/** Every reason of the rule set: its code, for programs and cases, and its French words. */
export const REASONS = {
  birthAfterDay: () => say('birth_after_day', 'La date de naissance suit le jour demandé.'),
  editionLater: (edition: string) =>
    say(
      'edition_later',
      `Le calendrier ${edition} a été publié après le jour demandé${NBSP}: il est appliqué quand même.`,
    ),
  notFollowed: () => say('not_followed', 'Règle écartée par le cabinet.'),
  withdrawn: (label: string) => say('figure_withdrawn', `Valeur retirée par le cabinet${NBSP}: ${label}.`),
  bornBefore: (from: Day) => say('born_before', `Concerne les personnes nées à partir du ${formatDay(from)}.`),
  conditionAbsent: (condition: Condition) =>
    say('condition_absent', `Non concerné${NBSP}: ${CONDITIONS[condition]} non noté au dossier.`),
  conditionNoted: (condition: Condition) => say('condition_noted', `Noté au dossier${NBSP}: ${CONDITIONS[condition]}.`),
  conditionToAsk: (condition: Condition) => say('condition_to_ask', `À préciser${NBSP}: ${CONDITIONS[condition]}.`),
  ageBefore: (from: Day) => say('age_before', `Concerne la personne à partir du ${formatDay(from)}.`),
  ageBeyond: (to: Day) => say('age_beyond', `Âge limite atteint le ${formatDay(to)}.`),
  unfinished: (given: number) =>
    say(
      'series_unfinished',
      given === 0
        ? `Série non commencée à l’âge limite${NBSP}: le médecin décide.`
        : `Série inachevée à l’âge limite${NBSP}: le médecin décide.`,
    ),
  noScheme: () => say('no_scheme', `Aucun schéma ne commence à cet âge${NBSP}: le médecin choisit.`),
  noSchemeOut: () => say('no_scheme', 'Aucun schéma ne commence plus à cet âge.'),
  lastDoseDay: (before: Day) =>
    say('last_dose_day', `Série inachevée, dernière dose possible avant le ${formatDay(before)}.`),
  doseAfterLastDay: (day: Day) =>
    say('dose_after_last_day', `Dose du ${formatDay(day)} donnée après l’âge limite${NBSP}: non comptée.`),
  productToSay: () => say('product_to_say', `Vaccin de la première dose à préciser${NBSP}: à 2 ou à 3 doses.`),
  productsMixed: () => say('products_mixed', `Vaccins différents dans la série${NBSP}: le médecin décide de la suite.`),
  productOpen: () => say('product_open', 'Deux ou trois doses selon le vaccin choisi.'),
  unknownProduct: (product: string, day: Day) =>
    say(
      'unknown_product',
      `Vaccin inconnu, «${NBSP}${product}${NBSP}» du ${formatDay(day)}${NBSP}: ses valences sont à préciser.`,
    ),
  allDoses: (of: number, last: Day) =>
    say('all_doses', `${periodWords(of, 'dose')}, la dernière le ${formatDay(last)}.`),
  given: (day: Day) => say('given', `Dose du ${formatDay(day)}.`),
  doseTooYoung: (day: Day, from: Day) =>
    say(
      'dose_too_young',
      `Dose du ${formatDay(day)} donnée avant le ${formatDay(from)}, âge à partir duquel elle compte${NBSP}: non comptée.`,
    ),
  doseTooSoon: (day: Day, from: Day) =>
    say(
      'dose_too_soon',
      `Dose du ${formatDay(day)} donnée avant l’intervalle minimal (${formatDay(from)})${NBSP}: non comptée, à signaler au médecin.`,
    ),
  doseAfterDay: (day: Day) =>
    say('dose_after_day', `Dose datée du ${formatDay(day)}, après le jour demandé${NBSP}: non comptée.`),
  doseBeforeBirth: (day: Day) =>
    say('dose_before_birth', `Dose datée du ${formatDay(day)}, avant la naissance${NBSP}: non comptée.`),
  sameDay: (day: Day) => say('same_day', `Deux doses notées le ${formatDay(day)}${NBSP}: une seule comptée.`),
  doseAskedAgain: (number: number) =>
    say(
      'dose_asked_again',
      number === 3
        ? `Une troisième dose est demandée${NBSP}: le médecin en choisit le jour.`
        : `Une dose de plus est demandée${NBSP}: le médecin en choisit le jour.`,
    ),
  nextDose: (number: number, of: number | null, from: Day) =>
    say('next_dose', `Dose ${doseWords(number, of)} à partir du ${formatDay(from)}.`),
  longestInterval: (until: Day) => say('longest_interval', `Conseillée au plus tard le ${formatDay(until)}.`),
  lateSince: (from: Day) => say('late_since', `En retard depuis le ${formatDay(from)}.`),
  catchUp: () => say('catch_up', 'Rattrapage.'),
  mandatory: (from: Day, until: Day | null) =>
    say(
      'mandatory',
      `Obligatoire pour les naissances à partir du ${formatDay(from)}${until === null ? '' : `, jusqu’au ${formatDay(until)}`}.`,
    ),
  waiting: (event: string, day: Day, until: Day) =>
    say('waiting', `Délai après ${event} (${formatDay(day)})${NBSP}: attendre le ${formatDay(until)}.`),
  liveVaccine: (condition: string) => say('doctor_decides', `${condition}${NBSP}: le médecin décide.`),
  boosterDue: (from: Day) => say('booster_age', `Rappel à partir du ${formatDay(from)}.`),
  dosesMissing: (given: number, of: number) => say('doses_missing', `${given} sur ${periodWords(of, 'dose')}.`),
  seasonUnknown: (season: SeasonKey, year: string) =>
    say('season_unknown', `Dates de la campagne à saisir${NBSP}: ${SEASONS[season]}, ${year}.`),
  seasonClosed: (season: SeasonKey, from: Day, to: Day) =>
    say('season_closed', `Hors de la campagne ${SEASONS[season]}, du ${formatDay(from)} au ${formatDay(to)}.`),
  seasonOpen: (season: SeasonKey, from: Day, to: Day) =>
    say('season_open', `Campagne ${SEASONS[season]} du ${formatDay(from)} au ${formatDay(to)}.`),
  tooRecent: (day: Day, until: Day) =>
    say('too_recent', `Dernière dose ou infection le ${formatDay(day)}${NBSP}: attendre le ${formatDay(until)}.`),
  afterSeason: (to: Day) => say('after_season', `Ce jour suit la fin de la campagne, le ${formatDay(to)}.`),
  offered: () => say('offered', 'Peut être proposé.'),
  review: () => say('review', 'Question pour le médecin.'),
  notInForce: () => say('not_in_force', 'Base légale pas encore applicable, aucun décret trouvé.'),
  recentEnough: (day: Day, until: Day) =>
    say('recent_enough', `Dose du ${formatDay(day)}, suffisante jusqu’au ${formatDay(until)}.`),
  lastDoseOld: (day: Day | null) =>
    say('last_dose_old', day === null ? 'Aucune dose notée.' : `Dernière dose le ${formatDay(day)}.`),
  notPregnant: () => say('not_pregnant', 'Aucune grossesse notée.'),
  termBefore: (from: Day) => say('term_before', `Terme atteint le ${formatDay(from)}.`),
  termBeyond: (to: Day) => say('term_beyond', `Terme dépassé le ${formatDay(to)}.`),
  term: (weeks: number) => say('term', `Grossesse de ${periodWords(weeks, 'sa')} révolues.`),
  earlierPregnancy: (day: Day) =>
    say(
      'earlier_pregnancy',
      `Dose du ${formatDay(day)}, avant cette grossesse${NBSP}: anticorps pour le nouveau-né, le médecin décide.`,
    ),
  earlierThisSeason: (day: Day) =>
    say(
      'earlier_this_season',
      `Dose du ${formatDay(day)}, cette saison mais avant la grossesse${NBSP}: le médecin décide.`,
    ),
} as const;
