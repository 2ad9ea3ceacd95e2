import type { BoardVisit } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { COLUMN_LABELS, type Stage } from '#shared/domain/stage.ts';
import {
  IconConsultation,
  IconExpected,
  IconPreparation,
  IconReady,
  IconRoom,
  IconToFinish,
  IconWaitingRoom,
  type Icon,
} from '../../ui/icons.ts';
import { columnOf, columnStages, type ColumnStage } from './board-order.ts';

/** One column of the board: a stage, or a room. */
export interface BoardGroup {
  id: string;
  label: string;
  icon: Icon;
  emptyWords: string;
  foldsAfternoon: boolean;
  visits: readonly BoardVisit[];
  /** What dropping a card here means. */
  drop: { stage: Stage } | { roomId: string | null };
}

const icons: Record<ColumnStage, Icon> = {
  expected: IconExpected,
  waiting: IconWaitingRoom,
  preparation: IconPreparation,
  ready: IconReady,
  consultation: IconConsultation,
  finalise: IconToFinish,
};
const emptyWords: Record<ColumnStage, string> = {
  expected: 'Personne d’autre n’est attendu.',
  waiting: 'Salle d’attente vide. Les patients arrivés s’affichent ici.',
  preparation: 'Aucune préparation en cours.',
  ready: 'Aucun patient prêt.',
  consultation: 'Aucune consultation en cours.',
  finalise: 'Rien à finaliser.',
};

/** The six stages of the flow. */
export function groupsByStage(visits: readonly BoardVisit[]): BoardGroup[] {
  return columnStages.map((stage) => ({
    id: stage,
    label: COLUMN_LABELS[stage],
    icon: icons[stage],
    emptyWords: emptyWords[stage],
    foldsAfternoon: stage === 'expected',
    visits: columnOf(visits, stage),
    drop: { stage },
  }));
}

const present: readonly Stage[] = ['waiting', 'preparation', 'ready', 'consultation', 'finalise'];

/** Who is where: one column a room, and those present without one. */
export function groupsByRoom(visits: readonly BoardVisit[], practice: PracticeView): BoardGroup[] {
  const here = present.flatMap((stage) => columnOf(visits, stage));
  const group = (id: string, label: string, roomId: string | null): BoardGroup => ({
    id,
    label,
    icon: roomId === null ? IconWaitingRoom : IconRoom,
    emptyWords: roomId === null ? 'Personne sans salle.' : 'Salle libre.',
    foldsAfternoon: false,
    visits: here.filter((visit) => visit.roomId === roomId),
    drop: { roomId },
  });
  const rooms = practice.rooms.filter(
    (room) => room.archivedAt === null || here.some((visit) => visit.roomId === room.id),
  );
  return [group('none', 'Sans salle', null), ...rooms.map((room) => group(room.id, room.label, room.id))];
}
