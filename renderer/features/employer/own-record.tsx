import { useState } from 'react';
import type { OwnRecord as OwnRecordView } from '#shared/contract/employer.ts';
import { ABSENCE_KINDS, ASSISTANT_PROFILES, END_REASONS } from '#shared/domain/employer.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { EmptyState, ErrorArea, LoadingArea, Pane, Tag } from '../../ui/index.ts';
import { IconAbsent, IconIdentityDocument, IconPerson, IconPractice } from '../../ui/icons.ts';
import { ProofList } from '../documents/proof-list.tsx';
import styles from './employer.module.css';
import { contractWords, employerWords, hours, STANDINGS, standingOf } from './employment-words.ts';

/** What an assistant reads of their own record: the contract, the hours, the absences, the proofs. Nothing to change. */
export function OwnRecord({ today }: { today: Day }) {
  const read = useRead('employer', 'own', {});
  const documents = useRead('documents', 'mine', {});
  const [refusal, setRefusal] = useState<string | null>(null);
  if (read.error !== null)
    return (
      <ErrorArea
        what="Votre fiche n’a pas pu être lue."
        why={sentenceOf(read.error)}
        onRetry={() => void read.refetch()}
      />
    );
  if (read.data === undefined) return <LoadingArea words="Lecture de votre fiche…" />;
  const { record } = read.data;
  if (record === null)
    return (
      <EmptyState icon={IconPerson} title="Aucun dossier à votre nom">
        Le responsable du cabinet relie votre compte à votre contrat de travail.
      </EmptyState>
    );
  return (
    <div className={styles['grid']}>
      <div className={styles['column']}>
        <Pane
          title="Mon contrat de travail"
          icon={IconPractice}
          aside={<Tag look="outline">{ASSISTANT_PROFILES[record.profile]}</Tag>}
        >
          {record.employments.length === 0 && <p className={styles['quiet']}>Aucun contrat de travail saisi.</p>}
          {record.employments.toReversed().map((one) => (
            <OwnContract key={one.id} employment={one} today={today} />
          ))}
        </Pane>
        <Pane title="Mes absences" icon={IconAbsent}>
          {record.absences.length === 0 && <p className={styles['quiet']}>Aucune absence notée.</p>}
          <ul className={styles['list']}>
            {record.absences.toReversed().map(({ id, kind, fromDay, toDay }) => (
              <li key={id} className={styles['told']}>
                <span>
                  <b>{ABSENCE_KINDS[kind]}</b>, du {formatDay(fromDay)}{' '}
                  {toDay === null ? '(fin inconnue)' : `au ${formatDay(toDay)}`}
                </span>
              </li>
            ))}
          </ul>
        </Pane>
      </div>
      <Pane title="Mes pièces" icon={IconIdentityDocument}>
        {documents.error !== null ? (
          <ErrorArea
            what="Vos pièces n’ont pas pu être lues."
            why={sentenceOf(documents.error)}
            onRetry={() => void documents.refetch()}
          />
        ) : documents.data === undefined ? (
          <LoadingArea words="Lecture de vos pièces…" />
        ) : (
          <ProofList
            documents={documents.data.documents}
            empty="Aucune pièce jointe à votre dossier."
            refusal={refusal}
            onRefusal={setRefusal}
          />
        )}
      </Pane>
    </div>
  );
}

type Contract = OwnRecordView['employments'][number];

function OwnContract({ employment, today }: { employment: Contract; today: Day }) {
  const { startDay, endDay, endReason, remoteShare, workTimes } = employment;
  const standing = STANDINGS[standingOf({ startDay, endDay }, today)];
  return (
    <article className={styles['contract']}>
      <div className={styles['contractHead']}>
        <h3>{contractWords(employment)}</h3>
        <Tag tone={standing.tone} look="outline">
          {standing.words}
        </Tag>
      </div>
      <dl className={styles['facts']}>
        <dt>Employeur</dt>
        <dd>
          <span className={styles['line']}>{employerWords(employment)}</span>
        </dd>
        <dt>Durée</dt>
        <dd>
          {workTimes.map(({ fromDay, weeklyMinutes }) => (
            <span key={fromDay} className={styles['line']}>
              {hours(weeklyMinutes)} par semaine, à partir du {formatDay(fromDay)}
            </span>
          ))}
        </dd>
        {remoteShare !== null && remoteShare > 0 && (
          <>
            <dt>À distance</dt>
            <dd>
              <span className={styles['line']}>
                {remoteShare}
                {NBSP}% du temps
              </span>
            </dd>
          </>
        )}
        {endReason !== null && (
          <>
            <dt>Fin</dt>
            <dd>
              <span className={styles['line']}>{END_REASONS[endReason]}</span>
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}
