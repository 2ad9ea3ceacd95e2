import { ASSISTANT_PROFILES } from '#shared/domain/employer.ts';
import { absentOn, employmentOn, weeklyMinutesOn } from '#shared/domain/employer-record.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { useCommand } from '../../api/queries.ts';
import { Button, Note, Pane, Stack, Tag } from '../../ui/index.ts';
import { IconAbsent, IconIdentityDocument } from '../../ui/icons.ts';
import { Proofs } from '../documents/proofs.tsx';
import { AbsencesPane } from './absences-pane.tsx';
import { useEmployerAddress } from './address.ts';
import { ContractsPane, type RecordProps } from './contracts-pane.tsx';
import styles from './employer.module.css';
import { departureWords, hours } from './employment-words.ts';
import { capital } from './fact-fields.tsx';
import { ToldPane } from './told-pane.tsx';

/** One assistant: who, under which contract, absent when, proven by what, and what the rules say of it. */
export function AssistantRecord(props: RecordProps) {
  const { assistant, today, manages, onRefused } = props;
  const { open } = useEmployerAddress();
  const archive = useCommand('employer', 'archiveAssistant', { onRefused });
  const running = employmentOn(assistant.employments, today);
  const minutes = running === null ? null : weeklyMinutesOn(running, today);
  const away = absentOn(assistant.absences, today);
  const archived = assistant.archivedAt !== null;
  const departure = departureWords(assistant.employments, today);
  const shown = running ?? assistant.employments.at(-1);
  return (
    <Stack gap={3}>
      <div className={styles['head']}>
        <h2>
          {assistant.givenName} {assistant.familyName}
        </h2>
        <div className={styles['headTags']}>
          <Tag look="outline">{ASSISTANT_PROFILES[assistant.profile]}</Tag>
          {minutes !== null && <Tag look="outline">{hours(minutes)} par semaine</Tag>}
          {away !== null && (
            <Tag tone="warn" icon={IconAbsent}>
              {away.toDay === null ? 'Absence, fin inconnue' : `Absence jusqu’au ${formatDay(away.toDay)}`}
            </Tag>
          )}
          {departure !== null && <Tag>{capital(departure)}</Tag>}
          {archived && <Tag>Fiche archivée</Tag>}
          <Tag look="outline">{accountWords(assistant)}</Tag>
        </div>
        {manages && (
          <div className={styles['headButtons']}>
            <Button size="toolbar" onClick={() => open('assistant', { objet: assistant.id })}>
              Modifier la fiche
            </Button>
            <Button
              size="toolbar"
              kind="quiet"
              onClick={() => archive.mutate({ id: assistant.id, archived: !archived })}
            >
              {archived ? 'Reprendre la fiche' : 'Archiver la fiche'}
            </Button>
          </div>
        )}
      </div>
      {assistant.contradictions.length > 0 && (
        <Note tone="bad" title="Des faits se contredisent">
          <ul className={styles['problems']}>
            {assistant.contradictions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
      )}
      <div className={styles['grid']}>
        <div className={styles['column']}>
          <ContractsPane {...props} />
          <AbsencesPane {...props} />
          <Pane title="Diplômes et bulletins de paie" icon={IconIdentityDocument}>
            <Proofs
              about={{ kind: 'assistant', id: assistant.id }}
              kinds={['DIPLOMA', 'CERTIFICATE', 'PAYSLIP', 'OTHER']}
              empty="Ni diplôme ni bulletin joint."
            />
          </Pane>
          {shown !== undefined && (
            <Pane title="Pièces du contrat" icon={IconIdentityDocument}>
              <Proofs
                about={{ kind: 'employment', id: shown.id }}
                kinds={['EMPLOYMENT_CONTRACT', 'AVENANT', 'PAYSLIP', 'OTHER']}
                empty="Aucune pièce jointe au contrat de travail."
              />
            </Pane>
          )}
        </div>
        <ToldPane {...props} />
      </div>
    </Stack>
  );
}

function accountWords({ accountName, givenName, familyName }: RecordProps['assistant']): string {
  if (accountName === null) return 'Sans compte';
  return accountName === `${givenName} ${familyName}` ? 'Compte lié' : `Compte de ${accountName}`;
}
