import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { COLUMN_LABELS, isPathStage, STAGE_LABELS, type Stage } from '#shared/domain/stage.ts';
import { patientChoices, type PatientField } from '#shared/domain/patient.ts';
import { ageLabel, formatDay, isDay } from '#shared/kernel/day.ts';
import { formatDuration, formatNir, formatPhone, formatTime, NBSP } from '#shared/kernel/format.ts';
import { foldKey } from '#shared/kernel/text.ts';
import { practiceNow } from '../../ui/instants.ts';

export type NamedFile = Pick<PatientLine, 'birthName' | 'firstGivenName' | 'usedName' | 'usedGivenName'>;

/** JEANNE-MARIE becomes Jeanne-Marie; a name typed with its accents keeps them. */
export function titleCase(name: string): string {
  if (name !== name.toLocaleUpperCase('fr')) return name;
  return name
    .toLocaleLowerCase('fr')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'));
}

/** Name in use, in capitals: it is how the person is called. */
export const lastNameOf = (person: NamedFile) => (person.usedName ?? person.birthName).toLocaleUpperCase('fr');
export const firstNameOf = (person: NamedFile) => titleCase(person.usedGivenName ?? person.firstGivenName);
export const nameOf = (person: NamedFile) => `${lastNameOf(person)} ${firstNameOf(person)}`;
export const initialsOf = (person: NamedFile) => `${lastNameOf(person)[0] ?? ''}${firstNameOf(person)[0] ?? ''}`;

/** « née le 12/04/1959 », or what is known of it: « née en 06/1999 ». */
export function bornWords(person: Pick<PatientLine, 'sex' | 'birthDay' | 'birthPrecision'>): string {
  const born = person.sex === 'F' ? 'née' : 'né';
  if (person.birthPrecision === 'year') return `${born} en ${person.birthDay.slice(0, 4)}`;
  if (person.birthPrecision === 'month')
    return `${born} en ${person.birthDay.slice(5, 7)}/${person.birthDay.slice(0, 4)}`;
  return `${born} le ${formatDay(person.birthDay)}${person.birthPrecision === 'lunar' ? ' (date à vérifier)' : ''}`;
}

/** « Salle d’attente, 33 min », « prévu à 10:15 »; empty when nothing today. */
export function whereNow(line: Pick<PatientLine, 'today'>, now: number = practiceNow()): string {
  if (line.today === null) return '';
  const stage = line.today.stage as Stage;
  if (stage === 'expected')
    return line.today.startMinute === null ? STAGE_LABELS.expected : `prévu à ${formatTime(line.today.startMinute)}`;
  if (!isPathStage(stage) || stage === 'left') return STAGE_LABELS[stage];
  const minutes = Math.max(0, Math.floor((now - Date.parse(line.today.stageAt)) / 60_000));
  return `${COLUMN_LABELS[stage]}, ${formatDuration(minutes)}`;
}

/** « née MARTIN », when the person is called by another name: the search finds both. */
export function birthNameWords(person: Pick<PatientLine, 'sex' | 'birthName' | 'usedName'>): string {
  if (person.usedName === null || foldKey(person.usedName) === foldKey(person.birthName)) return '';
  return `${person.sex === 'F' ? 'née' : 'né'} ${person.birthName.toLocaleUpperCase('fr')}`;
}

/** Everything that tells two people of the same name apart, on one line. */
export function detailOf(line: PatientLine, practice: PracticeView | undefined, today: string): string {
  const doctorId = line.today?.doctorId ?? line.doctorId;
  const doctor = practice?.doctors.find((one) => one.id === doctorId)?.displayName;
  return [birthNameWords(line), bornWords(line), ageLabel(line.birthDay, today), line.sex, doctor, whereNow(line)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** The stages from which a visit can still be prepared. */
export const canBePrepared = (line: Pick<PatientLine, 'today'>) =>
  line.today !== null && ['expected', 'waiting', 'preparation', 'ready'].includes(line.today.stage);

const dayFields: readonly PatientField[] = ['birthDay', 'gpDeclaredOn', 'aldUntil', 'dmpConsentOn'];
const phoneFields: readonly PatientField[] = [
  'phoneMobile',
  'phoneOther',
  'trustedPersonPhone',
  'emergencyContactPhone',
];

/** A kept value as a form shows it: `1999-06-14` → `14/06/1999`. Chosen values keep their code. */
export function typedOf(field: PatientField, fact: string | null): string {
  if (fact === null) return '';
  if (dayFields.includes(field)) return isDay(fact) ? formatDay(fact) : fact;
  // Plain spaces, as the field itself groups them.
  if (phoneFields.includes(field)) return formatPhone(fact).replaceAll(NBSP, ' ');
  return fact;
}

/** A kept value as a person reads it; « non renseigné » is not « aucun ». */
export function readOf(field: PatientField, fact: string | null): string {
  if (fact === null || fact === '') return 'non renseigné';
  if (field === 'insuredNir') return formatNir(fact);
  if (phoneFields.includes(field)) return formatPhone(fact);
  const choices: Readonly<Record<string, string>> | undefined = (
    patientChoices as Partial<Record<PatientField, Record<string, string>>>
  )[field];
  return choices?.[fact] ?? typedOf(field, fact);
}

export const dossier = (number: number, word = 'dossier') =>
  `${word} ${String(number).replace(/\B(?=(\d{3})+$)/gu, NBSP)}`;

/** The names the design system gives to the statuses. */
export const identityStatusOf = { PROV: 'provisoire', RECUP: 'recuperee', VALI: 'validee', QUAL: 'qualifiee' } as const;
