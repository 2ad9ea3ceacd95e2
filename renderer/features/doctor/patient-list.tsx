import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { COLUMN_LABELS, type Stage } from '#shared/domain/stage.ts';
import {
  IconAlert,
  IconConsultation,
  IconExpected,
  IconMessage,
  IconPreparation,
  IconReady,
  IconToFinish,
  IconWaitingRoom,
  type Icon,
} from '../../ui/icons.ts';
import { Monogram, Tag, VisuallyHidden, classes } from '../../ui/index.ts';
import { columnOf } from '../board/board-order.ts';
import { cardModel, type CardContext } from '../board/card-model.ts';
import styles from './doctor.module.css';

/** Order of the doctor's list: who is in, who can come in, who follows; what is left to finish last. */
const groups: readonly { stage: Stage; icon: Icon }[] = [
  { stage: 'consultation', icon: IconConsultation },
  { stage: 'ready', icon: IconReady },
  { stage: 'preparation', icon: IconPreparation },
  { stage: 'waiting', icon: IconWaitingRoom },
  { stage: 'expected', icon: IconExpected },
  { stage: 'finalise', icon: IconToFinish },
];

export const orderedVisits = (visits: readonly BoardVisit[]): BoardVisit[] =>
  groups.flatMap(({ stage }) => columnOf(visits, stage));

interface PatientListProps {
  visits: readonly BoardVisit[];
  context: CardContext;
  /** Where the arrows are. */
  focusedId: string | null;
  openedId: string | null;
  /** Patients of several doctors are listed: each line says whose. */
  several: boolean;
  changedBy: (visitId: string) => string | undefined;
  onFocus: (visitId: string) => void;
  onOpen: (visitId: string) => void;
}

/** One tab stop: arrows go from line to line, Entrée opens the preparation. */
export function PatientList({
  visits,
  context,
  focusedId,
  openedId,
  several,
  changedBy,
  onFocus,
  onOpen,
}: PatientListProps) {
  const lines = useRef(new Map<string, HTMLButtonElement>());
  const all = orderedVisits(visits);
  const tabStop = all.some((visit) => visit.id === focusedId) ? focusedId : (all[0]?.id ?? null);
  const stageOf = all.find((visit) => visit.id === focusedId)?.stage;

  // The focus follows a line that changes group, and begins on the first person who is ready.
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (tabStop !== null && (active === null || active === document.body)) lines.current.get(tabStop)?.focus();
  }, [stageOf, tabStop]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.shiftKey) return;
    const at = all.findIndex((visit) => visit.id === tabStop);
    const target = { ArrowDown: all[at + 1], ArrowUp: all[at - 1], Home: all[0], End: all.at(-1) }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onFocus(target.id);
    lines.current.get(target.id)?.focus();
  };
  return (
    <div onKeyDown={onKeyDown}>
      {groups.map(({ stage, icon: Drawing }) => {
        const shown = columnOf(visits, stage);
        if (shown.length === 0) return null;
        return (
          <section key={stage} className={styles['group']} aria-label={COLUMN_LABELS[stage]}>
            <h2>
              <Drawing size={16} stroke={1.8} aria-hidden="true" />
              {COLUMN_LABELS[stage]}
            </h2>
            <ul>
              {shown.map((visit) => (
                <li key={visit.id}>
                  <button
                    type="button"
                    ref={(line) =>
                      void (line === null ? lines.current.delete(visit.id) : lines.current.set(visit.id, line))
                    }
                    data-visit={visit.id}
                    className={classes(
                      styles['line'],
                      visit.id === openedId && styles['opened'],
                      changedBy(visit.id) && styles['changed'],
                    )}
                    aria-current={visit.id === openedId || undefined}
                    tabIndex={visit.id === tabStop ? 0 : -1}
                    onFocus={() => onFocus(visit.id)}
                    onClick={() => onOpen(visit.id)}
                  >
                    <LineContent visit={visit} context={context} several={several} changedBy={changedBy(visit.id)} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function LineContent({
  visit,
  context,
  several,
  changedBy,
}: {
  visit: BoardVisit;
  context: CardContext;
  several: boolean;
  changedBy: string | undefined;
}) {
  const card = cardModel(visit, context);
  return (
    <>
      <span className={styles['time']}>{card.time}</span>
      <span className={styles['person']}>
        <span>
          <b>{card.lastName}</b> {card.firstName} <span className={styles['age']}>{card.sexAge}</span>
        </span>
        <span className={styles['age']}>{card.reason}</span>
        {(card.alerts ?? []).map((alert) => (
          <span key={alert} className={styles['alert']}>
            <IconAlert size={14} stroke={2} aria-hidden="true" />
            <VisuallyHidden>Alerte&nbsp;:&nbsp;</VisuallyHidden>
            {alert}
          </span>
        ))}
        {card.remaining !== undefined && card.remaining.length > 0 && (
          <span className={styles['age']}>{card.remaining.join(' · ')}</span>
        )}
        {changedBy !== undefined && <span className={styles['by']}>{changedBy}</span>}
      </span>
      <span className={styles['marks']}>
        {several && <Monogram {...card.doctor} />}
        {visit.message === 'unread' && (
          <Tag look="quiet" tone="info" icon={IconMessage}>
            Message non lu
          </Tag>
        )}
        {card.flags?.map((flag) => (
          <Tag key={flag.id} icon={flag.icon} tone={flag.tone} look={flag.loud === true ? 'loud' : 'quiet'}>
            {flag.label}
          </Tag>
        ))}
        {card.timing !== undefined && (
          <Tag
            tone={card.timing.tone}
            look={card.timing.tone === 'neutral' ? 'outline' : 'loud'}
            spokenPrefix={card.timing.spokenPrefix}
            {...(card.timing.icon && { icon: card.timing.icon })}
          >
            {card.timing.text}
          </Tag>
        )}
      </span>
    </>
  );
}
