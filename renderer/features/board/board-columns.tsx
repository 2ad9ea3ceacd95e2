import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { COLUMN_LABELS, type Stage } from '#shared/domain/stage.ts';
import { IconConsultation, IconExpected, IconPreparation, IconReady, IconToFinish, IconWaitingRoom, type Icon } from '../../ui/icons.ts';
import { PatientCard, classes } from '../../ui/index.ts';
import styles from './board.module.css';
import { columnOf, columnStages, type ColumnStage } from './board-order.ts';
import { cardModel, nameOf, type CardContext } from './card-model.ts';

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
const noon = 13 * 60;

interface BoardColumnsProps {
  visits: readonly BoardVisit[];
  context: CardContext;
  selectedId: string | null;
  /** Cards touched from another post: who, for six seconds. */
  changedBy: (visitId: string) => string | undefined;
  onSelect: (visitId: string) => void;
  onOpen: (visit: BoardVisit) => void;
  onDrop: (visit: BoardVisit, to: Stage) => void;
}

/** Six columns, one tab stop: arrows go between cards, and the focus follows a card that changes column. */
export function BoardColumns({ visits, context, selectedId, changedBy, onSelect, onOpen, onDrop }: BoardColumnsProps) {
  const cards = useRef(new Map<string, HTMLDivElement>());
  const area = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<Stage | null>(null);
  const [afternoon, setAfternoon] = useState(false);
  const columns = columnStages.map((stage) => {
    const all = columnOf(visits, stage);
    const folds = stage === 'expected' && !afternoon && context.nowMinute < noon - 60;
    const shown = folds ? all.filter((visit) => (visit.startMinute ?? 0) < noon) : all;
    return { stage, all, shown, folded: all.length - shown.length };
  });
  const selectedStage = visits.find((visit) => visit.id === selectedId)?.stage;

  // A card that moved takes the focus with it, but only if the board had it.
  useEffect(() => {
    if (selectedId === null || area.current?.contains(document.activeElement) === false) {
      if (document.activeElement !== document.body) return;
    }
    if (selectedId !== null) cards.current.get(selectedId)?.focus({ preventScroll: false });
  }, [selectedStage, selectedId]);

  const focusCard = (visit: BoardVisit | undefined) => {
    if (visit === undefined) return;
    onSelect(visit.id);
    cards.current.get(visit.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.altKey) return;
    const at = columns.findIndex(({ shown }) => shown.some((visit) => visit.id === selectedId));
    const row = columns[at]?.shown.findIndex((visit) => visit.id === selectedId) ?? 0;
    const sideways = (step: number) => {
      for (let column = at + step; column >= 0 && column < columns.length; column += step) {
        const { shown } = columns[column] ?? { shown: [] };
        if (shown.length > 0) return focusCard(shown[Math.min(row, shown.length - 1)]);
      }
      return undefined;
    };
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusCard(columns[at]?.shown[row + 1]),
      ArrowUp: () => focusCard(columns[at]?.shown[row - 1]),
      ArrowRight: () => sideways(1),
      ArrowLeft: () => sideways(-1),
      Home: () => focusCard(columns[at]?.shown[0]),
      End: () => focusCard(columns[at]?.shown.at(-1)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  const firstId = columns.flatMap(({ shown }) => shown)[0]?.id ?? null;
  const tabStop = visits.some((visit) => visit.id === selectedId) ? selectedId : firstId;

  const drag = (visit: BoardVisit) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', visit.id);
      setDragged(visit.id);
      onSelect(visit.id);
    },
    onDragEnd: () => {
      setDragged(null);
      setTarget(null);
    },
  });
  const drop = (stage: Stage) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setTarget(stage);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const visit = visits.find((one) => one.id === dragged);
      setTarget(null);
      if (visit !== undefined && visit.stage !== stage) onDrop(visit, stage);
    },
  });

  return (
    <div ref={area} style={{ display: 'contents' }} onKeyDown={onKeyDown}>
      {columns.map(({ stage, all, shown, folded }) => {
        const Drawing = icons[stage];
        return (
          <section key={stage} className={classes(styles['column'], stage === 'ready' && all.length > 0 && styles['ready'], target === stage && styles['target'])} aria-label={COLUMN_LABELS[stage]} {...drop(stage)}>
            <div className={styles['columnHead']}>
              <Drawing size={16} stroke={1.8} aria-hidden="true" />
              <h2>{COLUMN_LABELS[stage]}</h2>
              <span className={styles['count']}>{all.length}</span>
            </div>
            <ul className={styles['cards']} tabIndex={-1}>
              {all.length === 0 && <li className={styles['empty']}>{emptyWords[stage]}</li>}
              {shown.map((visit) => (
                <li key={visit.id} className={dragged === visit.id ? styles['dragged'] : undefined}>
                  <PatientCard
                    {...cardModel(visit, context)}
                    {...drag(visit)}
                    ref={(card) => void (card === null ? cards.current.delete(visit.id) : cards.current.set(visit.id, card))}
                    data-visit={visit.id}
                    title={context.discreet ? undefined : nameOf(visit)}
                    compact={stage === 'expected'}
                    selected={visit.id === selectedId}
                    changedBy={changedBy(visit.id)}
                    tabIndex={visit.id === tabStop ? 0 : -1}
                    onFocus={() => onSelect(visit.id)}
                    onClick={() => onSelect(visit.id)}
                    onDoubleClick={() => onOpen(visit)}
                  />
                </li>
              ))}
              {folded > 0 && (
                <li>
                  <button type="button" className={styles['fold']} onClick={() => setAfternoon(true)}>
                    Après-midi{'\u00a0'}: {folded} rendez-vous
                  </button>
                </li>
              )}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
