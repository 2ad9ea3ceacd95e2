import { useState } from 'react';
import type { RenewalFile, RenewalOutput } from '#shared/contract/renewal.ts';
import { LETTERS, letterCodes } from '#shared/domain/renewal-report.ts';
import { SENDING_CHANNELS, type Sending } from '#shared/domain/renewal.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { ActionMenu, Button, Note, Pane, Tag, TextLink } from '../../ui/index.ts';
import { IconExport, IconReady, IconSelector, IconVisits } from '../../ui/icons.ts';
import { saveOutput } from './download.ts';
import styles from './renewal.module.css';
import { AnswerDialog, SendingDialog } from './sending-dialog.tsx';

interface FilesPaneProps {
  contractId: string;
  today: string;
  mayManage: boolean;
}

/** Files already produced, what was sent of them, and what the CPAM answered. */
export function FilesPane({ contractId, today, mayManage }: FilesPaneProps) {
  const files = useRead('renewal', 'list', { contractId }).data?.files ?? [];
  const [sent, setSent] = useState<string | null>(null);
  const [answered, setAnswered] = useState<Sending | null>(null);
  if (files.length === 0) return null;
  return (
    <Pane title="Dossiers produits" icon={IconVisits} flush>
      {files.map((file) => (
        <File key={file.id} file={file} mayManage={mayManage} onSend={() => setSent(file.id)} onAnswer={setAnswered} />
      ))}
      {sent !== null && <SendingDialog renewalId={sent} today={today} onClose={() => setSent(null)} />}
      {answered !== null && <AnswerDialog sending={answered} today={today} onClose={() => setAnswered(null)} />}
    </Pane>
  );
}

interface FileProps {
  file: RenewalFile;
  mayManage: boolean;
  onSend: () => void;
  onAnswer: (sending: Sending) => void;
}

function File({ file, mayManage, onSend, onAnswer }: FileProps) {
  const { id, subtitle, complete, personal, fingerprint, frozenAt, by, sendings } = file;
  const me = useMe();
  const mayOpen = !personal || (me !== null && can(me, 'time.person'));
  const [making, setMaking] = useState<RenewalOutput | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (what: RenewalOutput) => {
    setMaking(what);
    setProblem(null);
    try {
      await saveOutput(id, what);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setMaking(null);
    }
  };
  const made = formatDay(Temporal.Instant.from(frozenAt).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString());
  return (
    <section className={styles['file']} aria-label={`Dossier du ${made}, empreinte ${fingerprint.slice(0, 8)}`}>
      <div className={styles['fileHead']}>
        <b>{subtitle}</b>
        {complete ? (
          <Tag tone="ok" look="quiet" icon={IconReady}>
            Complet
          </Tag>
        ) : (
          <Tag tone="warn">Incomplet</Tag>
        )}
      </div>
      <p className={styles['detail']}>
        Produit le {made} par {by}
      </p>
      <p className={styles['fingerprint']}>Empreinte {fingerprint}</p>
      {!mayOpen && (
        <p className={styles['detail']}>Porte les chiffres d’une personne. Lisible par le responsable seul.</p>
      )}
      <div className={styles['fileHead']}>
        {mayOpen && <Outputs making={making} onSave={(what) => void save(what)} />}
        {mayManage && <TextLink onClick={onSend}>Noter un envoi</TextLink>}
      </div>
      {problem !== null && (
        <Note tone="bad" role="alert">
          {problem}
        </Note>
      )}
      {sendings.length > 0 && (
        <ul className={styles['sendings']} aria-label="Envois">
          {sendings.map((sending) => (
            <li key={sending.id}>
              Envoyé le {formatDay(sending.onDay)}, {SENDING_CHANNELS[sending.channel].toLowerCase()}.{' '}
              {sending.answeredOn !== null &&
                `Réponse du ${formatDay(sending.answeredOn)}\u00a0: ${sending.answer ?? ''} `}
              {mayManage && (
                <TextLink onClick={() => onAnswer(sending)}>
                  {sending.answeredOn === null ? 'Noter la réponse' : 'Corriger la réponse'}
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Everything a frozen file gives, each one handed to the browser. */
function Outputs({ making, onSave }: { making: RenewalOutput | null; onSave: (what: RenewalOutput) => void }) {
  return (
    <>
      <Button
        size="toolbar"
        icon={IconExport}
        onClick={() => onSave('REPORT')}
        working={making === 'REPORT' ? 'Production…' : undefined}
      >
        Dossier PDF
      </Button>
      <Button
        size="toolbar"
        icon={IconExport}
        onClick={() => onSave('BUNDLE')}
        working={making === 'BUNDLE' ? 'Production…' : undefined}
      >
        Dossier et pièces (ZIP)
      </Button>
      <Button
        size="toolbar"
        icon={IconExport}
        onClick={() => onSave('FIGURES')}
        working={making === 'FIGURES' ? 'Production…' : undefined}
      >
        Chiffres (CSV)
      </Button>
      <ActionMenu
        trigger={
          <Button
            size="toolbar"
            trailingIcon={IconSelector}
            working={making !== null && making in LETTERS ? 'Production…' : undefined}
          >
            Lettres
          </Button>
        }
        entries={letterCodes.map((code) => ({ id: code, label: LETTERS[code], onSelect: () => onSave(code) }))}
      />
    </>
  );
}
