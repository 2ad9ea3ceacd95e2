import { useRead, type Output } from '../../../api/queries.ts';
import { IconDraft } from '../../../ui/icons.ts';
import { Button, Pane, Row, Stack } from '../../../ui/index.ts';
import { formatInstant } from '../../../ui/instants.ts';
import { newPatientSubject } from '../form/use-new-patient.ts';

type Draft = Output<'session', 'drafts'>[number];

/** « Nouveau patient » begun and not finished: each can be resumed where it was left. */
export function DraftEntries({ onResume }: { onResume: (draftId: string) => void }) {
  const drafts = useRead('session', 'drafts', {});
  const entries = Map.groupBy(
    (drafts.data ?? []).filter((draft) => draft.subject === newPatientSubject),
    (draft) => draft.subjectId,
  );
  if (entries.size === 0) return null;
  return (
    <Pane title="Saisies à reprendre" icon={IconDraft}>
      <Stack gap={2}>
        {[...entries].map(([draftId, fields]) => (
          <Row key={draftId} spread>
            <span>{titleOf(fields)}</span>
            <Button size="toolbar" onClick={() => onResume(draftId)}>
              Reprendre
            </Button>
          </Row>
        ))}
      </Stack>
    </Pane>
  );
}

function titleOf(fields: readonly Draft[]): string {
  const raw = (field: string) => fields.find((draft) => draft.field === field)?.raw ?? '';
  const traits = [
    [raw('birthName'), raw('firstGivenName')].filter((part) => part !== '').join(' '),
    raw('birthDay'),
  ].filter((part) => part !== '');
  const savedAt = fields.reduce((last, { savedAt: at }) => (at > last ? at : last), '');
  return `Nouveau patient${traits.length === 0 ? '' : ` (${traits.join(', ')})`}, brouillon de ${formatInstant(savedAt)}`;
}
