import { useState } from 'react';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import {
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_DOCUMENTS,
  type IdentityAttribute,
} from '#shared/rules/identity/index.ts';
import { sentenceOf, useCommand } from '../../../api/queries.ts';
import { useMe } from '../../../api/session.ts';
import { Button, DateField, IdentityTag, ModalFrame, Note, Row, Stack, SwitchField } from '../../../ui/index.ts';
import { DocumentFields, documentVerdict, type SeenDocument } from '../form/document-fields.tsx';
import { identityStatusOf } from '../patient-words.ts';
import { AttestForm } from './attest-form.tsx';
import styles from './file.module.css';
import type { File } from './file-page.tsx';

/** What makes the identity sure: document seen, status read in the doctor's software, attributes. */
export function IdentityDialog({ file, today, onClose }: { file: File; today: string; onClose: () => void }) {
  const [said, setSaid] = useState<{ tone: 'ok' | 'bad'; words: string } | null>(null);
  const [attesting, setAttesting] = useState(false);
  const me = useMe();
  const { identity } = file;
  const tell = {
    onDone: ({ words }: { words: string }) => setSaid({ tone: 'ok', words }),
    onRefused: (error: unknown) => setSaid({ tone: 'bad', words: sentenceOf(error) }),
  };
  const setAttribute = useCommand('patients', 'setAttribute', tell);
  const barred = identity.attributes.includes('douteuse') || identity.attributes.includes('fictive');
  return (
    <ModalFrame
      opened
      title="Identité"
      onClose={onClose}
      width={720}
      footer={
        <Button onClick={onClose} keyCap="Échap" ref={(button) => button?.setAttribute('data-autofocus', '')}>
          Fermer
        </Button>
      }
    >
      <Stack>
        <Row>
          <IdentityTag status={identityStatusOf[identity.status]} doubtful={identity.attributes.includes('douteuse')} />
          <span className={styles['sub']}>{historyWords(file)}</span>
        </Row>
        {said !== null && (
          <Note tone={said.tone} role={said.tone === 'ok' ? 'status' : 'alert'}>
            {said.words}
          </Note>
        )}
        {attesting ? (
          <AttestForm
            file={file}
            today={today}
            onDone={(words) => {
              setAttesting(false);
              setSaid({ tone: 'ok', words });
            }}
            onLeave={() => setAttesting(false)}
          />
        ) : (
          <>
            <SeenForm file={file} today={today} tell={tell} />
            {me !== null && can(me, 'identity.attest') && !barred && (
              <section aria-label="Statut constaté" className={styles['alertKind']}>
                <h3>Statut constaté dans le logiciel du médecin</h3>
                <Row spread>
                  <span className={styles['sub']}>
                    Récupérée ou qualifiée ne s’établit pas ici{'\u00a0'}: le statut se recopie, après une seconde
                    lecture.
                  </span>
                  <Button size="toolbar" onClick={() => setAttesting(true)}>
                    Recopier le statut…
                  </Button>
                </Row>
              </section>
            )}
            <section aria-label="Attributs" className={styles['alertKind']}>
              <h3>Attributs</h3>
              <Stack gap={2}>
                {(Object.keys(IDENTITY_ATTRIBUTES) as IdentityAttribute[]).map((attribute) => (
                  <SwitchField
                    key={attribute}
                    label={IDENTITY_ATTRIBUTES[attribute]}
                    hint={attributeHints[attribute]}
                    checked={identity.attributes.includes(attribute)}
                    onChange={(on) => setAttribute.mutate({ patientId: file.id, attribute, on })}
                  />
                ))}
              </Stack>
            </section>
          </>
        )}
      </Stack>
    </ModalFrame>
  );
}

const attributeHints: Record<IdentityAttribute, string> = {
  homonyme: 'Une autre personne porte ce nom : vérifier la date de naissance à chaque geste.',
  douteuse: 'L’identité redevient provisoire jusqu’à la levée du doute.',
  fictive: 'Personne inventée, pour un essai ou une formation.',
};

function historyWords({ identity }: File): string {
  const seen =
    identity.document === null
      ? 'Aucune pièce vue'
      : `${IDENTITY_DOCUMENTS[identity.document.code].label}, vue le ${formatDay(identity.document.seenOn)} (${identity.document.by})`;
  const attested =
    identity.attested === null
      ? ''
      : ` · constaté le ${formatDay(identity.attested.on)} dans ${identity.attested.software}`;
  const channel = identity.channel === null ? '' : ` · traits${'\u00a0'}: ${IDENTITY_CHANNELS[identity.channel]}`;
  return seen + attested + channel;
}

interface SeenFormProps {
  file: File;
  today: string;
  tell: { onDone: (answer: { words: string }) => void; onRefused: (error: unknown) => void };
}

function SeenForm({ file, today, tell }: SeenFormProps) {
  const [document, setDocument] = useState<SeenDocument | null>(null);
  const [seen, setSeen] = useState(formatDay(today));
  const record = useCommand('patients', 'recordDocument', {
    onDone: (answer) => {
      setDocument(null);
      tell.onDone(answer);
    },
    onRefused: tell.onRefused,
  });
  const day = parseFrenchDate(seen, { today });
  const birth = file.identity.birthDay;
  const ready = document !== null && day.kind === 'day' && documentVerdict(document, birth, today).outcome === 'met';
  return (
    <section aria-label="Pièce vue" className={styles['alertKind']}>
      <h3>Pièce vue</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && day.kind === 'day') record.mutate({ patientId: file.id, document, seenOn: day.day });
        }}
      >
        <Stack>
          <DocumentFields value={document} onChange={setDocument} birthDay={birth} today={today} />
          {document !== null && (
            <Row align="end">
              <DateField label="Vue le" value={seen} onChange={setSeen} today={today} />
              <Button kind="primary" type="submit" disabled={!ready}>
                Enregistrer la pièce
              </Button>
            </Row>
          )}
        </Stack>
      </form>
    </section>
  );
}
