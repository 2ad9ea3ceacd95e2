/** Codes that a value of the book may hold, in words. A test finds any code the book shows and this list lacks. */
export const CODE_WORDS: Readonly<Record<string, string>> = {
  'AV7-2019': 'avenant 7 (2019)',
  'RA-2023': 'règlement arbitral (2023)',
  'CONV-2024': 'convention de 2024',
  'CONV-2024-REVAL-LEGACY': 'convention de 2024, contrats antérieurs revalorisés',
  'CONV-2024-SECOND-AM': 'convention de 2024, second assistant',
  'COLL-2026': 'contrat collectif (2026)',
  SECTEUR_1: 'secteur 1',
  SECTEUR_2_OPTAM: 'secteur 2 OPTAM',
  SECTEUR_2_OPTAM_CO: 'secteur 2 OPTAM-CO',
  RADIOLOGIE: 'radiologie',
  RADIOTHERAPIE: 'radiothérapie',
  STOMATOLOGIE: 'stomatologie',
  ANESTHESIE: 'anesthésie',
  ANATOMO_CYTOPATHOLOGIE: 'anatomo-cytopathologie',
  MEDECINE_NUCLEAIRE: 'médecine nucléaire',
  CHIRURGIE: 'chirurgie',
  GYNECOLOGIE: 'gynécologie',
  '<': 'moins de',
  '<=': 'au plus',
  '>=': 'au moins',
  '>': 'plus de',
  PMT: 'médecin traitant',
  PMT_ADULT: 'médecin traitant (adultes)',
  PMT_ADULT_AND_CHILD: 'médecin traitant (adultes et enfants)',
  FILE_ACTIVE: 'file active',
  ETP_1_3: '1/3\u00A0ETP',
  ETP_1_2: '1/2\u00A0ETP',
  ETP_1: '1\u00A0ETP',
  ETP_1_5: '1,5\u00A0ETP',
  ETP_2: '2\u00A0ETP',
  PRORATA: 'prorata',
  FEB_28: '28 février',
  MARCH_1: '1er mars',
  MAR_1: '1er mars',
  ANNIVERSARY: 'date anniversaire',
  BEGUN: 'consultation commencée',
  DEI: 'diplôme d’État d’infirmier',
  DEAS: 'diplôme d’État d’aide-soignant',
  DEAP: 'diplôme d’État d’auxiliaire de puériculture',
  own: 'à vous',
  with_doctor: 'avec le médecin',
  never: 'jamais',
  from: 'du',
  to: 'au',
  percentile: 'centile à atteindre',
  withinYears: 'délai',
  maxMonths: 'installé depuis moins de',
  cumulative: 'les deux indicateurs',
};

/** Units of a key that is not in the unit of its row. */
export const KEY_UNITS: Readonly<Record<string, string>> = {
  withinYears: 'ans',
  maxMonths: 'mois',
  percentile: '',
};

const DUE_FROM: Readonly<Record<string, string>> = {
  HIRE: 'l’embauche',
  CONTRACT: 'le contrat',
  ANNIVERSARY: 'la date anniversaire',
};

/** When an instalment is due: « 15 jours après l’embauche », « à la date anniversaire », « date inconnue ». */
export function dueWords(due: unknown): string {
  if (typeof due !== 'object' || due === null || !('from' in due)) return 'à une date inconnue';
  const from = DUE_FROM[String(due.from)] ?? '';
  if ('days' in due) return `dans les ${String(due.days)} jours après ${from}`;
  if ('months' in due) return `dans le mois après ${from}`;
  return `à ${from}`;
}
