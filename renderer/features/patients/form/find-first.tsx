import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { parseFrenchDate, TYPED_DATE_WORDS } from '#shared/kernel/day.ts';
import { useRead } from '../../../api/queries.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { IconLookalike, IconNewPatient } from '../../../ui/icons.ts';
import { Button, FieldGrid, Note, Pane, Stack, TextField } from '../../../ui/index.ts';
import { carryTraits, takeCarried } from '../carried-text.ts';
import { PatientTable } from '../search/patient-table.tsx';
import styles from './form.module.css';

interface FindFirstProps {
  practice: PracticeView | undefined;
  today: string;
  onOpen: (patientId: string) => void;
  onCreate: () => void;
  onLeave: () => void;
}

/** Before any creation: birth date, and at most the first letters of the name (national rule of primary identification). */
export function FindFirst({ practice, today, onOpen, onCreate, onLeave }: FindFirstProps) {
  const [carried] = useState(takeCarried);
  const [birth, setBirth] = useState(carried.birthDay ?? '');
  const [letters, setLetters] = useState((carried.birthName ?? '').slice(0, 3));
  const [left, setLeft] = useState(birth !== '');
  const typed = parseFrenchDate(birth, { today });
  const readable = typed.kind === 'day' || typed.kind === 'ambiguous';
  // A date half typed is unreadable too: that one is said on leaving the field, the others at once.
  const refusal =
    typed.kind === 'refused' && (left || typed.message !== TYPED_DATE_WORDS.unreadable) ? typed.message : undefined;
  const text = [birth.trim(), letters.trim()].filter((part) => part !== '').join(' ');
  const enough = readable || letters.trim().length >= 2;
  const found = useRead(
    'patients',
    'search',
    { text, limit: 20 },
    { enabled: enough, placeholderData: keepPreviousData, gcTime: 0 },
  );
  const results = enough ? (found.data?.results ?? []) : [];
  const total = found.data?.total ?? 0;

  const create = () => {
    carryTraits({
      ...carried,
      ...(birth.trim() === '' ? {} : { birthDay: birth.trim() }),
      ...(letters.trim() === '' || carried.birthName?.startsWith(letters.trim()) ? {} : { birthName: letters.trim() }),
    });
    onCreate();
  };
  useActions('Nouveau patient', [
    { id: 'patients.form', label: 'Créer un dossier', keys: ['Ctrl+Enter'], icon: IconNewPatient, run: create },
    { id: 'patients.back', label: 'Revenir aux patients', keys: ['Escape'], hiddenInPalette: true, run: onLeave },
  ]);
  const primary = (
    <Button kind="primary" icon={IconNewPatient} onClick={create} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
      Créer un dossier
    </Button>
  );
  return (
    <>
      <PageHead title="Nouveau patient" context="Chercher avant de créer" primaryAction={primary} />
      <PageLayout>
        <div className={styles['sections']}>
          <Pane title="Chercher la personne" icon={IconLookalike} aside="La date de naissance d’abord">
            <form
              onSubmit={(event) => {
                event.preventDefault();
                setLeft(true);
                const [only] = results;
                if (results.length === 1 && only !== undefined) onOpen(only.id);
              }}
            >
              <FieldGrid columns={3}>
                <TextField
                  label="Date de naissance"
                  value={birth}
                  onChange={(raw) => {
                    setBirth(raw);
                    if (raw === '') setLeft(false);
                  }}
                  onLeave={() => setLeft(true)}
                  error={refusal}
                  placeholder="jj/mm/aaaa"
                  inputMode="numeric"
                  figures
                  autoFocus
                />
                <TextField
                  label="Trois premières lettres du nom"
                  optional
                  value={letters}
                  onChange={setLetters}
                  upperCase
                  maxLength={3}
                />
                {/* Entrée in a form of two fields needs a button to press. */}
                <button type="submit" hidden tabIndex={-1}>
                  Chercher
                </button>
              </FieldGrid>
            </form>
          </Pane>
          {results.length > 0 && (
            <Pane
              title="Dossiers existants"
              count={<span>{results.length < total ? `${results.length} sur ${total}` : ''}</span>}
              flush
            >
              <PatientTable
                caption="Dossiers existants"
                lines={results}
                practice={practice}
                today={today}
                onOpen={(line) => onOpen(line.id)}
              />
            </Pane>
          )}
          {enough && found.data !== undefined && results.length === 0 && (
            <Note tone="info" role="status">
              <Stack gap={2}>
                Aucun dossier ne correspond. Vérifier la date avec la personne, puis créer le dossier.
              </Stack>
            </Note>
          )}
        </div>
      </PageLayout>
    </>
  );
}
