import type { PreparedRenewal } from '#shared/contract/renewal.ts';
import { RENEWAL_STEPS, renewalSteps, type ChecklistLine, type RenewalStep } from '#shared/domain/renewal.ts';
import { sentenceOf } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { Button, ErrorArea, LoadingArea, Note, TextLink } from '../../ui/index.ts';
import { IconAlert, IconInfo, IconPatients, IconPerson, IconToFinish, type Icon } from '../../ui/icons.ts';
import { ChecklistPane } from './checklist-pane.tsx';
import { FilesPane } from './files-pane.tsx';
import { PersonChoice } from './person-choice.tsx';
import { usePlaces } from './places.ts';
import type { OpenDialog } from './renewal-dialog.tsx';
import styles from './renewal.module.css';
import { SubjectChoice } from './subject-choice.tsx';
import type { useRenewal } from './use-renewal.ts';

const STEP_TITLES: Readonly<Record<RenewalStep, { title: string; icon: Icon }>> = {
  contract: { title: 'Contrat et cabinet', icon: IconInfo },
  patients: { title: 'Patientèle et objectifs', icon: IconPatients },
  assistant: { title: 'Assistant et formation', icon: IconPerson },
  proofs: { title: 'Pièces du dossier', icon: IconToFinish },
  review: { title: 'Ce qui manque encore', icon: IconAlert },
};

const isOpen = ({ state }: ChecklistLine): boolean => state === 'missing' || state === 'later';

interface StepBodyProps {
  renewal: ReturnType<typeof useRenewal>;
  mayManage: boolean;
  onDialog: (dialog: OpenDialog) => void;
  onward: () => void;
}

/** The left half: what the step asks for, and the way on. */
export function StepBody({ renewal, mayManage, onDialog, onward }: StepBodyProps) {
  const { prepared, step, problem, contractId, go } = renewal;
  const today = useSession((store) => store.state?.today) ?? '';
  const { data } = prepared;
  const index = renewalSteps.indexOf(step);
  const next = renewalSteps[index + 1];
  const back = renewalSteps[index - 1];
  return (
    <>
      {prepared.isError && (
        <ErrorArea
          what="Le dossier n’a pas pu être préparé."
          why={sentenceOf(prepared.error)}
          onRetry={() => void prepared.refetch()}
        />
      )}
      {data === undefined && !prepared.isError && <LoadingArea words="Rassemblement du dossier…" />}
      {data !== undefined && <StepLines renewal={renewal} prepared={data} mayManage={mayManage} onDialog={onDialog} />}
      {problem !== null && (
        <Note tone="bad" role="alert">
          {problem}
        </Note>
      )}
      <Note tone="neutral">
        Rien n’est envoyé depuis l’application. Le dossier est à déposer par le médecin dans son espace de l’Assurance
        Maladie.
      </Note>
      <div className={styles['foot']}>
        {back !== undefined && <Button onClick={() => go({ etape: back })}>Retour</Button>}
        {data !== undefined && <p>{openWords(data.checklist)}</p>}
        {next !== undefined && (
          <Button kind="primary" onClick={onward} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
            {RENEWAL_STEPS[next]}
          </Button>
        )}
      </div>
      {step === 'review' && <FilesPane contractId={contractId} today={today} mayManage={mayManage} />}
    </>
  );
}

type StepLinesProps = Omit<StepBodyProps, 'onward'> & { prepared: PreparedRenewal };

function StepLines({ renewal, prepared, mayManage, onDialog }: StepLinesProps) {
  const { step, contract, contractId, contractYear, personId, go } = renewal;
  const toPlace = usePlaces(contractId, contract?.doctors[0]?.id);
  const review = step === 'review';
  const shown = prepared.checklist.filter((line) => (review ? isOpen(line) : line.step === step));
  const gestures = {
    onPlace: toPlace,
    onAttach: (line: ChecklistLine) => onDialog({ kind: 'attach', line }),
    onSetAside: (line: ChecklistLine) => onDialog({ kind: 'aside', line }),
    onTakeBack: (line: ChecklistLine) => renewal.setAside(line.id, null),
  };
  const list = <TextLink onClick={() => onDialog({ kind: 'pieces' })}>Modifier la liste</TextLink>;
  return (
    <>
      {step === 'contract' && (
        <SubjectChoice
          years={prepared.years}
          contractYear={contractYear}
          onChoose={(wanted) => go({ annee: wanted ?? 'terme' })}
        />
      )}
      {review && shown.length === 0 ? (
        <Note tone="ok" title="Rien ne manque">
          Le dossier peut être produit.
        </Note>
      ) : (
        <ChecklistPane
          {...STEP_TITLES[step]}
          missingOnly={review}
          lines={shown}
          aside={step === 'proofs' && mayManage && list}
          gestures={mayManage ? gestures : null}
        />
      )}
      {step === 'assistant' && prepared.persons.length > 0 && (
        <PersonChoice
          persons={prepared.persons}
          personId={personId}
          onChoose={(wanted) => go({ personne: wanted ?? undefined })}
        />
      )}
      {step === 'proofs' && !prepared.piecesChanged && (
        <p className={styles['detail']}>
          Liste choisie par Prélude. Celle que demande votre caisse n’est pas publiée{'\u00a0'}: la modifier au besoin.
        </p>
      )}
    </>
  );
}

function openWords(lines: readonly ChecklistLine[]): string {
  const open = lines.filter((line) => line.blocking && isOpen(line)).length;
  if (open === 0) return 'Rien de bloquant ne manque.';
  const noun = open === 1 ? '1 élément bloquant manque.' : `${open} éléments bloquants manquent.`;
  return `${noun} Le PDF provisoire porte la mention «\u00a0Incomplet\u00a0».`;
}
