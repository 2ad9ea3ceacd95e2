import type { Parameter } from '../kernel/index.ts';
import { age, dated, exclusion, fact, months, type Origin } from './figures.ts';
import type { Programme } from './types.ts';

const AMELI_BREAST: Origin = ['official', 'D1', 'D2', 'D19'];
const COLORECTAL: Origin = ['official', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D15'];
const CERVIX: Origin = ['official', 'D9', 'D10', 'D11'];
const HPV: Origin = ['official', 'D9', 'D10', 'D11', 'D12', 'D13'];
const SEVERAL_BREAST: Origin = ['multiple_secondary', 'D1', 'D2', 'D19', 'PROJECT'];
const SEVERAL_COLORECTAL: Origin = ['multiple_secondary', 'D3', 'D5', 'D6', 'PROJECT'];
const GENERAL: Origin = ['unverified', 'D18', 'PROJECT'];

const AGE_FROM = 'Premier âge concerné';
const AGE_TO = 'Âge de fin, exclu';

export const SEIN = {
  ageFrom: age('SEIN', 'age_from', AGE_FROM, 50, AMELI_BREAST),
  ageTo: age('SEIN', 'age_to', AGE_TO, 75, AMELI_BREAST),
  interval: months('SEIN', 'interval_months', 'Durée entre deux mammographies de dépistage', 24, AMELI_BREAST),
  recent: months('SEIN', 'recent_months', 'Attente après une mammographie hors programme', 12, [
    'single_source',
    'D1',
    'D2',
    'D19',
  ]),
  HIGH_RISK: exclusion('SEIN', 'HIGH_RISK', 'Risque particulier de cancer du sein', 'doctor_review', SEVERAL_BREAST),
  SYMPTOM: exclusion('SEIN', 'SYMPTOM', 'Signe ou grosseur au sein', 'doctor_review', [
    'official',
    'D1',
    'D2',
    'D19',
    'PROJECT',
  ]),
  irradiationAge: fact('SEIN', 'irradiation_age', 'Irradiation du thorax avant cet âge', 'ans', 30, SEVERAL_BREAST),
  invitedSince: fact('SEIN', 'invited_since', 'Invitations par l’Assurance Maladie depuis le', 'jour', '2024-01-01', [
    'official',
    'D1',
    'D2',
  ]),
  reminders: fact('SEIN', 'reminder_months', 'Relances de l’Assurance Maladie, après', 'mois', [6, 12], AMELI_BREAST),
  covered: fact('SEIN', 'covered_percent', 'Prise en charge', '%', 100, AMELI_BREAST),
} as const;

const sorted = (code: string, label: string, from: Origin): Parameter<string> =>
  exclusion('COLORECTAL', code, label, 'doctor_review', from);

export const COLO = {
  ageFrom: age('COLORECTAL', 'age_from', AGE_FROM, 50, COLORECTAL),
  ageTo: age('COLORECTAL', 'age_to', AGE_TO, 75, COLORECTAL),
  interval: months('COLORECTAL', 'interval_months', 'Durée entre deux tests', 24, COLORECTAL),
  SYMPTOM: sorted('SYMPTOM', 'Sang dans les selles, douleurs, amaigrissement', SEVERAL_COLORECTAL),
  PERSONAL: sorted('PERSONAL', 'Antécédent personnel', SEVERAL_COLORECTAL),
  FAMILY: sorted('FAMILY', 'Antécédent familial', SEVERAL_COLORECTAL),
  COLONOSCOPY: sorted('COLONOSCOPY', 'Coloscopie récente', GENERAL),
  colonoscopyMonths: months('COLORECTAL', 'colonoscopy_months', 'Attente après une coloscopie', 60, GENERAL),
  newKitFrom: fact('COLORECTAL', 'new_kit_from', 'Kits du nouveau marché depuis le', 'jour', '2026-03-15', [
    'single_source',
    'D4',
  ]),
  formerKitUntil: fact(
    'COLORECTAL',
    'former_kit_until',
    'Dernier jour des kits de l’ancien marché',
    'jour',
    '2026-09-15',
    ['single_source', 'D4'],
  ),
  reminderDays: dated<number>(
    'COLORECTAL',
    'result_reminder_days',
    'Kit remis sans résultat, relance après',
    'jours',
    [[null, 60, ['unverified', 'C1', 'PROJECT']]],
    { kind: 'number', min: 1, max: 730 },
  ),
  positiveShare: fact('COLORECTAL', 'positive_percent', 'Part des tests positifs, environ', '%', 4, COLORECTAL),
  covered: fact('COLORECTAL', 'covered_percent', 'Prise en charge', '%', 100, COLORECTAL),
} as const;

/** The same four questions for both programmes of the cervix. */
function cervixExclusions(
  programme: Programme,
): Readonly<Record<'HYSTERECTOMY' | 'FOLLOW_UP' | 'IMMUNO' | 'NEVER_SEX', Parameter<string>>> {
  return {
    HYSTERECTOMY: exclusion(programme, 'HYSTERECTOMY', 'Ablation totale de l’utérus', 'excluded', GENERAL),
    FOLLOW_UP: exclusion(programme, 'FOLLOW_UP', 'Suivi d’une anomalie en cours', 'doctor_review', GENERAL),
    IMMUNO: exclusion(programme, 'IMMUNO', 'Immunodépression, VIH, exposition au distilbène', 'doctor_review', GENERAL),
    NEVER_SEX: exclusion(programme, 'NEVER_SEX', 'Pas de vie sexuelle à ce jour', 'doctor_review', GENERAL),
  };
}
const YEARLY = 'Rythme annuel évoqué avec une immunodépression';

export const CYTO = {
  ageFrom: age('COL_CYTO', 'age_from', AGE_FROM, 25, CERVIX),
  ageTo: age('COL_CYTO', 'age_to', AGE_TO, 30, CERVIX),
  afterOne: months('COL_CYTO', 'after_1_months', 'Après un seul examen sans anomalie', 12, CERVIX),
  afterTwo: months('COL_CYTO', 'after_2_months', 'Après deux examens sans anomalie', 36, CERVIX),
  afterThree: months('COL_CYTO', 'after_3_months', 'Après trois examens sans anomalie ou plus', 36, CERVIX),
  immunoMonths: months('COL_CYTO', 'immuno_months', YEARLY, 12, ['design_choice', 'PROJECT']),
  ...cervixExclusions('COL_CYTO'),
} as const;

export const HPV_TEST = {
  ageFrom: age('COL_HPV', 'age_from', AGE_FROM, 30, HPV),
  ageTo: age('COL_HPV', 'age_to', AGE_TO, 66, HPV),
  interval: months('COL_HPV', 'interval_months', 'Durée entre deux tests HPV négatifs', 60, HPV),
  afterCytology: months('COL_HPV', 'after_cytology_months', 'Premier test HPV après la dernière cytologie', 36, HPV),
  afterOneCytology: months(
    'COL_HPV',
    'after_single_cytology_months',
    'Premier test HPV après une cytologie unique',
    12,
    CERVIX,
  ),
  immunoMonths: months('COL_HPV', 'immuno_months', YEARLY, 12, ['design_choice', 'PROJECT']),
  invitedSince: fact('COL_HPV', 'invited_since', 'Invitations par l’Assurance Maladie depuis', 'mois', '2024-01', HPV),
  controlMonths: fact('COL_HPV', 'control_months', 'Contrôle évoqué après un test positif', 'mois', 12, HPV),
  selfSamplingAge: fact('COL_HPV', 'self_sampling_age', 'Autoprélèvement recommandé à partir de', 'ans', 30, HPV),
  ...cervixExclusions('COL_HPV'),
} as const;
