import { datedFigure, TEXT_DAYS } from './dated-figure.ts';

const { COLL } = TEXT_DAYS;

export const collectiveForms = datedFigure<readonly string[]>(
  'aid.collective.forms',
  'Sociétés qui peuvent signer un contrat collectif',
  'liste',
  [[COLL, ['SCP', 'SCM', 'SISA'], 'single_source', 'S36']],
);
export const collectiveExcludedForms = datedFigure<readonly string[]>(
  'aid.collective.excluded_forms',
  'Sociétés écartées du contrat collectif',
  'liste',
  [[COLL, ['SEL'], 'single_source', 'S36']],
);
export const collectiveSectors = datedFigure<readonly string[]>(
  'aid.collective.sectors',
  'Secteurs des médecins d’un contrat collectif',
  'liste',
  [[COLL, ['SECTEUR_1', 'SECTEUR_2_OPTAM'], 'single_source', 'S36']],
);
export const collectiveMeanPmt = datedFigure<number>(
  'aid.collective.mean_pmt',
  'Moyenne des patientèles médecin traitant du groupe, 30e centile',
  'patients',
  [[COLL, 775, 'single_source', 'S36']],
);
export const collectiveOperator = datedFigure<'>=' | '>'>(
  'aid.collective.mean_pmt_operator',
  'Comparaison de la moyenne du groupe au seuil',
  'comparaison',
  [[COLL, '>=', 'single_source', 'S36']],
  { kind: 'choice', choices: { '>=': 'égal ou supérieur', '>': 'strictement supérieur' } },
);
export const hostingDoctorBonus = datedFigure<number>(
  'aid.collective.bonus_hosting_doctor',
  'ETP en plus par médecin maître de stage qui accueille un docteur junior',
  'ETP',
  [['2026-11-01', 0.5, 'single_source', 'S36']],
);
export const trainingSiteBonus = datedFigure<number>(
  'aid.collective.bonus_training_site',
  'ETP en plus par médecin d’une structure agréée lieu de stage ambulatoire',
  'ETP',
  [['2026-11-01', 0.5, 'single_source', 'S36']],
);
export const companyExtractMonths = datedFigure<number>(
  'aid.collective.company_extract_months',
  'Âge de l’extrait du registre national des entreprises, moins de',
  'mois',
  [[COLL, 3, 'single_source', 'S36']],
);
export const collectiveWaitingYears = datedFigure<number>(
  'aid.collective.waiting_years',
  'Délai de carence après la fin d’un contrat collectif',
  'ans',
  [[COLL, 2, 'single_source', 'S36']],
);
export const belowStartMayTerminate = datedFigure<boolean>(
  'aid.collective.below_start_may_terminate',
  'Fin possible quand la patientèle passe sous son niveau de départ',
  'oui ou non',
  [[COLL, true, 'single_source', 'S36']],
);
export const belowThresholdTerminates = datedFigure<boolean>(
  'aid.collective.below_threshold_terminates',
  'Fin du seul fait de passer sous le 30e centile en cours de contrat',
  'oui ou non',
  [[COLL, false, 'single_source', 'S36']],
);
export const memberChanges = datedFigure<'ANNIVERSARY'>(
  'aid.collective.member_changes',
  'Entrée et sortie des médecins adhérents',
  'moment',
  [[COLL, 'ANNIVERSARY', 'single_source', 'S36']],
);
