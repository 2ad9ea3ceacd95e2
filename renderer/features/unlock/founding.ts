import { checkPassphrase } from '#shared/domain/passphrase.ts';
import { checkRpps } from '#shared/rules/identity/index.ts';
import type { Output } from '../../api/queries.ts';
import { leftToDo, nothingTyped, type TypedBack } from './recovery-key.tsx';

export interface DoctorLine {
  civility: 'Dr' | 'Pr';
  givenName: string;
  familyName: string;
  rpps: string;
}

/** What the wizard holds in memory until the cabinet is created. */
export interface Founding {
  practiceName: string;
  city: string;
  doctors: DoctorLine[];
  role: 'medecin' | 'gestionnaire' | null;
  doctorIndex: number | null;
  givenName: string;
  familyName: string;
  phrase: string;
  again: string;
  key: Output<'vault', 'drawRecoveryKey'> | null;
  typedBack: TypedBack;
}

export const emptyDoctor: DoctorLine = { civility: 'Dr', givenName: '', familyName: '', rpps: '' };

export const emptyFounding: Founding = {
  practiceName: '',
  city: '',
  doctors: [emptyDoctor],
  role: null,
  doctorIndex: null,
  givenName: '',
  familyName: '',
  phrase: '',
  again: '',
  key: null,
  typedBack: nothingTyped,
};

/** Error of a typed RPPS, or undefined. An empty one is accepted: it can be given later. */
export function rppsError(rpps: string): string | undefined {
  const { state, words } = checkRpps(rpps);
  return state === 'refused' ? words : undefined;
}

/** What is still missing at this step, in words. */
export function missingIn(founding: Founding, step: number): string[] {
  const missing: string[] = [];
  const ask = (present: boolean, word: string) => {
    if (!present) missing.push(word);
  };
  if (step === 0) ask(founding.practiceName.trim() !== '', 'nom du cabinet');
  if (step === 1) {
    ask(
      founding.doctors.every((doctor) => doctor.givenName.trim() !== '' && doctor.familyName.trim() !== ''),
      'nom et prénom de chaque médecin',
    );
    ask(
      founding.doctors.every((doctor) => rppsError(doctor.rpps) === undefined),
      'numéro RPPS à relire',
    );
  }
  if (step === 2) {
    ask(founding.role !== null, 'votre rôle');
    if (founding.role === 'medecin') ask(founding.doctorIndex !== null, 'lequel des médecins');
    if (founding.role === 'gestionnaire')
      ask(founding.givenName.trim() !== '' && founding.familyName.trim() !== '', 'vos nom et prénom');
    ask(checkPassphrase(founding.phrase, avoidedWords(founding)).ok, 'phrase de passe');
    ask(founding.phrase !== '' && founding.again === founding.phrase, 'confirmation');
  }
  if (step === 3 && founding.key !== null) missing.push(...leftToDo(founding.key, founding.typedBack));
  return missing;
}

/** Words a phrase must not rest on: one's names and the practice's. */
export function avoidedWords(founding: Founding): string[] {
  const self =
    founding.role === 'medecin' && founding.doctorIndex !== null ? founding.doctors[founding.doctorIndex] : founding;
  return [self?.givenName ?? '', self?.familyName ?? '', founding.practiceName].filter((word) => word !== '');
}
