import { useState } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/documents.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DateField, Note, SelectField } from '../../ui/index.ts';
import { FilePicker } from '../documents/file-picker.tsx';
import { sendDocument } from '../documents/send-document.ts';
import { problemsOf } from '../settings/problems.ts';
import { wordsElsewhere } from './drawn-fields.ts';
import { reader, type Problems } from './facts-form.ts';
import { TrainingPanel } from './training-panel.tsx';

const KINDS: readonly DocumentKind[] = [
  'ATTESTATION',
  'CERTIFICATE',
  'REGISTRATION',
  'DIPLOMA',
  'CPAM_LETTER',
  'OTHER',
];

interface AttestationPanelProps {
  views: readonly AssistantTraining[];
  /** The assistant and the module the panel was opened for. */
  assistantId: string | null;
  moduleId: string | null;
  today: Day;
  onClose: () => void;
}

/** A proof joined to a training or to one of its modules: kept encrypted, named by its fingerprint. */
export function AttestationPanel({ views, assistantId, moduleId, today, onClose }: AttestationPanelProps) {
  const [chosen, setChosen] = useState(assistantId ?? (views.length === 1 ? (views[0]?.assistant.id ?? null) : null));
  const [about, setAbout] = useState<string | null>(moduleId ?? 'training');
  const [kind, setKind] = useState<DocumentKind>('ATTESTATION');
  const [onDay, setOnDay] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [working, setWorking] = useState(false);
  const view = views.find(({ assistant }) => assistant.id === chosen);
  const training = view?.training ?? null;
  const send = async () => {
    const found: Problems = {};
    const day = reader(today, found).day('onDay', onDay);
    if (day !== null && day > today) found['onDay'] = 'Cette date est dans le futur.';
    if (training === null) found['assistant'] = 'Choisir un assistant dont la formation est ouverte.';
    if (file === null) found['file'] = 'Choisir un fichier.';
    setProblems(found);
    if (file === null || training === null || Object.keys(found).length > 0) return;
    setWorking(true);
    try {
      const target =
        about === null || about === 'training'
          ? ({ aboutKind: 'training', aboutId: training.id } as const)
          : ({ aboutKind: 'training_module', aboutId: about } as const);
      await sendDocument(file, { ...target, kind, onDay: day });
      onClose();
    } catch (error) {
      setProblems({ ...problemsOf(error) });
    } finally {
      setWorking(false);
    }
  };
  return (
    <TrainingPanel
      title="Ajouter une attestation"
      saveLabel="Joindre la pièce"
      onClose={onClose}
      onSave={() => void send()}
      working={working}
      error={wordsElsewhere(problems, ['onDay', 'file', ...(views.length > 1 ? ['assistant'] : [])])}
    >
      {views.length > 1 && (
        <SelectField
          label="Assistant"
          options={views.map(({ assistant }) => ({
            value: assistant.id,
            label: `${assistant.givenName} ${assistant.familyName}`,
          }))}
          value={chosen}
          onChange={(value) => {
            setChosen(value);
            setAbout('training');
          }}
          error={problems['assistant']}
        />
      )}
      {view !== undefined && training === null ? (
        <Note tone="warn">
          Aucune formation ouverte pour {view.assistant.givenName} {view.assistant.familyName}. Choisir d’abord un
          parcours.
        </Note>
      ) : (
        <SelectField
          label="Ce que la pièce prouve"
          options={[
            { value: 'training', label: 'Toute la formation' },
            ...(training?.modules ?? []).map((module) => ({
              value: module.id,
              label: module.module.length === 1 ? `Module ${module.module}, ${module.facts.label}` : module.facts.label,
            })),
          ]}
          value={about}
          onChange={setAbout}
        />
      )}
      <SelectField
        label="Nature"
        options={KINDS.map((value) => ({ value, label: DOCUMENT_KINDS[value] }))}
        value={kind}
        onChange={(value) => setKind((value ?? 'ATTESTATION') as DocumentKind)}
      />
      <DateField
        label="Datée du"
        optional
        today={today}
        earliest="2000-01-01"
        value={onDay}
        onChange={setOnDay}
        error={problems['onDay']}
      />
      <FilePicker label="Fichier de la pièce" file={file} onChange={setFile} error={problems['file']} />
    </TrainingPanel>
  );
}
