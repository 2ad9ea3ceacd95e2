import type { AssistantView } from '#shared/contract/employer.ts';
import type { Employment, ShareSplit } from '#shared/domain/employer-record.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../api/queries.ts';
import { ActionMenu, Button, EmptyState, Pane, Tag, TextLink } from '../../ui/index.ts';
import { IconAdd, IconPractice } from '../../ui/icons.ts';
import { useEmployerAddress } from './address.ts';
import styles from './employer.module.css';
import {
  contractWords,
  datesWords,
  employerWords,
  endWords,
  hours,
  STANDINGS,
  standingOf,
} from './employment-words.ts';

export interface RecordProps {
  assistant: AssistantView;
  doctors: readonly { id: string; displayName: string }[];
  today: string;
  /** May this person change it? */
  manages: boolean;
  onRefused: (error: unknown) => void;
}

/** Contracts of employment, the latest first, each with its hours and its split over time. */
export function ContractsPane(props: RecordProps) {
  const { assistant, manages } = props;
  const { open } = useEmployerAddress();
  const add = () => open('contrat', { dans: assistant.id });
  const button = (
    <Button size="toolbar" icon={IconAdd} onClick={add}>
      Ajouter un contrat
    </Button>
  );
  return (
    <Pane
      title="Contrat de travail"
      icon={IconPractice}
      {...(manages && assistant.employments.length > 0 ? { aside: button } : {})}
    >
      {assistant.employments.length === 0 ? (
        <EmptyState icon={IconPractice} title="Aucun contrat de travail" {...(manages ? { action: button } : {})}>
          Le premier jour commande les délais de formation.
        </EmptyState>
      ) : (
        assistant.employments.toReversed().map((one) => <Contract key={one.id} employment={one} {...props} />)
      )}
    </Pane>
  );
}

function Contract({ employment, doctors, today, manages, onRefused }: RecordProps & { employment: Employment }) {
  const { open } = useEmployerAddress();
  const remove = useCommand('employer', 'removeEmployment', { onRefused });
  const removeHours = useCommand('employer', 'removeWorkTime', { onRefused });
  const setShares = useCommand('employer', 'setShares', { onRefused });
  const { id, startDay, endDay, workTimes, splits } = employment;
  const standing = STANDINGS[standingOf({ startDay, endDay }, today)];
  const dates = datesWords({ startDay, endDay });
  return (
    <article className={styles['contract']}>
      <div className={styles['contractHead']}>
        <h3>{contractWords(employment)}</h3>
        <Tag tone={standing.tone} look="outline">
          {standing.words}
        </Tag>
        {manages && (
          <ActionMenu
            label={`Autres actions, contrat ${dates}`}
            size="inline"
            entries={[
              { id: 'edit', label: 'Corriger le contrat', onSelect: () => open('contrat', { objet: id }) },
              ...(endDay === null
                ? [{ id: 'end', label: 'Mettre fin au contrat', onSelect: () => open('fin', { objet: id }) }]
                : []),
              {
                id: 'remove',
                label: 'Retirer ce contrat saisi par erreur',
                danger: true,
                separated: true,
                onSelect: () => remove.mutate({ id }),
              },
            ]}
          />
        )}
      </div>
      <dl className={styles['facts']}>
        <dt>Employeur</dt>
        <dd>
          <span className={styles['line']}>{employerWords(employment)}</span>
        </dd>
        <dt>Durée</dt>
        <dd>
          {workTimes.map((line) => (
            <Line
              key={line.id}
              words={`${hours(line.weeklyMinutes)} par semaine, à partir du ${formatDay(line.fromDay)}`}
              manages={manages}
              onEdit={() => open('duree', { objet: line.id, dans: id })}
              onRemove={workTimes.length > 1 ? () => removeHours.mutate({ id: line.id }) : undefined}
            />
          ))}
          {manages && <TextLink onClick={() => open('duree', { dans: id })}>Ajouter une durée</TextLink>}
        </dd>
        <dt>Répartition</dt>
        <dd>
          {splits.length === 0 && <span className={styles['line']}>À renseigner</span>}
          {splits.map((split) => (
            <Line
              key={split.fromDay}
              words={`${splitWords(split, doctors)}, à partir du ${formatDay(split.fromDay)}`}
              manages={manages}
              onEdit={() => open('repartition', { dans: id, jour: split.fromDay })}
              onRemove={() =>
                setShares.mutate({ employmentId: id, fromDay: split.fromDay, base: split.parts, parts: [] })
              }
            />
          ))}
          {manages && <TextLink onClick={() => open('repartition', { dans: id })}>Répartir entre médecins</TextLink>}
        </dd>
        {endDay !== null && (
          <>
            <dt>Fin</dt>
            <dd>
              <span className={styles['line']}>{endWords(employment)}</span>
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

interface LineProps {
  words: string;
  /** What the buttons are about, for assistive tools; the words themselves otherwise. */
  about?: string;
  manages: boolean;
  onEdit: () => void;
  onRemove: (() => void) | undefined;
}

/** A line over time, with its two gestures. */
export function Line({ words, about = words, manages, onEdit, onRemove }: LineProps) {
  return (
    <span className={styles['line']}>
      <span className={styles['lineWords']}>{words}</span>
      {manages && (
        <span className={styles['lineButtons']}>
          <Button kind="quiet" size="inline" aria-label={`Corriger\u00A0: ${about}`} onClick={onEdit}>
            Corriger
          </Button>
          {onRemove !== undefined && (
            <Button kind="quiet" size="inline" aria-label={`Retirer\u00A0: ${about}`} onClick={onRemove}>
              Retirer
            </Button>
          )}
        </span>
      )}
    </span>
  );
}

/** In the order of the doctors of the practice; one since withdrawn comes last. */
function splitWords({ parts }: ShareSplit, doctors: RecordProps['doctors']): string {
  const rank = (doctorId: string) =>
    (doctors.findIndex(({ id }) => id === doctorId) + doctors.length + 1) % (doctors.length + 1);
  return parts
    .toSorted((one, next) => rank(one.doctorId) - rank(next.doctorId))
    .map(({ doctorId, share }) => {
      const doctor = doctors.find(({ id }) => id === doctorId)?.displayName ?? 'Médecin retiré';
      return `${doctor} ${formatNumber(share / 100)}${NBSP}%`;
    })
    .join(', ');
}
