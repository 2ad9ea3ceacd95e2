import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { readPatientField, usableBirthOf } from '#shared/contract/patient-fields.ts';
import { refusalIn, sentenceOf, useCommand, type Output } from '../../../api/queries.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { IconDone, IconNewPatient } from '../../../ui/icons.ts';
import { Button, ConfirmDialog, Note, Tag } from '../../../ui/index.ts';
import { formatInstant } from '../../../ui/instants.ts';
import { ContactSection, AroundSection } from './contact-section.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { DocumentFields, documentVerdict } from './document-fields.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import styles from './form.module.css';
import { IdentitySection } from './identity-section.tsx';
import { missingSentence, strictProblems } from './missing-words.ts';
import { controlId } from './patient-form.ts';
import { mustAnswer, useDuplicates } from './use-duplicates.ts';
import { newPatientSubject, useNewPatient } from './use-new-patient.ts';

interface NewPatientFormProps {
  draftId: string;
  drafts: Output<'session', 'drafts'>;
  practice: PracticeView;
  today: string;
}

/** Creation of a file: only the strict traits can prevent it, and a very probable duplicate nobody answered for. */
export function NewPatientForm({ draftId, drafts, practice, today }: NewPatientFormProps) {
  const entry = useNewPatient(draftId, drafts, today, practice.doctors);
  const { form, fields, document } = entry;
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const [leaving, setLeaving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const duplicates = useDuplicates(fields);
  const unanswered = duplicates.candidates.filter(
    (candidate) => mustAnswer(candidate) && !answers.has(candidate.patient.id),
  );

  const birth = readPatientField('birthDay', fields.birthDay, today);
  const birthDay = birth.ok && birth.value !== null ? (usableBirthOf(birth.value)?.day ?? null) : null;
  const openFile = (patientId: string) => void navigate({ to: '/patients/$patientId', params: { patientId } });
  const tell = (words: string) => {
    setSaid(words);
    top.current?.scrollIntoView({ block: 'nearest' });
  };

  const creation = useCommand('patients', 'create', {
    onDone: ({ id }) => openFile(id),
    onRefused: (error) => {
      const refusal = refusalIn(error);
      if (refusal?.code === 'INVALID') entry.showProblems(refusal.data.problems);
      tell(sentenceOf(error));
    },
  });
  const discard = useCommand('session', 'discardDraft', {
    onDone: () => void navigate({ to: '/patients' }),
    onRefused: (error) => tell(sentenceOf(error)),
  });

  const abandon = () => discard.mutate({ subject: newPatientSubject, subjectId: draftId });
  const typedAnything = Object.values(fields).some((raw) => raw !== '') || document !== null;

  const create = () => {
    if (creation.isPending) return;
    const problems = strictProblems(fields, today);
    const [first] = [...problems.absent, ...problems.toRead];
    if (first !== undefined) {
      entry.showProblems([...problems.absent, ...problems.toRead]);
      tell(missingSentence(problems));
      window.document.getElementById(controlId(first.field))?.focus();
      return;
    }
    const [alike] = unanswered;
    if (alike !== undefined) {
      tell('Un dossier très ressemblant existe. L’ouvrir, ou dire pourquoi ce n’est pas la même personne.');
      window.document.querySelector<HTMLElement>('[data-region="panel"] button')?.focus();
      return;
    }
    setSaid(null);
    const accepted = document !== null && documentVerdict(document, birthDay, today).outcome === 'met';
    creation.mutate({
      fields,
      document: accepted ? document : null,
      notSame: [...answers].map(([patientId, reason]) => ({ patientId, reason })),
      draftId,
    });
  };

  useActions('Nouveau patient', [
    {
      id: 'patients.create',
      label: 'Créer le dossier',
      keys: ['Ctrl+Enter'],
      inFields: true,
      icon: IconNewPatient,
      run: () => {
        // Leaving the field first: its text is then read and kept like the others.
        if (window.document.activeElement instanceof HTMLElement) window.document.activeElement.blur();
        setTimeout(() => latest.current(), 0);
      },
    },
  ]);
  const latest = useRef(create);
  latest.current = create;

  const saved =
    entry.unsaved === null ? (
      entry.savedAt === null ? null : (
        <Tag look="outline" icon={IconDone}>
          Brouillon enregistré {formatInstant(entry.savedAt)}
        </Tag>
      )
    ) : (
      <Tag tone="bad">Brouillon non enregistré</Tag>
    );
  return (
    <>
      <PageHead
        title="Nouveau patient"
        context={saved}
        secondaryActions={<Button onClick={() => (typedAnything ? setLeaving(true) : abandon())}>Abandonner</Button>}
        primaryAction={
          <Button
            kind="primary"
            onClick={create}
            keyCap="Ctrl ↵"
            keyShortcut="Control+Enter"
            working={creation.isPending ? 'Création…' : undefined}
          >
            Créer le dossier
          </Button>
        }
      />
      <PageLayout
        panelLabel="Dossiers ressemblants"
        panel={
          <DuplicatesPanel
            candidates={duplicates.candidates}
            searched={duplicates.searched}
            answers={answers}
            practice={practice}
            today={today}
            onOpen={openFile}
            onAnswer={(patientId, reason) => setAnswers((before) => new Map(before).set(patientId, reason))}
          />
        }
      >
        <div className={styles['sections']} ref={top}>
          {said !== null && (
            <Note tone="bad" role="alert">
              {said}
            </Note>
          )}
          {entry.unsaved !== null && (
            <Note tone="warn" role="status">
              {entry.unsaved} La saisie reste à l’écran.
            </Note>
          )}
          <IdentitySection form={form} autoFocus={drafts.length === 0}>
            <DocumentFields
              value={document}
              onChange={entry.setDocument}
              birthDay={birthDay}
              today={today}
              without="Sans pièce, l’identité reste provisoire. La carte du jour le signalera à l’arrivée."
            />
          </IdentitySection>
          <CoverageSection form={form} />
          <ContactSection form={form} />
          <AroundSection form={form} />
        </div>
      </PageLayout>
      <ConfirmDialog
        opened={leaving}
        title={'Abandonner cette saisie\u00a0?'}
        confirmLabel="Abandonner"
        safeLabel="Garder la saisie"
        danger
        onConfirm={abandon}
        onLeave={() => setLeaving(false)}
      >
        Le brouillon est effacé{'\u00a0'}: ce geste ne s’annule pas. Pour y revenir plus tard, quitter simplement la
        page.
      </ConfirmDialog>
    </>
  );
}
