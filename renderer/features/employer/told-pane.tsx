import type { AssistantView } from '#shared/contract/employer.ts';
import { DEPARTURE_ACTIONS, OPTION_LABELS } from '#shared/rules/aid/index.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { Pane, Tag } from '../../ui/index.ts';
import { IconRules } from '../../ui/icons.ts';
import type { RecordProps } from './contracts-pane.tsx';
import styles from './employer.module.css';
import { OutcomeTag, ToldLine, VerdictLine } from './verdict-line.tsx';

/** What the rules say of the post: its limits, the contract, the hours of the option, the departures. */
export function ToldPane({ assistant, doctors }: Pick<RecordProps, 'assistant' | 'doctors'>) {
  const { told } = assistant;
  const { post, contract } = told;
  const replaced = post?.limits.find(({ id }) => id === 'secretary_replaced')?.verdict.outcome === 'met';
  return (
    <Pane
      title="Ce que disent les règles"
      icon={IconRules}
      {...(post === null ? {} : { aside: <OutcomeTag outcome={post.outcome} all /> })}
    >
      {post === null && <p className={styles['quiet']}>Rien à dire sans contrat de travail.</p>}
      <ul className={styles['list']}>
        {told.workTimes.map((line) => (
          <VerdictLine
            key={`${line.contractId} ${line.fromDay}`}
            label={`Contrat d’aide à ${OPTION_LABELS[line.option]}, ${doctorOf(line.doctorId, doctors)}, au ${formatDay(line.fromDay)}`}
            outcome={line.verdict.outcome}
            answer={line.verdict}
          />
        ))}
        {told.departures.map(({ employmentId, action }) => (
          <ToldLine
            key={employmentId}
            label={`Départ le ${endOf(assistant, employmentId)}`}
            tag={<Tag tone="warn">{action.value === null ? 'À compléter' : DEPARTURE_ACTIONS[action.value]}</Tag>}
            answer={action}
          >
            {action.reasons[0]?.words}
          </ToldLine>
        ))}
        {contract?.conditions
          .filter(({ id }) => id !== 'post')
          .map(({ id, label, verdict }) => (
            <VerdictLine key={id} label={label} outcome={verdict.outcome} answer={verdict} />
          ))}
        {post?.limits.map(({ id, label, verdict }) => (
          <VerdictLine key={id} label={label} outcome={verdict.outcome} answer={verdict} />
        ))}
        {post?.replacementDue != null && !replaced && (
          <ToldLine
            label="Délai pour reprendre le poste de secrétaire"
            tag={<OutcomeTag outcome="undetermined" />}
            answer={post.replacementDue}
          >
            {post.replacementDue.reasons[0]?.words}
          </ToldLine>
        )}
      </ul>
    </Pane>
  );
}

function doctorOf(doctorId: string | null, doctors: RecordProps['doctors']): string {
  if (doctorId === null) return 'contrat collectif';
  return doctors.find(({ id }) => id === doctorId)?.displayName ?? 'médecin retiré';
}

function endOf({ employments }: AssistantView, employmentId: string): string {
  const end = employments.find(({ id }) => id === employmentId)?.endDay;
  return end == null ? '' : formatDay(end);
}
