import { CheckField, FieldGrid, Note, TextField } from '../../ui/index.ts';
import { IconDone } from '../../ui/icons.ts';
import { RecoveryDisk, type RecoveryCopies } from './recovery-disk.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import styles from './card.module.css';

export interface DrawnKey {
  ticket: string;
  vaultId: string;
  groups: readonly string[];
  /** Numbers of the two groups to type back, 1 to 8. */
  ask: readonly number[];
}

export interface TypedBack {
  typedGroups: readonly [string, string];
  stored: boolean;
}

export const nothingTyped: TypedBack = { typedGroups: ['', ''], stored: false };

/** Does this typed group match the printed one? */
export function groupMatches(drawn: DrawnKey, typed: TypedBack, position: 0 | 1): boolean {
  const number = drawn.ask[position] ?? 0;
  return typed.typedGroups[position].trim().toUpperCase() === drawn.groups[number - 1];
}

/** What is left before the key counts as kept: "groupe 7", "rangement". */
export function leftToDo(drawn: DrawnKey, typed: TypedBack): string[] {
  return [
    ...([0, 1] as const)
      .filter((position) => !groupMatches(drawn, typed, position))
      .map((position) => `groupe ${drawn.ask[position]}`),
    ...(typed.stored ? [] : ['rangement']),
  ];
}

interface RecoveryKeyProps {
  drawn: DrawnKey;
  typed: TypedBack;
  onTyped: (part: Partial<TypedBack>) => void;
  copies: RecoveryCopies;
  /** In a panel: one column. */
  narrow?: boolean;
}

/** The key, printed, saved on a removable disk or copied by hand, never to the clipboard nor to this disk; then two groups typed back. */
export function RecoveryKey({ drawn, typed, onTyped, copies, narrow = false }: RecoveryKeyProps) {
  const [first, second] = typed.typedGroups;
  const type = (position: 0 | 1, text: string) =>
    onTyped({ typedGroups: position === 0 ? [text, second] : [first, text] });
  return (
    <div className={narrow ? styles['keyNarrow'] : styles['keyWide']}>
      <div className={styles['keyPart']}>
        <p className={styles['text']}>
          Les données sont chiffrées sur cet ordinateur. Si toutes les phrases de passe sont perdues, cette clé est le{' '}
          <strong>seul moyen</strong> d’ouvrir le cabinet. Personne ne peut la recréer. L’imprimer, l’enregistrer ou la
          recopier.
        </p>
        <ol className={styles['groups']} aria-label="Clé de secours, huit groupes">
          {drawn.groups.map((group, index) => (
            <li key={index} className={styles['group']}>
              <span className={styles['number']} aria-hidden="true">
                {index + 1}
              </span>
              {group}
            </li>
          ))}
        </ol>
        <RecoveryDisk key={drawn.ticket} copies={copies} />
      </div>
      <div className={styles['keyPart']}>
        <p className={styles['text']}>
          Recopier les groupes <strong>{drawn.ask[0]}</strong> et <strong>{drawn.ask[1]}</strong> depuis votre copie.
        </p>
        <FieldGrid columns={2}>
          {([0, 1] as const).map((position) => {
            const matches = groupMatches(drawn, typed, position);
            const text = typed.typedGroups[position];
            return (
              <TextField
                key={position}
                label={`Recopier le groupe ${drawn.ask[position]}`}
                value={text}
                onChange={(given) => type(position, given)}
                upperCase
                figures
                maxLength={4}
                placeholder="4 signes"
                aside={
                  matches ? (
                    <IconDone size={16} role="img" aria-label="Conforme" className={styles['matches'] ?? ''} />
                  ) : undefined
                }
                error={text.trim().length === 4 && !matches ? 'Différent. Relire votre copie.' : undefined}
              />
            );
          })}
        </FieldGrid>
        <CheckField
          label="La clé est rangée hors du cabinet ou au coffre"
          checked={typed.stored}
          onChange={(stored) => onTyped({ stored })}
        />
        <Note tone="warn">Ne pas la garder en photo dans un téléphone ni dans un fichier de cet ordinateur.</Note>
      </div>
      <RecoverySheet groups={drawn.groups} vaultId={drawn.vaultId} />
    </div>
  );
}
