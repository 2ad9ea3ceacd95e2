import type { ReactNode } from 'react';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { AID_EVENT_KINDS, AID_PAYMENT_KINDS } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import { Button, Pane, TextLink, VisuallyHidden } from '../../ui/index.ts';
import { IconAdd, IconAid, IconPatients, IconVisits, type Icon } from '../../ui/icons.ts';
import { useAidAddress } from './address.ts';
import styles from './aid.module.css';
import { useRecords } from './gestures.ts';
import { ObjectiveLine } from './objective-line.tsx';

interface LifeProps {
  contract: AidContractView;
  mayManage: boolean;
}

interface Line {
  id: string;
  main: ReactNode;
  aside?: ReactNode;
  /** Read after "Modifier". */
  named: string;
  onEdit: (() => void) | null;
}

/** A list of typed facts, each one opened in its form. */
function Lines({
  title,
  icon,
  lines,
  empty,
  actions,
}: {
  title: string;
  icon: Icon;
  lines: readonly Line[];
  empty: string;
  actions: ReactNode;
}) {
  return (
    <Pane title={title} icon={icon} flush aside={actions}>
      {lines.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <ul className={styles['lines']}>
          {lines.map(({ id, main, aside, named, onEdit }) => (
            <li key={id} className={styles['life']}>
              <div>{main}</div>
              <div className={styles['quiet']}>{aside}</div>
              {onEdit !== null && (
                <TextLink onClick={onEdit}>
                  Modifier
                  <VisuallyHidden>, {named}</VisuallyHidden>
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

const period = (from: string, to: string | null) =>
  `depuis le ${formatDay(from)}${to === null ? '' : `, jusqu’au ${formatDay(to)}`}`;
const proofWords = (proofs: number) => (proofs === 0 ? 'sans pièce' : proofs === 1 ? '1 pièce' : `${proofs} pièces`);

/** What was typed of the contract: objectives, people, payments, events. */
export function LifePanes({ contract, mayManage }: LifeProps) {
  const { open } = useAidAddress();
  const records = useRecords();
  const act = (run: () => void) => (mayManage ? run : null);
  const add = (label: string, run: () => void) =>
    mayManage && (
      <Button size="inline" icon={IconAdd} onClick={run}>
        {label}
      </Button>
    );
  const collective = contract.fields.kind === 'COLLECTIVE';
  const kinds = { EXPECTED: 0, NOTIFIED: 1, RECEIVED: 2 } as const;
  return (
    <div className={styles['halves']}>
      <div className={styles['column']}>
        <Pane title="Objectifs" icon={IconPatients} flush>
          {contract.objectives.length === 0 ? (
            <p className={styles['empty']}>Aucun compteur à suivre.</p>
          ) : (
            <ul className={styles['lines']}>
              {contract.objectives.map((objective) => (
                <ObjectiveLine
                  key={objective.metric}
                  objective={objective}
                  onEdit={act(() => open('objectif', objective.metric))}
                />
              ))}
            </ul>
          )}
          {contract.objectiveReasons.map(({ code, words }) => (
            <p key={code} className={styles['empty']}>
              {words}
            </p>
          ))}
        </Pane>
        {collective && (
          <Lines
            title="Médecins du contrat"
            icon={IconPatients}
            empty="Aucun médecin encore."
            actions={add('Ajouter un médecin', () => open('medecin'))}
            lines={contract.members.map((member) => ({
              id: member.id,
              named: member.name,
              main: (
                <>
                  <TextLink onClick={() => records.ofDoctor(member.doctorId)}>{member.name}</TextLink>
                  {member.pamsu && ' · PAMSU'}
                </>
              ),
              aside: period(member.joinedOn, member.leftOn),
              onEdit: act(() => open('medecin', member.id)),
            }))}
          />
        )}
        <Lines
          title="Vie du contrat"
          icon={IconVisits}
          empty="Ni avenant, ni suspension, ni courrier."
          actions={add('Noter un courrier', () => open('courrier'))}
          lines={contract.events
            .toSorted((a, b) => b.onDay.localeCompare(a.onDay))
            .map((event) => ({
              id: event.id,
              named: `${AID_EVENT_KINDS[event.kind]} du ${formatDay(event.onDay)}`,
              main: (
                <>
                  <b>{AID_EVENT_KINDS[event.kind]}</b>
                  {event.words !== null && `${NBSP}: ${event.words}`}
                </>
              ),
              aside: `${formatDay(event.onDay)}${event.toDay === null ? '' : ` au ${formatDay(event.toDay)}`} · ${proofWords(event.proofs)}`,
              onEdit: act(() => open('evenement', event.id)),
            }))}
        />
      </div>
      <div className={styles['column']}>
        <Lines
          title="Assistants"
          icon={IconPatients}
          empty="Aucun assistant rattaché à ce contrat."
          actions={add('Rattacher', () => open('assistant'))}
          lines={contract.assistants.map((assistant) => ({
            id: assistant.id,
            named: assistant.name,
            main: <TextLink onClick={() => records.ofAssistant(assistant.assistantId)}>{assistant.name}</TextLink>,
            aside: period(assistant.fromDay, assistant.toDay),
            onEdit: act(() => open('assistant', assistant.id)),
          }))}
        />
        <Lines
          title="Versements"
          icon={IconAid}
          empty="Aucun versement saisi."
          actions={add('Saisir', () => open('versement'))}
          lines={contract.payments
            .toSorted((a, b) => a.contractYear - b.contractYear || kinds[a.kind] - kinds[b.kind])
            .map((payment) => ({
              id: payment.id,
              named: `${AID_PAYMENT_KINDS[payment.kind]}, année ${payment.contractYear}`,
              main: (
                <>
                  <b>{payment.amountCents === null ? 'Montant inconnu' : euros(payment.amountCents)}</b>{' '}
                  {AID_PAYMENT_KINDS[payment.kind].toLocaleLowerCase('fr')}, année {payment.contractYear}
                  {payment.words !== null && <p className={styles['quiet']}>{payment.words}</p>}
                </>
              ),
              aside: `${payment.onDay === null ? 'date inconnue' : `le ${formatDay(payment.onDay)}`} · ${proofWords(payment.proofs)}`,
              onEdit: act(() => open('versement', payment.id)),
            }))}
        />
      </div>
    </div>
  );
}
