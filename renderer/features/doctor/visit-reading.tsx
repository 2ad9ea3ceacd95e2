import type { PracticeView } from '#shared/contract/practice.ts';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { STAGE_LABELS } from '#shared/domain/stage.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { sentenceOf, type Output } from '../../api/queries.ts';
import { IconClose, IconRoom } from '../../ui/icons.ts';
import { ErrorArea, IconButton, LoadingArea, Note, Row, Stack, Tag } from '../../ui/index.ts';
import { cardModel, nameOf, type CardContext } from '../board/card-model.ts';
import styles from './doctor.module.css';
import { FinaliseList } from '../board/finalise-list.tsx';
import { ReadingPanel } from './reading-panel.tsx';

interface VisitReadingProps {
  visit: BoardVisit;
  practice: PracticeView;
  context: CardContext;
  view: Output<'preparation', 'get'> | undefined;
  error: unknown;
  refusal: string | null;
  onRetry: () => void;
  onRead: () => void;
  onClose: () => void;
}

/** Right panel: who it is, then the preparation, then what remains to finish. */
export function VisitReading({
  visit,
  practice,
  context,
  view,
  error,
  refusal,
  onRetry,
  onRead,
  onClose,
}: VisitReadingProps) {
  const { patient } = visit;
  const reason = practice.reasons.find((one) => one.id === visit.reasonId);
  const room = practice.rooms.find((one) => one.id === visit.roomId);
  const card = cardModel(visit, { ...context, discreet: false });
  const feminine = patient.sex === 'F';
  const stage =
    visit.stage === 'ready'
      ? `${feminine ? 'Prête' : 'Prêt'} depuis ${card.timing?.text ?? ''}`
      : capital(STAGE_LABELS[visit.stage]);
  return (
    <Stack gap={3}>
      <div className={styles['panelHead']}>
        <div>
          <Row>
            <Tag tone={visit.stage === 'ready' ? 'ok' : 'neutral'} look={visit.stage === 'ready' ? 'loud' : 'outline'}>
              {stage}
            </Tag>
            {room !== undefined && (
              <Tag look="outline" icon={IconRoom}>
                {card.room ?? room.label}
              </Tag>
            )}
          </Row>
          <h2 className={styles['name']}>
            {patient.civility !== null && `${patient.civility} `}
            {nameOf(visit)}
          </h2>
          <p className={styles['age']}>
            {ageLabel(patient.birthDay, context.today)} · {feminine ? 'née' : 'né'} le {formatDay(patient.birthDay)} ·{' '}
            {reason?.label ?? 'Motif à préciser'}
          </p>
          <p className={styles['age']}>{preparationWords(visit)}</p>
        </div>
        <IconButton icon={IconClose} label="Fermer le détail (Échap)" onClick={onClose} />
      </div>
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      {(visit.stage === 'consultation' || visit.stage === 'finalise' || visit.finaliseItems.length > 0) && (
        <FinaliseList visit={visit} />
      )}
      {view !== undefined ? (
        <ReadingPanel view={view} onRead={onRead} />
      ) : error !== null && error !== undefined ? (
        <ErrorArea what="La préparation n’a pas pu être lue." why={sentenceOf(error)} onRetry={onRetry} />
      ) : (
        <LoadingArea words="Lecture de la préparation…" />
      )}
    </Stack>
  );
}

/** « Préparée par NF · 5 constantes sur 5 ». */
function preparationWords({ preparedBy, patient, progress }: BoardVisit): string {
  const by = preparedBy === null ? [] : [`${patient.sex === 'F' ? 'Préparée' : 'Préparé'} par ${preparedBy}`];
  const done = `${progress.done} constante${progress.done > 1 ? 's' : ''} sur ${progress.expected}`;
  return [...by, ...(progress.expected > 0 ? [done] : [])].join(' · ');
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);
