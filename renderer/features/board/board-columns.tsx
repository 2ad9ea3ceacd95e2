import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { PatientCard, classes } from '../../ui/index.ts';
import styles from './board.module.css';
import type { BoardGroup } from './board-groups.ts';
import { cardModel, nameOf, type CardContext } from './card-model.ts';

/** The afternoon is folded in the morning. */
const noon = 13 * 60;

interface BoardColumnsProps {
  groups: readonly BoardGroup[];
  context: CardContext;
  selectedId: string | null;
  /** Cards touched from another post: who, for six seconds. */
  changedBy: (visitId: string) => string | undefined;
  onSelect: (visitId: string) => void;
  onOpen: (visit: BoardVisit) => void;
  onDrop: (visit: BoardVisit, group: BoardGroup) => void;
}

/** Columns of cards, by stage or by room; one tab stop: arrows go between cards, and the focus follows a card that changes column. */
export function BoardColumns({ groups, context, selectedId, changedBy, onSelect, onOpen, onDrop }: BoardColumnsProps) {
  const cards = useRef(new Map<string, HTMLDivElement>());
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [afternoon, setAfternoon] = useState(false);
  const visits = groups.flatMap((group) => group.visits);
  const columns = groups.map((group) => {
    const folds = group.foldsAfternoon && !afternoon && context.nowMinute < noon - 60;
    const shown = folds ? group.visits.filter((visit) => (visit.startMinute ?? 0) < noon) : group.visits;
    return { group, shown, folded: group.visits.length - shown.length };
  });
  const selectedPlace = groups.find((group) => group.visits.some((visit) => visit.id === selectedId))?.id;

  // A card that changes column takes the focus with it, in the same frame: were it done later, it would take the focus
  // back from the card chosen meanwhile, and the next key would act on the wrong person.
  useLayoutEffect(() => {
    if (selectedId !== null && document.activeElement === document.body) cards.current.get(selectedId)?.focus();
  }, [selectedPlace, selectedId]);

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
  const drop = (group: BoardGroup) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setTarget(group.id);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const visit = visits.find((one) => one.id === dragged);
      setTarget(null);
      if (visit !== undefined && !group.visits.includes(visit)) onDrop(visit, group);
    },
  });

  return (
    <div style={{ display: 'contents' }} onKeyDown={onKeyDown}>
      {columns.map(({ group, shown, folded }) => {
        const Drawing = group.icon;
        const count = group.visits.length;
        return (
          <section
            key={group.id}
            className={classes(
              styles['column'],
              group.id === 'ready' && count > 0 && styles['ready'],
              target === group.id && styles['target'],
            )}
            aria-label={group.label}
            {...drop(group)}
          >
            <div className={styles['columnHead']}>
              <Drawing size={16} stroke={1.8} aria-hidden="true" />
              <h2>{group.label}</h2>
              <span className={styles['count']}>{count}</span>
            </div>
            <ul className={styles['cards']} tabIndex={-1}>
              {count === 0 && <li className={styles['empty']}>{group.emptyWords}</li>}
              {shown.map((visit) => (
                <li key={visit.id} className={dragged === visit.id ? styles['dragged'] : undefined}>
                  <PatientCard
                    {...cardModel(visit, context)}
                    {...drag(visit)}
                    ref={(card) =>
                      void (card === null ? cards.current.delete(visit.id) : cards.current.set(visit.id, card))
                    }
                    data-visit={visit.id}
                    title={context.discreet ? undefined : nameOf(visit)}
                    compact={group.id === 'expected'}
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
