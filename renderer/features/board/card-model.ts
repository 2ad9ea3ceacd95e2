import type { BoardVisit } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { excessWait, lateMinutes, waitedMinutes, waitLevel } from '#shared/domain/visit-order.ts';
import { STAGE_LABELS } from '#shared/domain/stage.ts';
import { ageLabel } from '#shared/kernel/day.ts';
import { formatDuration, formatTime } from '#shared/kernel/format.ts';
import {
  IconAlert,
  IconAld,
  IconClock,
  IconHomonym,
  IconIdentityDoubtful,
  IconIdentityToVerify,
  IconLate,
  IconNewPatient,
  IconReady,
  IconUrgent,
} from '../../ui/icons.ts';
import type { CardFlag, CardTiming, PatientCardProps } from '../../ui/index.ts';
import { settingsOf } from './board-order.ts';

export interface CardContext {
  practice: PracticeView;
  today: string;
  nowMinute: number;
  discreet: boolean;
  /** By room, the card says its stage. */
  withStage?: boolean;
}

export type CardModel = Pick<
  PatientCardProps,
  | 'time'
  | 'doctor'
  | 'timing'
  | 'lastName'
  | 'firstName'
  | 'sexAge'
  | 'reason'
  | 'flags'
  | 'alerts'
  | 'person'
  | 'room'
  | 'remaining'
  | 'progress'
  | 'urgent'
>;

/** Name in use first: it is how the person is called. */
export const lastNameOf = (visit: BoardVisit) => visit.patient.usedName ?? visit.patient.birthName;
export const firstNameOf = (visit: BoardVisit) =>
  titleCase(visit.patient.usedGivenName ?? visit.patient.firstGivenName);
export const nameOf = (visit: BoardVisit) => `${lastNameOf(visit).toLocaleUpperCase('fr')} ${firstNameOf(visit)}`;

/** JEANNE-MARIE becomes Jeanne-Marie; a name typed with its accents keeps them. */
export function titleCase(name: string): string {
  return name === name.toLocaleUpperCase('fr')
    ? name
        .toLocaleLowerCase('fr')
        .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'))
    : name;
}

export function doctorMark(practice: PracticeView, doctorId: string): PatientCardProps['doctor'] {
  const doctor = practice.doctors.find((one) => one.id === doctorId);
  const hue = (((doctor?.hue ?? 0) % 5) + 1) as 1 | 2 | 3 | 4 | 5;
  return { letters: doctor?.monogram ?? '??', hue, name: doctor?.displayName ?? 'Médecin retiré' };
}

/** What a card says, in words. Nothing here concludes: thresholds and waits are told as such. */
export function cardModel(visit: BoardVisit, context: CardContext): CardModel {
  const { practice, today, discreet } = context;
  const reason = practice.reasons.find((one) => one.id === visit.reasonId);
  const room = practice.rooms.find((one) => one.id === visit.roomId);
  const atStage = visit.stage;
  const motive = discreet ? '' : `${visit.walkIn ? 'sans rdv, ' : ''}${reason?.shortLabel ?? 'motif à préciser'}`;
  return {
    time: formatTime(visit.startMinute ?? visit.arrivedMinute ?? 0),
    doctor: doctorMark(practice, visit.doctorId),
    timing: timingOf(visit, context),
    lastName: discreet ? `${lastNameOf(visit)[0] ?? ''}.` : lastNameOf(visit).toLocaleUpperCase('fr'),
    firstName: discreet ? `${firstNameOf(visit)[0] ?? ''}.` : firstNameOf(visit),
    sexAge: discreet ? '' : `${visit.patient.sex}\u00a0${ageLabel(visit.patient.birthDay, today)}`,
    reason: context.withStage === true ? STAGE_LABELS[visit.stage] : motive,
    flags: flagsOf(visit, discreet),
    alerts: discreet || atStage === 'expected' ? [] : alertWords(visit),
    person: visit.preparedBy !== null && atStage === 'preparation' ? visit.preparedBy : undefined,
    room: room && placeOf(visit, room.label),
    remaining: discreet ? [] : visit.finaliseItems.filter((item) => item.doneAt === null).map((item) => item.label),
    progress: atStage === 'preparation' ? { done: visit.progress.done, total: visit.progress.expected } : undefined,
    urgent: visit.urgent || visit.measures.some((one) => one.level === 'urgent'),
  };
}

/** Every alert of the row, then what was measured beyond a threshold: a measure never hides an allergy. */
function alertWords(visit: BoardVisit): string[] {
  const stated = visit.alerts
    .filter((alert) => !alert.noneKnown && alert.kind !== 'ald')
    .map((alert) => (alert.kind === 'allergy' ? `Allergie\u00a0: ${alert.label}` : alert.label));
  // A non-breaking hyphen: « moyenne 2-3 » is one word.
  const measured = visit.measures.map((measure) => measure.words.replaceAll('-', '\u2011'));
  return [...new Set([...stated, ...measured])];
}

/** « Salle 2, installée ». */
const placeOf = (visit: BoardVisit, room: string) =>
  room + (visit.settled ? `, installé${visit.patient.sex === 'F' ? 'e' : ''}` : '');

function flagsOf(visit: BoardVisit, discreet: boolean): CardFlag[] {
  const { patient } = visit;
  const flags: (CardFlag | false)[] = [
    visit.stage === 'expected' &&
      !discreet &&
      alertWords(visit).length > 0 && {
        id: 'alert',
        label: alertWords(visit).join(', '),
        icon: IconAlert,
        tone: 'bad',
        loud: true,
      },
    visit.urgent && { id: 'urgent', label: 'Urgent', icon: IconUrgent, tone: 'bad', loud: true },
    visit.newPatient && { id: 'new', label: 'Nouveau', icon: IconNewPatient, tone: 'info', loud: true },
    patient.doubtful && {
      id: 'doubtful',
      label: 'Identité douteuse',
      icon: IconIdentityDoubtful,
      tone: 'bad',
      loud: true,
    },
    !patient.doubtful &&
      visit.provisionalIdentity && {
        id: 'identity',
        label: 'Identité',
        icon: IconIdentityToVerify,
        tone: 'warn',
        loud: true,
      },
    !discreet &&
      (patient.homonym || patient.homonymSignalled) && {
        id: 'homonym',
        label: 'Homonyme',
        icon: IconHomonym,
        tone: 'warn',
        loud: true,
      },
    !discreet && visit.ald && { id: 'ald', label: 'ALD', icon: IconAld, tone: 'violet' },
  ];
  return flags.filter((flag) => flag !== false);
}

/** The figure is the time since the arrival; its colour counts from the later of arrival and appointment. */
function timingOf(visit: BoardVisit, { practice, nowMinute }: CardContext): CardTiming | undefined {
  const settings = settingsOf(practice);
  if (visit.stage === 'expected') {
    const late = lateMinutes(visit, nowMinute, settings.lateMinutes);
    return late === null ? undefined : { text: `+${formatDuration(late)}`, tone: 'warn', spokenPrefix: 'en retard de' };
  }
  if (visit.stage === 'preparation') {
    return { text: `${visit.progress.done}/${visit.progress.expected}`, tone: 'info', spokenPrefix: 'préparation' };
  }
  if (visit.stage === 'waiting') {
    const level = waitLevel(excessWait(visit, nowMinute), settings);
    const tone = level === 'none' ? 'neutral' : level;
    return {
      text: formatDuration(waitedMinutes(visit, nowMinute) ?? 0),
      tone,
      icon: level === 'none' ? IconClock : IconLate,
      spokenPrefix: level === 'none' ? 'attend depuis' : 'attend depuis longtemps,',
    };
  }
  const since = minutesSince(visit.stageAt, visit, nowMinute);
  if (visit.stage === 'ready')
    return { text: formatDuration(since), tone: 'ok', icon: IconReady, spokenPrefix: 'prêt depuis' };
  return {
    text: formatDuration(since),
    tone: 'neutral',
    icon: IconClock,
    spokenPrefix: visit.stage === 'consultation' ? 'en consultation depuis' : 'à finaliser depuis',
  };
}

/** Minutes since an instant of the same visit, measured on the core's clock through the arrival it also tells in minutes. */
function minutesSince(instant: string, visit: BoardVisit, nowMinute: number): number {
  if (visit.arrivedAt === null || visit.arrivedMinute === null) return 0;
  const sinceArrival = (Date.parse(instant) - Date.parse(visit.arrivedAt)) / 60_000;
  return Math.max(0, Math.floor(nowMinute - visit.arrivedMinute - sinceArrival));
}
