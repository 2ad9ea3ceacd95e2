import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';
import type { Programme } from './types.ts';

export const PROGRAMME_WORDS: Readonly<Record<Programme, { readonly label: string; readonly test: string }>> = {
  SEIN: { label: 'Dépistage organisé du cancer du sein', test: 'Mammographie de dépistage' },
  COLORECTAL: { label: 'Dépistage organisé du cancer colorectal', test: 'Test immunologique de selles, à domicile' },
  COL_CYTO: { label: 'Dépistage organisé du cancer du col de l’utérus, 25-29 ans', test: 'Examen cytologique' },
  COL_HPV: { label: 'Dépistage organisé du cancer du col de l’utérus, 30-65 ans', test: 'Test HPV' },
  NEONATAL: { label: 'Dépistage néonatal (buvard)', test: 'Prélèvement au talon, en maternité' },
  CHILD_EXAMS: { label: 'Vingt examens de santé obligatoires de l’enfant', test: 'Examen obligatoire' },
  MBP: { label: 'Mon bilan prévention', test: 'Rendez-vous de prévention' },
  HTA_OPP: { label: 'Repérage par la mesure de la tension', test: 'Mesure de la tension' },
  DIAB_OPP: { label: 'Repérage du diabète de type 2', test: 'Questionnaire de risque (FINDRISC), non fourni' },
};

const reason = (code: string, words: string): Reason => ({ code, words });
const years = (value: number): string => `${value}${NBSP}ans`;
const inMonths = (value: number): string => `${value}${NBSP}mois`;

/** Every reason of the rule set, one place. */
export const REASONS = {
  bornAfter: reason('BORN_AFTER', 'Date de naissance postérieure au jour de la question.'),
  ageUnder: (from: number, day: Day): Reason =>
    reason('AGE_UNDER', `À partir de ${years(from)}, soit le ${formatDay(day)}.`),
  ageOver: (to: number): Reason => reason('AGE_OVER', `Jusqu’à la veille des ${years(to)}.`),
  sex: reason('SEX', 'Non concerné d’après le sexe administratif.'),
  bySex: reason('BY_SEX', 'Retenu d’après le sexe administratif, à confirmer avec la personne.'),
  anatomyNo: reason('ANATOMY_NO', 'Organe absent, noté au dossier.'),
  anatomyAsk: reason('ANATOMY_ASK', `Organe concerné non connu${NBSP}: à demander, jamais déduit de l’état civil.`),
  excludedByDoctor: (why: string, until: Day | undefined): Reason =>
    reason(
      'EXCLUDED_BY_DOCTOR',
      `Exclu par le médecin${until === undefined ? '' : ` jusqu’au ${formatDay(until)} inclus`}${NBSP}: ${why}`,
    ),
  exclusion: (code: string, label: string): Reason => reason(code, `${label}${NBSP}: oui.`),
  immuno: (label: string, rhythm: number | null): Reason =>
    reason(
      'IMMUNO',
      rhythm === null
        ? `${label}${NBSP}: rythme fixé par le médecin.`
        : `${label}${NBSP}: rythme de ${inMonths(rhythm)} évoqué, fixé par le médecin.`,
    ),
  toAsk: (label: string): Reason => reason('TO_ASK', `${label}${NBSP}: réponse inconnue, à demander.`),
  positive: (day: Day): Reason =>
    reason('POSITIVE', `Test positif du ${formatDay(day)}${NBSP}: suivi par le médecin, non terminé au dossier.`),
  afterPositive: (day: Day): Reason =>
    reason(
      'AFTER_POSITIVE',
      `Suivi du test positif du ${formatDay(day)} terminé${NBSP}: le médecin fixe le prochain test.`,
    ),
  noneRecorded: (since: Day): Reason => reason('NONE_RECORDED', `Aucun test noté, dû depuis le ${formatDay(since)}.`),
  elapsed: (last: Day, months: number, due: Day): Reason =>
    reason('INTERVAL_ELAPSED', `Dernier test le ${formatDay(last)}, ${inMonths(months)} écoulés le ${formatDay(due)}.`),
  running: (last: Day, months: number, due: Day): Reason =>
    reason(
      'INTERVAL_RUNNING',
      `Dernier test le ${formatDay(last)}, suivant ${inMonths(months)} après, le ${formatDay(due)}.`,
    ),
  yearlyFrom: (from: number, day: Day): Reason =>
    reason('YEARLY_FROM', `Mesure annuelle à partir de ${years(from)}, le ${formatDay(day)}.`),
  lastOfProgramme: (to: number): Reason =>
    reason('LAST_OF_PROGRAMME', `Le test suivant tomberait après ${years(to)}${NBSP}: plus d’échéance.`),
  resultMissing: (day: Day): Reason => reason('RESULT_MISSING', `Résultat du ${formatDay(day)} non noté.`),
  recentOther: (last: Day, due: Day): Reason =>
    reason('RECENT', `Mammographie hors programme le ${formatDay(last)}${NBSP}: attendre le ${formatDay(due)}.`),
  recentTest: reason('RECENT_TEST', 'Test récent déclaré, date à noter.'),
  colonoscopy: (last: Day, due: Day): Reason =>
    reason('COLONOSCOPY', `Coloscopie le ${formatDay(last)}${NBSP}: le médecin décide avant le ${formatDay(due)}.`),
  turning30: (day: Day): Reason =>
    reason('TURNING_30', `À 30${NBSP}ans, le test HPV prend la place de la cytologie, le ${formatDay(day)}.`),
  hpvEarly: (day: Day): Reason =>
    reason('HPV_BEFORE_30', `Test HPV le ${formatDay(day)}, avant l’âge prévu${NBSP}: le médecin fixe la suite.`),
  unknownFigure: (label: string): Reason =>
    reason('UNKNOWN_FIGURE', `${label}${NBSP}: figure inconnue, saisir celle du cabinet.`),
  tooYoung: (day: Day): Reason => reason('TOO_YOUNG', `Prélèvement à partir du ${formatDay(day)}.`),
  neonatalDone: (diseases: number | null): Reason =>
    reason('DONE', diseases === null ? 'Fait.' : `Fait, ${diseases}${NBSP}maladies recherchées ce jour-là.`),
  neonatalNo: reason('NOT_DONE', `Noté non fait${NBSP}: le médecin décide.`),
  neonatalAsk: reason('TO_ASK', `À noter${NBSP}: fait en maternité${NBSP}?`),
  neonatalOver: reason('AGE_OVER', 'N’est plus demandé à cet âge.'),
  calendarUnknown: reason('CALENDAR_UNKNOWN', 'Calendrier antérieur au 01/01/2025 non lu.'),
  examDue: (label: string, until: Day): Reason =>
    reason('EXAM_DUE', `Examen «${NBSP}${label}${NBSP}» à faire avant le ${formatDay(until)}.`),
  examNext: (label: string, from: Day): Reason =>
    reason('EXAM_NEXT', `Prochain examen «${NBSP}${label}${NBSP}» à partir du ${formatDay(from)}.`),
  examLast: reason('EXAM_LAST', 'Dernier examen du calendrier noté.'),
  examsOver: reason('AGE_OVER', 'Après le dernier examen du calendrier.'),
  examsNotRecorded: (labels: readonly string[]): Reason =>
    reason('EXAMS_NOT_RECORDED', `Passés sans être notés${NBSP}: ${labels.join(', ')}.`),
  rangeOpen: (from: number, to: number): Reason => reason('RANGE_OPEN', `Proposé de ${from} à ${years(to)}, une fois.`),
  rangeDone: (day: Day): Reason => reason('DONE', `Fait le ${formatDay(day)} dans cette tranche d’âge.`),
  rangeRefused: (day: Day): Reason => reason('REFUSED', `Refusé le ${formatDay(day)} dans cette tranche d’âge.`),
  rangeNext: (from: number, day: Day): Reason =>
    reason('RANGE_NEXT', `Prochaine tranche à ${years(from)}, le ${formatDay(day)}.`),
  rangesOver: reason('AGE_OVER', 'Après la dernière tranche d’âge.'),
  pressure: (systolic: number, diastolic: number, limit: string): Reason =>
    reason('PRESSURE', `${systolic}/${diastolic}, au seuil ${limit} ou au-dessus${NBSP}: à montrer au médecin.`),
} as const;
