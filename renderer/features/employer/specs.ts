import {
  ABSENCE_KINDS,
  ASSISTANT_PROFILES,
  CDD_GROUNDS,
  EMPLOYER_KINDS,
  END_REASONS,
  REMOTE_TASKS,
  WORK_CONTRACT_KINDS,
} from '#shared/domain/employer.ts';
import { ADAPTED_SITUATIONS, COORDINATED_PRACTICES, SECTORS, SPECIALITIES, ZONES } from '#shared/rules/aid/index.ts';
import type { FactSpec, Texts } from './typed-facts.ts';

const is =
  (name: string, ...values: string[]) =>
  (typed: Texts) =>
    values.includes(typed[name] ?? '');

export const assistantSpecs = (accounts: Readonly<Record<string, string>>): FactSpec[] => [
  { name: 'givenName', label: 'Prénom', kind: 'text' },
  { name: 'familyName', label: 'Nom', kind: 'text' },
  {
    name: 'profile',
    label: 'Profil à l’embauche',
    kind: 'code',
    labels: ASSISTANT_PROFILES,
    hint: 'Il commande la formation exigée.',
  },
  {
    name: 'formerSecretary',
    label: 'Ancien poste de secrétaire au cabinet',
    kind: 'yesno',
    optional: true,
    hint: 'Ce poste doit alors être repris par une autre personne.',
  },
  {
    name: 'secretaryReplacedOn',
    label: 'Poste de secrétaire repris le',
    kind: 'day',
    optional: true,
    shown: is('formerSecretary', 'oui'),
  },
  {
    name: 'accountId',
    label: 'Compte de la personne',
    kind: 'code',
    optional: true,
    labels: accounts,
    hint: 'Elle lira son contrat, ses absences, sa formation et ses pièces, et rien d’une autre personne.',
  },
];

const post: readonly FactSpec[] = [
  { name: 'newPost', label: 'Poste nouveau', kind: 'yesno', optional: true, hint: 'Il n’existait pas avant.' },
  { name: 'replacesOther', label: 'Remplace une autre profession de santé', kind: 'yesno', optional: true },
  { name: 'remoteShare', label: 'Part à distance', kind: 'percent', optional: true },
  {
    name: 'remoteTasks',
    label: 'Tâches faites à distance',
    kind: 'code',
    labels: REMOTE_TASKS,
    optional: true,
    shown: (typed) => Number(typed['remoteShare'] ?? '') > 0,
  },
  { name: 'homeOnly', label: 'Seulement au domicile des patients', kind: 'yesno', optional: true },
  { name: 'mileage', label: 'Indemnités kilométriques', kind: 'yesno', optional: true },
];

const engagement: readonly FactSpec[] = [
  { name: 'employerKind', label: 'Employeur', kind: 'code', labels: EMPLOYER_KINDS },
  { name: 'employerName', label: 'Nom de l’employeur', kind: 'text', optional: true },
  { name: 'contractKind', label: 'Nature', kind: 'code', labels: WORK_CONTRACT_KINDS, choice: true },
  {
    name: 'cddGround',
    label: 'Motif du CDD',
    kind: 'code',
    labels: CDD_GROUNDS,
    optional: true,
    shown: is('contractKind', 'CDD'),
  },
  {
    name: 'renewals',
    label: 'Renouvellements',
    kind: 'count',
    unit: 'fois',
    optional: true,
    shown: is('contractKind', 'CDD'),
  },
  { name: 'startDay', label: 'Premier jour', kind: 'day' },
];

/** How the post is held when somebody leaves: two fields for one fact. */
const nextHire: readonly FactSpec[] = [
  {
    name: 'nextHireSaid',
    label: 'Reprise du poste',
    kind: 'code',
    choice: true,
    optional: true,
    labels: { HIRED: 'Nouvelle embauche', NONE: 'Poste non repris' },
  },
  { name: 'nextHireDay', label: 'Embauche le', kind: 'day', shown: is('nextHireSaid', 'HIRED') },
];
const end: readonly FactSpec[] = [
  { name: 'endDay', label: 'Dernier jour', kind: 'day' },
  { name: 'endReason', label: 'Motif de la fin', kind: 'code', labels: END_REASONS },
];

export const newEmploymentSpecs: readonly FactSpec[] = [
  ...engagement,
  { name: 'weeklyMinutes', label: 'Durée du travail', kind: 'hours' },
  { name: 'endDay', label: 'Dernier jour', kind: 'day', optional: true, shown: is('contractKind', 'CDD') },
  ...post,
];
export const employmentSpecs = (ended: boolean): readonly FactSpec[] => [
  ...engagement,
  ...(ended ? end.map((spec) => ({ ...spec, optional: true })) : []),
  ...(ended ? nextHire : []),
  ...post,
];
export const endSpecs: readonly FactSpec[] = [...end, ...nextHire];

export const workTimeSpecs: readonly FactSpec[] = [
  { name: 'fromDay', label: 'À partir du', kind: 'day' },
  { name: 'weeklyMinutes', label: 'Durée du travail', kind: 'hours' },
];

export const absenceSpecs: readonly FactSpec[] = [
  { name: 'kind', label: 'Motif', kind: 'code', labels: ABSENCE_KINDS },
  { name: 'fromDay', label: 'Premier jour', kind: 'day' },
  { name: 'toDay', label: 'Dernier jour', kind: 'day', optional: true, hint: 'Vide tant qu’il n’est pas connu.' },
  { name: 'replaced', label: 'Remplacement pendant l’absence', kind: 'yesno', optional: true },
  { name: 'note', label: 'Note', kind: 'area', optional: true },
];

export const profileSpecs: readonly FactSpec[] = [
  { name: 'fromDay', label: 'À partir du', kind: 'day' },
  { name: 'sector', label: 'Secteur', kind: 'code', labels: SECTORS, optional: true },
  { name: 'speciality', label: 'Spécialité', kind: 'code', labels: SPECIALITIES, optional: true },
  {
    name: 'mep',
    label: 'Exercice particulier (MEP)',
    kind: 'yesno',
    optional: true,
    shown: is('speciality', 'MEDECINE_GENERALE'),
  },
  {
    name: 'specialityListed',
    label: 'Spécialité inscrite sur la liste de l’avenant 7',
    kind: 'yesno',
    optional: true,
    hint: 'Seulement pour un contrat signé avant mai 2023.',
    shown: (typed) => !['', 'MEDECINE_GENERALE'].includes(typed['speciality'] ?? ''),
  },
  { name: 'zone', label: 'Zone', kind: 'code', labels: ZONES, optional: true },
  { name: 'installedOn', label: 'Installation le', kind: 'day', optional: true },
  {
    name: 'newlyInstalled',
    label: 'Nouvellement installé pour la CPAM',
    kind: 'yesno',
    optional: true,
    hint: 'Aucune durée n’est écrite dans les textes lus.',
  },
  {
    name: 'adaptedSituation',
    label: 'Situation particulière',
    kind: 'code',
    labels: ADAPTED_SITUATIONS,
    optional: true,
  },
  { name: 'doctorsInPractice', label: 'Médecins du cabinet', kind: 'count', unit: 'médecins', optional: true },
  {
    name: 'coordinatedPractice',
    label: 'Exercice coordonné',
    kind: 'code',
    labels: COORDINATED_PRACTICES,
    optional: true,
  },
  {
    name: 'joinBy',
    label: 'Exercice coordonné rejoint avant le',
    kind: 'day',
    optional: true,
    shown: is('coordinatedPractice', 'COMMITTED'),
  },
  { name: 'childrenShare', label: 'Patients de moins de 16 ans', kind: 'share', optional: true },
  { name: 'technicalShare', label: 'Actes techniques dans les honoraires', kind: 'share', optional: true },
];
