import { useState } from 'react';
import { Tag } from '../basics/tag.tsx';
import { TextLink } from '../basics/text-link.tsx';
import type { Tone } from '../basics/tone.ts';
import { IconAld, IconAlert, IconCallConstraint, IconCarer, IconInfo, IconTreatment, type Icon } from '../icons.ts';
import styles from './alert-row.module.css';

export type AlertKind = 'allergy' | 'ald' | 'treatment' | 'call' | 'carer' | 'unknown';

export interface AlertItem {
  id: string;
  kind: AlertKind;
  /** In words: "Allergie : pénicilline". */
  label: string;
  /** Source, date and author, shown on hover: "déclaré, 17/02/2026, Nadia Ferrand". */
  origin?: string;
}

interface AlertRowProps {
  alerts: readonly AlertItem[];
  onEdit?: () => void;
  /** What fits one line at 1440; the rest waits behind "+2". */
  maxVisible?: number;
}

// Also the order of the row: bad, violet, warn, neutral.
const LOOKS: Record<AlertKind, { tone: Tone; icon: Icon; rank: number }> = {
  allergy: { tone: 'bad', icon: IconAlert, rank: 0 },
  ald: { tone: 'violet', icon: IconAld, rank: 1 },
  treatment: { tone: 'warn', icon: IconTreatment, rank: 2 },
  call: { tone: 'neutral', icon: IconCallConstraint, rank: 3 },
  carer: { tone: 'neutral', icon: IconCarer, rank: 4 },
  unknown: { tone: 'neutral', icon: IconInfo, rank: 5 },
};

export function AlertRow({ alerts, onEdit, maxVisible = 5 }: AlertRowProps) {
  const [whole, setWhole] = useState(false);
  const ordered = [...alerts].sort((a, b) => LOOKS[a.kind].rank - LOOKS[b.kind].rank);
  const shown = whole ? ordered : ordered.slice(0, maxVisible);
  const hidden = ordered.length - shown.length;
  return (
    <div className={styles['row']}>
      <ul className={styles['list']} aria-label="Alertes du patient">
        {shown.map((alert) => {
          const { tone, icon } = LOOKS[alert.kind];
          return (
            <li key={alert.id} title={alert.origin}>
              <Tag tone={tone} icon={icon} look={tone === 'neutral' ? 'outline' : 'loud'}>
                {alert.label}
              </Tag>
            </li>
          );
        })}
      </ul>
      {(hidden > 0 || whole) && (
        <button
          type="button"
          className={styles['more']}
          aria-expanded={whole}
          aria-label={whole ? 'Réduire les alertes' : `Afficher ${hidden} autres alertes`}
          onClick={() => setWhole(!whole)}
        >
          {whole ? '−' : `+${hidden}`}
        </button>
      )}
      {onEdit && <TextLink onClick={onEdit}>Modifier</TextLink>}
    </div>
  );
}
