import { parameter, type Citations, type Confidence, type Editable, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

function duration(
  id: string,
  label: string,
  unit: 'ans' | 'mois',
  value: number | null,
  confidence: Confidence,
  sources: Citations,
  editable?: Editable,
): Parameter<number> {
  return parameter<number>({
    id: `retention.${id}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [{ from: null, value, sources, confidence }],
    ...(editable === undefined ? {} : { editable }),
  });
}

const between = (min: number, max: number): Editable => ({ kind: 'number', min, max });

/** The medical file. */
export const FILE = {
  active: duration(
    'file.active',
    'Dossier en base active, après la dernière intervention',
    'ans',
    5,
    'multiple_secondary',
    cite('P4'),
  ),
  archive: duration(
    'file.archive',
    'Archive intermédiaire, sur un support séparé',
    'ans',
    15,
    'multiple_secondary',
    cite('P4'),
  ),
  total: duration(
    'file.total',
    'Conservation du dossier après la dernière venue',
    'ans',
    20,
    'multiple_secondary',
    cite('P9'),
  ),
  minorUntil: duration(
    'file.minor_until',
    'Dossier d’un mineur gardé jusqu’à l’âge de',
    'ans',
    28,
    'unverified',
    cite('UNREAD'),
  ),
  afterDeath: duration(
    'file.after_death',
    'Conservation du dossier après un décès',
    'ans',
    10,
    'unverified',
    cite('UNREAD'),
  ),
} as const;

export const DMP_HANDLING = duration(
  'dmp_handling',
  'Gestion du DMP, après la clôture du dossier',
  'ans',
  10,
  'multiple_secondary',
  cite('P4'),
);

/** The tables of the CNIL were not read: the practice may change these. */
export const APPOINTMENT = duration(
  'appointment',
  'Rendez-vous gardés en clair',
  'ans',
  3,
  'unverified',
  cite('UNREAD'),
  between(1, 20),
);

export const CLAIM_COPY = duration(
  'claim_copy',
  'Double d’une feuille de soins électronique',
  'mois',
  3,
  'unverified',
  cite('UNREAD'),
);

export const ACCOUNTING = duration('accounting', 'Pièces comptables', 'ans', 10, 'unverified', cite('UNREAD'));

export const STAFF = {
  file: duration(
    'staff.file',
    'Dossier d’un salarié, après son départ',
    'ans',
    5,
    'unverified',
    cite('UNREAD'),
    between(1, 20),
  ),
  timeShort: duration(
    'staff.time_short',
    'Temps de travail, durée la plus courte citée',
    'ans',
    1,
    'unverified',
    cite('UNREAD'),
  ),
  timeLong: duration(
    'staff.time_long',
    'Temps de travail, durée la plus longue citée',
    'ans',
    3,
    'unverified',
    cite('UNREAD'),
    between(1, 20),
  ),
  aidEvidence: duration(
    'staff.aid_evidence',
    'Justificatifs de l’aide, durée demandée par la caisse',
    'ans',
    null,
    'unknown',
    cite('UNREAD'),
    between(1, 30),
  ),
} as const;

/** The log of who did what. */
export const AUDIT = {
  kept: duration(
    'audit.kept',
    'Journal des accès',
    'mois',
    36,
    'design_choice',
    cite('PROJECT', 'P12', 'P13', 'P14'),
    between(6, 36),
  ),
  shortest: duration(
    'audit.shortest',
    'Journal, durée la plus courte conseillée',
    'mois',
    6,
    'multiple_secondary',
    cite('P12', 'P13', 'P14'),
  ),
  usual: duration(
    'audit.usual',
    'Journal, durée conseillée sans justification',
    'mois',
    12,
    'multiple_secondary',
    cite('P12', 'P13', 'P14'),
  ),
  longest: duration(
    'audit.longest',
    'Journal, durée la plus longue justifiée par le contrôle interne',
    'mois',
    36,
    'multiple_secondary',
    cite('P12', 'P13', 'P14'),
  ),
} as const;

export const REMINDER = duration('reminder', 'Rappels envoyés', 'ans', 1, 'unverified', cite('UNREAD'));
