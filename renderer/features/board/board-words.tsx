import type { BoardVisit } from '#shared/contract/visits.ts';
import { movesFrom } from '#shared/domain/stage.ts';
import { formatLongDay } from '#shared/kernel/day.ts';
import { ChoiceField, KeyCap, Row, TextLink } from '../../ui/index.ts';
import styles from './board.module.css';
import { leadsTo } from './board-moves.ts';
import { nameOf } from './card-model.ts';

/** The day, and the two ways of looking at it. */
export function BoardContext({
  day,
  byRoom,
  onView,
  onMine,
}: {
  day: string;
  byRoom: boolean;
  onView: (view: 'etapes' | 'salles' | null) => void;
  onMine?: () => void;
}) {
  return (
    <Row gap={3}>
      <span>{formatLongDay(day)}</span>
      <ChoiceField
        label="Grouper"
        hideLabel
        clearable={false}
        options={[
          { value: 'etapes', label: 'Étapes' },
          { value: 'salles', label: 'Salles' },
        ]}
        value={byRoom ? 'salles' : 'etapes'}
        onChange={onView}
      />
      {onMine !== undefined && <TextLink onClick={onMine}>Mes patients</TextLink>}
    </Row>
  );
}

/** Keys valid for the selected card. */
export function Hints({
  selected,
  discreet,
  prepares,
}: {
  selected: BoardVisit | undefined;
  discreet: boolean;
  prepares: boolean;
}) {
  const keys: [string, string][] = [
    ...(leadsTo(selected, 'waiting') ? [['A', 'Arrivé'] as [string, string]] : []),
    ...(prepares && selected !== undefined ? [['P', 'Préparer'] as [string, string]] : []),
    ['↵', 'Ouvrir le dossier'],
    ['Espace', 'Aperçu'],
    ...(selected !== undefined && movesFrom(selected.stage).some(({ kind }) => kind === 'exit')
      ? [['X', 'Absent'] as [string, string]]
      : []),
  ];
  return (
    <div className={styles['hints']}>
      {selected === undefined ? (
        <span>Choisir une carte avec les flèches</span>
      ) : (
        <b>{discreet ? 'Carte choisie' : nameOf(selected)}</b>
      )}
      {keys.map(([keyName, words]) => (
        <span key={keyName}>
          <KeyCap>{keyName}</KeyCap> {words}
        </span>
      ))}
      <span className={styles['right']}>
        <KeyCap>← ↑ ↓ →</KeyCap> Parcourir
      </span>
      <span>
        <KeyCap>Maj →</KeyCap> Étape suivante
      </span>
    </div>
  );
}
