import { formatInstant } from '../../ui/instants.ts';
import type { PreparationView } from '#shared/contract/preparation.ts';
import { Button, Note, Row, Stack, TextAreaField } from '../../ui/index.ts';
import type { MessageDraft } from './message-draft.ts';
import styles from './preparation.module.css';

/** Words often said, one press each. They are what the patient says, never a reading of it. */
const quickWords = ['Douleur', 'Chute', 'Traitement non pris', 'Inquiétude'];

export const messageFieldId = 'message-medecin';

/** Words for the doctor, saved on leaving the field. */
export function MessageBox({
  view,
  message,
  doctorName,
}: {
  view: PreparationView;
  message: MessageDraft;
  doctorName: string;
}) {
  const add = (word: string) => {
    const text = message.text.trim() === '' ? `${word}\u00a0: ` : `${message.text.trim()}\n${word}\u00a0: `;
    message.set(text);
    const field = document.querySelector<HTMLTextAreaElement>(`#${messageFieldId}`);
    field?.focus();
  };
  return (
    <section aria-label="Message au médecin">
      <Stack gap={2}>
        <TextAreaField
          id={messageFieldId}
          label={`Message au ${doctorName}`}
          optional
          rows={4}
          value={message.text}
          onChange={message.set}
          onLeave={() => void message.save()}
        />
        <Row gap={1}>
          {quickWords.map((word) => (
            <Button key={word} size="inline" onClick={() => add(word)}>
              {word}
            </Button>
          ))}
        </Row>
        <p className={styles['small']} role="status">
          {message.said ??
            (view.message === null
              ? 'Enregistré en quittant le champ.'
              : `${view.message.by}, ${formatInstant(view.message.at)}`)}
        </p>
        {message.conflict !== null && (
          <Note
            tone="warn"
            role="alert"
            title={`${message.conflict.by} a écrit au même endroit`}
            actions={
              <>
                <Button
                  size="inline"
                  onClick={() => message.resolve(`${message.conflict?.theirs ?? ''}\n${message.conflict?.mine ?? ''}`)}
                >
                  Garder les deux
                </Button>
                <Button size="inline" onClick={() => message.resolve(message.conflict?.theirs ?? '')}>
                  Garder son texte
                </Button>
                <Button size="inline" onClick={() => message.resolve(message.conflict?.mine ?? '')}>
                  Garder le vôtre
                </Button>
              </>
            }
          >
            «{'\u00a0'}
            {message.conflict.theirs}
            {'\u00a0'}»
          </Note>
        )}
      </Stack>
    </section>
  );
}
