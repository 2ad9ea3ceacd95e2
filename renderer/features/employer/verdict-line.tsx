import type { ReactNode } from 'react';
import { Tag, Why, type Explained, type Tone } from '../../ui/index.ts';
import { IconDone, IconInfo, IconRefused, type Icon } from '../../ui/icons.ts';
import styles from './employer.module.css';

interface Look {
  tone: Tone;
  icon: Icon;
  words: string;
  /** Of several conditions together. */
  all: string;
}

const outcomes: Record<'met' | 'not_met' | 'undetermined', Look> = {
  met: { tone: 'ok', icon: IconDone, words: 'Rempli', all: 'Conditions remplies' },
  not_met: { tone: 'bad', icon: IconRefused, words: 'Non rempli', all: 'Conditions non remplies' },
  undetermined: { tone: 'warn', icon: IconInfo, words: 'Indéterminé', all: 'Indéterminé' },
};

/** Names of the inputs of the rules, as the forms call them. */
export const missingLabels: Readonly<Record<string, string>> = {
  sector: 'secteur',
  speciality: 'spécialité',
  specialityListed: 'liste de l’avenant 7',
  particularPractice: 'exercice particulier',
  newlyInstalled: 'installation récente',
  zone: 'zone',
  adaptedSituation: 'situation particulière',
  doctorsInPractice: 'nombre de médecins',
  coordinatedPractice: 'exercice coordonné',
  childrenShare: 'part des moins de 16 ans',
  technicalShare: 'part des actes techniques',
  pmt: 'patientèle médecin traitant (relevé)',
  fileActive: 'file active (relevé)',
  'thresholds.pmt': 'seuil de patientèle du contrat',
  'thresholds.fileActive': 'seuil de file active du contrat',
  remoteShare: 'part à distance',
  remoteTasks: 'tâches à distance',
  homeOnly: 'domicile seulement',
  mileageAllowances: 'indemnités kilométriques',
  replacesProfession: 'remplacement d’une autre profession',
  newPost: 'poste nouveau',
  formerSecretary: 'ancien poste de secrétaire',
  secretaryReplaced: 'reprise du poste de secrétaire',
  lawfulGround: 'motif du CDD',
  renewals: 'renouvellements',
  totalMonths: 'dernier jour du CDD',
  cpamAcceptsFixedTerm: 'accord de la CPAM pour un CDD',
  replaced: 'remplacement pendant l’absence',
  nextHireDay: 'reprise du poste',
  'aid.av8.month': 'mois de l’avenant 8',
};

export function OutcomeTag({ outcome, all = false }: { outcome: keyof typeof outcomes; all?: boolean }) {
  const look = outcomes[outcome];
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {all ? look.all : look.words}
    </Tag>
  );
}

interface VerdictLineProps {
  label: string;
  outcome: keyof typeof outcomes;
  answer: Explained;
}

/** One condition: what it is, whether it holds, the first reason, and « Pourquoi ? ». */
export function VerdictLine({ label, outcome, answer }: VerdictLineProps) {
  return (
    <ToldLine label={label} tag={<OutcomeTag outcome={outcome} />} answer={answer}>
      {answer.reasons[0]?.words}
    </ToldLine>
  );
}

interface ToldLineProps {
  label: string;
  tag: ReactNode;
  answer: Explained;
  children: ReactNode;
}

export function ToldLine({ label, tag, answer, children }: ToldLineProps) {
  return (
    <li className={styles['told']}>
      <div className={styles['toldHead']}>
        <b>{label}</b>
        {tag}
      </div>
      <p className={styles['toldWords']}>{children}</p>
      <Why answer={answer} missingLabels={missingLabels} />
    </li>
  );
}
