import { useEffect, useRef, useState } from 'react';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, type Output } from '../../api/queries.ts';
import { Button, Note, VisuallyHidden } from '../../ui/index.ts';
import { IconPrint, IconStick, IconSync } from '../../ui/icons.ts';
import styles from './recovery-disk.module.css';

type Disk = Output<'vault', 'recoveryDisks'>[number];

/** Where the key may be saved, before the practice exists or from the settings: the core writes, never the screen. */
export interface RecoveryCopies {
  disks: () => Promise<readonly Disk[]>;
  save: (diskId: string) => Promise<{ fileName: string }>;
}

const freeWords = (bytes: number): string =>
  bytes >= 1e9 ? `${formatNumber(bytes / 1e9, 1)}${NBSP}Go libres` : `${formatNumber(bytes / 1e6, 0)}${NBSP}Mo libres`;

/** The two ways out of the screen for the key: the printer, or a removable disk chosen among those in place. */
export function RecoveryDisk({ copies }: { copies: RecoveryCopies }) {
  /** What the last search found; null before it, and once the key is saved. */
  const [disks, setDisks] = useState<readonly Disk[] | null>(null);
  const [searching, setSearching] = useState(false);
  const [writing, setWriting] = useState<string>();
  const [saved, setSaved] = useState<{ on: string; fileName: string }>();
  const [error, setError] = useState<string>();
  const start = useRef<HTMLButtonElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which is no clean-up.
    void answer.current?.scrollIntoView({ block: 'nearest' });
  }, [disks, saved, error]);

  const look = async () => {
    if (searching) return;
    setSearching(true);
    setSaved(undefined);
    setError(undefined);
    try {
      setDisks(await copies.disks());
    } catch (refusal) {
      setError(sentenceOf(refusal));
    } finally {
      setSearching(false);
    }
  };
  const save = async ({ id, label }: Disk) => {
    if (writing !== undefined) return;
    setWriting(id);
    setError(undefined);
    try {
      const { fileName } = await copies.save(id);
      // The pressed button goes with its list: the keyboard stays here.
      start.current?.focus();
      setSaved({ on: label, fileName });
      setDisks(null);
    } catch (refusal) {
      setError(sentenceOf(refusal));
    } finally {
      setWriting(undefined);
    }
  };
  const again = (
    <Button
      kind="quiet"
      size="toolbar"
      icon={IconSync}
      onClick={() => void look()}
      {...(searching ? { working: 'Recherche…' } : {})}
    >
      Chercher de nouveau
    </Button>
  );

  return (
    <div className={styles['ways']}>
      <div className={styles['buttons']}>
        <Button icon={IconPrint} onClick={() => window.print()}>
          Imprimer
        </Button>
        <Button
          ref={start}
          icon={IconStick}
          onClick={() => void look()}
          {...(searching && disks === null ? { working: 'Recherche…' } : {})}
        >
          Enregistrer sur une clé USB
        </Button>
      </div>
      <div ref={answer} className={styles['answer']}>
        {disks !== null && disks.length === 0 && (
          <Note tone="neutral" role="status" icon={IconStick} actions={again}>
            Aucun disque amovible sur l’ordinateur qui garde les données. Brancher une clé USB, puis chercher de
            nouveau.
          </Note>
        )}
        {disks !== null && disks.length > 0 && (
          <div className={styles['found']}>
            <div className={styles['head']}>
              <p role="status">
                {disks.length === 1 ? '1 disque' : `${disks.length} disques`}
                <VisuallyHidden> à choisir ci-dessous</VisuallyHidden>
              </p>
              {again}
            </div>
            <ul className={styles['disks']} aria-label="Disques amovibles">
              {disks.map((disk) => (
                <li key={disk.id} className={styles['disk']}>
                  <span className={styles['label']}>{disk.label}</span>
                  <span className={styles['free']}>{freeWords(disk.freeBytes)}</span>
                  <Button
                    size="toolbar"
                    aria-label={`Enregistrer sur ${disk.label}`}
                    onClick={() => void save(disk)}
                    {...(writing === disk.id ? { working: 'Écriture…' } : {})}
                  >
                    Enregistrer
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {error !== undefined && (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        )}
        {saved !== undefined && (
          <Note tone="ok" role="status" title={`Enregistrée sur ${saved.on}`}>
            Fichier {saved.fileName}. Éjecter ce disque, puis le ranger hors du cabinet ou au coffre.
          </Note>
        )}
      </div>
    </div>
  );
}
