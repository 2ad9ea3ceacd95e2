import { Button, CheckField, FieldGrid, Note, Row, TextField } from '../../ui/index.ts';
import { IconDone, IconPrint } from '../../ui/icons.ts';
import { groupMatches } from './founding.ts';
import type { StepProps } from './practice-step.tsx';
import styles from './card.module.css';

/** Printed or copied by hand; never to the clipboard, never on this disk. Two groups are typed back. */
export function RecoveryStep({ value, onChange }: StepProps) {
  const { key } = value;
  if (key === null) return null;
  const type = (position: 0 | 1, text: string) => onChange({ typedGroups: position === 0 ? [text, value.typedGroups[1]] : [value.typedGroups[0], text] });
  return (
    <>
      <p className={styles['text']}>
        Les données sont chiffrées sur cet ordinateur. Si toutes les phrases de passe sont perdues, cette clé est le <strong>seul moyen</strong> d’ouvrir le cabinet. Personne ne peut la recréer.
      </p>
      <ol className={styles['groups']} aria-label="Clé de secours, huit groupes">
        {key.groups.map((group, index) => (
          <li key={index} className={styles['group']}>
            <span className={styles['number']} aria-hidden="true">
              {index + 1}
            </span>
            {group}
          </li>
        ))}
      </ol>
      <div className={styles['screenOnly']}>
        <Row gap={3}>
          <Button icon={IconPrint} onClick={() => window.print()}>
            Imprimer
          </Button>
          <span className={styles['text']}>ou recopier à la main, sur papier.</span>
        </Row>
      </div>
      <div className={styles['screenOnly']}>
        <FieldGrid columns={2}>
          {([0, 1] as const).map((position) => (
            <TextField
              key={position}
              label={`Recopier le groupe ${key.ask[position]} depuis le papier`}
              value={value.typedGroups[position]}
              onChange={(text) => type(position, text)}
              upperCase
              maxLength={4}
              placeholder="4 signes"
              aside={groupMatches(value, position) ? <IconDone size={16} aria-label="Conforme" /> : undefined}
            />
          ))}
        </FieldGrid>
      </div>
      <CheckField label="La clé est rangée hors du cabinet ou au coffre" checked={value.stored} onChange={(stored) => onChange({ stored })} />
      <Note tone="warn">Ne pas la garder en photo dans un téléphone ni dans un fichier de cet ordinateur.</Note>
    </>
  );
}
