import { useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { DUPLICATE_LABELS, IDENTITY_STATUSES } from '#shared/rules/identity/index.ts';
import { IconAlert, IconDone, IconLookalike } from '../../../ui/icons.ts';
import {
  Button,
  classes,
  ModalFrame,
  Note,
  Row,
  Stack,
  Tag,
  TextAreaField,
  TextLink,
  VisuallyHidden,
} from '../../../ui/index.ts';
import { dossier, nameOf } from '../patient-words.ts';
import styles from './duplicates-panel.module.css';
import { mustAnswer, type Candidate } from './use-duplicates.ts';

interface DuplicatesPanelProps {
  candidates: readonly Candidate[];
  searched: boolean;
  /** Reasons given, by file. */
  answers: ReadonlyMap<string, string>;
  practice: PracticeView | undefined;
  today: string;
  onOpen: (patientId: string) => void;
  onAnswer: (patientId: string, reason: string) => void;
}

/** Files that resemble what is typed: to be checked with the person before creating one more. */
export function DuplicatesPanel({
  candidates,
  searched,
  answers,
  practice,
  today,
  onOpen,
  onAnswer,
}: DuplicatesPanelProps) {
  const [asking, setAsking] = useState<Candidate | null>(null);
  const title =
    candidates.length === 0
      ? 'Dossiers ressemblants'
      : candidates.length === 1
        ? '1 dossier ressemblant'
        : `${candidates.length} dossiers ressemblants`;
  return (
    <Stack>
      <div className={styles['head']}>
        <IconLookalike size={18} stroke={1.7} aria-hidden="true" />
        <h2>{title}</h2>
      </div>
      <p className={styles['sub']} role="status">
        {candidates.length > 0
          ? 'Vérifier avec la personne avant de créer un dossier.'
          : searched
            ? 'Aucun dossier ne ressemble à cette saisie.'
            : 'La recherche commence au troisième trait saisi.'}
      </p>
      {candidates.map((candidate) => (
        <CandidateCard
          key={candidate.patient.id}
          candidate={candidate}
          answer={answers.get(candidate.patient.id)}
          practice={practice}
          today={today}
          onOpen={onOpen}
          onDeny={() => setAsking(candidate)}
        />
      ))}
      {candidates.some(mustAnswer) && (
        <Note tone="neutral">
          Créer malgré un doublon «{'\u00a0'}très probable{'\u00a0'}» demande un motif. Il est inscrit au journal.
        </Note>
      )}
      {asking !== null && (
        <NotSameDialog
          candidate={asking}
          onLeave={() => setAsking(null)}
          onAnswer={(reason) => {
            onAnswer(asking.patient.id, reason);
            setAsking(null);
          }}
        />
      )}
    </Stack>
  );
}

interface CandidateCardProps {
  candidate: Candidate;
  answer: string | undefined;
  practice: PracticeView | undefined;
  today: string;
  onOpen: (patientId: string) => void;
  onDeny: () => void;
}

function CandidateCard({ candidate, answer, practice, today, onOpen, onDeny }: CandidateCardProps) {
  const { patient, level, twins } = candidate;
  const asked = mustAnswer(candidate);
  const [compared, setCompared] = useState(false);
  return (
    <article
      className={classes(styles['card'], asked && answer === undefined && styles['loud'])}
      aria-label={`${nameOf(patient)}, ${dossier(patient.number)}`}
    >
      <Row spread>
        <Tag tone={asked ? 'bad' : 'warn'} icon={asked ? IconAlert : IconLookalike}>
          {twins ? 'Jumeaux possibles' : DUPLICATE_LABELS[level]}
        </Tag>
        <span className={styles['number']}>{dossier(patient.number)}</span>
      </Row>
      {!asked && (
        <p>
          <b>{nameOf(patient)}</b> {patient.sex} · {formatDay(patient.birthDay)} · {ageLabel(patient.birthDay, today)}
        </p>
      )}
      {(asked || compared) && <TraitTable candidate={candidate} />}
      {candidate.reasons.length > 0 && <p className={styles['sub']}>{candidate.reasons.join(' ')}</p>}
      <p className={styles['sub']}>{seenWords(candidate, practice)}</p>
      {answer === undefined ? (
        <Row>
          <Button kind={asked ? 'primary' : 'secondary'} size="toolbar" onClick={() => onOpen(patient.id)}>
            Ouvrir ce dossier
          </Button>
          {asked ? (
            <Button size="toolbar" onClick={onDeny}>
              {patient.sex === 'F' ? 'Ce n’est pas elle…' : 'Ce n’est pas lui…'}
            </Button>
          ) : (
            <Button size="toolbar" onClick={() => setCompared(!compared)} aria-expanded={compared}>
              Comparer
            </Button>
          )}
        </Row>
      ) : (
        <p className={styles['answer']}>
          <IconDone size={14} stroke={2} aria-hidden="true" /> Autre personne{'\u00a0'}: {answer}{' '}
          <TextLink onClick={onDeny}>Changer</TextLink>
        </p>
      )}
    </article>
  );
}

function seenWords({ patient, visitCount, lastVisit }: Candidate, practice: PracticeView | undefined): string {
  const seen = patient.sex === 'F' ? 'Vue' : 'Vu';
  const doctor = practice?.doctors.find((one) => one.id === lastVisit?.doctorId)?.displayName;
  const visits =
    lastVisit === null
      ? 'Aucune visite'
      : `${seen} ${visitCount === 1 ? 'une fois' : `${visitCount} fois, dernière`} le ${formatDay(lastVisit.day)}${doctor === undefined ? '' : ` (${doctor})`}`;
  return `${visits}. ${IDENTITY_STATUSES[patient.status]}.`;
}

const marks = {
  same: { sign: '✓', words: 'identique' },
  different: { sign: '≠', words: 'différent' },
  unknown: { sign: '–', words: 'non comparable' },
};

function TraitTable({ candidate }: { candidate: Candidate }) {
  return (
    <table className={styles['traits']}>
      <caption>
        <VisuallyHidden>Comparaison trait par trait</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Trait</VisuallyHidden>
          </th>
          <th scope="col">Saisie</th>
          <th scope="col">Dossier existant</th>
          <th scope="col">
            <VisuallyHidden>Résultat</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {candidate.traits.map((trait) => (
          <tr key={trait.trait} className={trait.result === 'different' ? styles['differs'] : undefined}>
            <th scope="row">{trait.label}</th>
            <td>{trait.typed}</td>
            <td>{trait.existing}</td>
            <td className={styles[trait.result]}>
              <span aria-hidden="true">{marks[trait.result].sign}</span>
              <VisuallyHidden>{marks[trait.result].words}</VisuallyHidden>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NotSameDialog({
  candidate,
  onLeave,
  onAnswer,
}: {
  candidate: Candidate;
  onLeave: () => void;
  onAnswer: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const confirm = () => {
    if (reason.trim().length < 3) setError('Dire pourquoi, en quelques mots.');
    else onAnswer(reason.trim());
  };
  return (
    <ModalFrame
      opened
      title="Une autre personne"
      onClose={onLeave}
      footer={
        <Row>
          <Button onClick={onLeave}>Retour</Button>
          <Button kind="primary" onClick={confirm}>
            Ce n’est pas la même personne
          </Button>
        </Row>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <Stack>
          <p>
            Qu’est-ce qui distingue cette personne de <b>{nameOf(candidate.patient)}</b>,{' '}
            {dossier(candidate.patient.number)}
            {'\u00a0'}?
          </p>
          <TextAreaField
            label="Motif"
            value={reason}
            onChange={setReason}
            error={error}
            rows={2}
            placeholder="homonyme, jumeau, vérifié sur la pièce…"
          />
        </Stack>
      </form>
    </ModalFrame>
  );
}
