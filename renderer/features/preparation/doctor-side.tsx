import type { PracticeView } from '#shared/contract/practice.ts';
import type { PreparationView } from '#shared/contract/preparation.ts';
import { useCommand, sentenceOf } from '../../api/queries.ts';
import { IconAbove, IconAlert, IconInfo, IconMessage, type Icon } from '../../ui/icons.ts';
import { Button, CheckField, Note, SelectField, Stack, classes } from '../../ui/index.ts';
import { MessageBox } from './message-box.tsx';
import type { MessageDraft } from './message-draft.ts';
import styles from './preparation.module.css';

const levelIcons: Record<PreparationView['told'][number]['level'], Icon> = {
  urgent: IconAlert,
  notify_strong: IconAbove,
  notify: IconAbove,
  info: IconInfo,
  none: IconInfo,
};

/** « Sera signalé au médecin » : the very list the doctor reads first. */
export function ToldList({ told, message }: { told: PreparationView['told']; message: boolean }) {
  if (told.length === 0 && !message) return <p className={styles['small']}>Rien à signaler pour le moment.</p>;
  return (
    <ul className={styles['told']}>
      {told.map(({ code, level, words }) => {
        const Drawing = levelIcons[level];
        const tone =
          level === 'urgent' ? styles['urgent'] : level === 'none' || level === 'info' ? undefined : styles['reached'];
        return (
          <li key={`${code} ${words}`} className={classes(tone)}>
            <Drawing size={15} stroke={1.9} aria-hidden="true" />
            <span>{words}</span>
          </li>
        );
      })}
      {message && (
        <li>
          <IconMessage size={15} stroke={1.9} aria-hidden="true" />
          <span>Votre message</span>
        </li>
      )}
    </ul>
  );
}

/** Right panel: the words for the doctor, and what the doctor will read. */
export function DoctorSide({
  view,
  message,
  doctorName,
}: {
  view: PreparationView;
  message: MessageDraft;
  doctorName: string;
}) {
  return (
    <Stack gap={4}>
      <MessageBox view={view} message={message} doctorName={doctorName} />
      <section aria-label="Sera signalé au médecin">
        <h2 className={styles['heading']}>Sera signalé au médecin</h2>
        <ToldList told={view.told} message={message.text.trim() !== ''} />
      </section>
    </Stack>
  );
}

interface ReadyFootProps {
  view: PreparationView;
  practice: PracticeView;
  refusal: string | null;
  working: boolean;
  onReady: () => void;
  onBack: () => void;
}

/** Bottom of the panel: what is missing, never blocking; the room; « Prêt pour le médecin ». */
export function ReadyFoot({ view, practice, refusal, working, onReady, onBack }: ReadyFootProps) {
  const { visit, patient, missing } = view;
  const room = useCommand('visits', 'setRoom');
  const settled = useCommand('visits', 'setSettled');
  const error = room.error ?? settled.error;
  const preparing = ['expected', 'waiting', 'preparation'].includes(visit.stage);
  const feminine = patient.sex === 'F';
  return (
    <Stack gap={2}>
      {preparing && missing.length > 0 && (
        <p className={styles['small']}>
          Il manque{'\u00a0'}: {missing.join(', ')}. Vous pouvez valider quand même, le médecin le verra.
        </p>
      )}
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      {error !== null && (
        <Note tone="bad" role="alert">
          {sentenceOf(error)}
        </Note>
      )}
      {preparing ? (
        <Button
          kind="primary"
          size="large"
          fullWidth
          keyCap="Ctrl ↵"
          keyShortcut="Control+Enter"
          working={working ? 'Enregistrement…' : undefined}
          onClick={onReady}
        >
          Prêt pour le médecin
        </Button>
      ) : (
        <Button kind="primary" size="large" fullWidth keyCap="Ctrl ↵" keyShortcut="Control+Enter" onClick={onBack}>
          Revenir à la journée
        </Button>
      )}
      <div className={styles['room']}>
        <SelectField
          label="Salle"
          hideLabel
          optional
          clearable
          options={practice.rooms
            .filter((one) => one.archivedAt === null || one.id === visit.roomId)
            .map((one) => ({ value: one.id, label: one.label }))}
          value={visit.roomId}
          onChange={(roomId) => room.mutate({ visitId: visit.id, base: visit.roomId, roomId })}
          placeholder="Salle"
        />
        <CheckField
          label={feminine ? 'Installée' : 'Installé'}
          checked={visit.settled}
          onChange={(value) => settled.mutate({ visitId: visit.id, settled: value })}
        />
      </div>
    </Stack>
  );
}
