import type { ReactNode } from 'react';
import { IconButton } from '../basics/icon-button.tsx';
import { Monogram } from '../basics/monogram.tsx';
import { Tag } from '../basics/tag.tsx';
import {
  IconCopy,
  IconHomonym,
  IconIdentity,
  IconIdentityDoubtful,
  IconIdentityQualified,
  IconIdentityToVerify,
} from '../icons.ts';
import { AlertRow, type AlertItem } from './alert-row.tsx';
import styles from './identity-band.module.css';

export type IdentityStatus = 'provisoire' | 'recuperee' | 'validee' | 'qualifiee';

/** Wording and colour of each status, one place. */
const STATUS = {
  provisoire: { label: 'Identité provisoire', tone: 'warn', icon: IconIdentityToVerify },
  recuperee: { label: 'Identité récupérée', tone: 'warn', icon: IconIdentityToVerify },
  validee: { label: 'Identité validée', tone: 'info', icon: IconIdentity },
  qualifiee: { label: 'Identité qualifiée', tone: 'ok', icon: IconIdentityQualified },
} as const;

/** The tag of an identity status, with "Identité douteuse" beside it when that attribute is set. */
export function IdentityTag({ status, doubtful = false }: { status: IdentityStatus; doubtful?: boolean }) {
  const { label, tone, icon } = STATUS[status];
  return (
    <>
      <Tag tone={tone} icon={icon}>
        {label}
      </Tag>
      {doubtful && (
        <Tag tone="bad" icon={IconIdentityDoubtful}>
          Identité douteuse
        </Tag>
      )}
    </>
  );
}

export interface Trait {
  label: string;
  value: string;
  /** Adds "Copier": the matricule INS, the telephone. */
  onCopy?: () => void;
}

export interface DoctorMark {
  letters: string;
  hue: 1 | 2 | 3 | 4 | 5;
  name: string;
}

interface IdentityBandProps {
  /** Used name, in capitals, and used given name. */
  lastName: string;
  firstName: string;
  age: string;
  status: IdentityStatus;
  doubtful?: boolean;
  homonyms?: number;
  onHomonyms?: () => void;
  doctor?: DoctorMark;
  /** "médecin traitant". */
  doctorRole?: string;
  /** In the order of the specification; the matricule only when the identity is qualified. */
  traits: readonly Trait[];
  alerts?: readonly AlertItem[];
  onEditAlerts?: () => void;
  /** Buttons of the page. */
  actions?: ReactNode;
  level?: 1 | 2;
}

/** Who is on screen. Never truncated: it wraps instead. */
export function IdentityBand({
  lastName,
  firstName,
  age,
  status,
  doubtful = false,
  homonyms = 0,
  onHomonyms,
  doctor,
  doctorRole,
  traits,
  alerts,
  onEditAlerts,
  actions,
  level = 2,
}: IdentityBandProps) {
  const Heading = `h${level}` as const;
  const homonymTag = (
    <Tag tone="warn" icon={IconHomonym}>
      {homonyms === 1 ? '1 homonyme' : `${homonyms} homonymes`}
    </Tag>
  );
  return (
    <section className={styles['band']} aria-label="Identité">
      <div className={styles['main']}>
        <div className={styles['title']}>
          <Heading className={styles['name']}>
            <span className={styles['last']}>{lastName}</span> {firstName}
          </Heading>
          <span className={styles['age']}>{age}</span>
          <IdentityTag status={status} doubtful={doubtful} />
          {homonyms > 0 &&
            (onHomonyms ? (
              <button type="button" className={styles['tagButton']} onClick={onHomonyms}>
                {homonymTag}
              </button>
            ) : (
              homonymTag
            ))}
          {doctor && <Monogram {...doctor} />}
          {doctorRole && <span className={styles['age']}>{doctorRole}</span>}
        </div>
        <dl className={styles['traits']}>
          {traits.map((trait) => (
            <div key={trait.label}>
              <dt>{trait.label}</dt>
              <dd className="figures">
                {trait.value}
                {trait.onCopy && (
                  <IconButton
                    icon={IconCopy}
                    size="inline"
                    label={`Copier\u00A0: ${trait.label}`}
                    onClick={trait.onCopy}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
      {alerts && (
        <div className={styles['alerts']}>
          <AlertRow alerts={alerts} {...(onEditAlerts && { onEdit: onEditAlerts })} />
        </div>
      )}
    </section>
  );
}
