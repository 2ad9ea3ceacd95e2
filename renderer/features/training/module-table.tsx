import type { AssistantTraining, TrainingModule } from '#shared/contract/training.ts';
import { FREE_MODULE } from '#shared/domain/training.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { HoursLine } from '#shared/rules/training/index.ts';
import { sentenceOf } from '../../api/queries.ts';
import { IconAlert, IconClock, IconDone, IconNever } from '../../ui/icons.ts';
import { DataTable, Tag, TextLink, type Column } from '../../ui/index.ts';
import { saveDocument } from '../documents/send-document.ts';
import { hoursText } from './facts-form.ts';
import styles from './training.module.css';

interface Line {
  module: TrainingModule;
  hours: HoursLine | undefined;
  proofs: NonNullable<AssistantTraining['training']>['documents'];
}

interface ModuleTableProps {
  view: AssistantTraining;
  openId: string | null;
  /** Absent for who may only read. */
  onOpen?: ((module: TrainingModule) => void) | undefined;
  onAttach?: ((module: TrainingModule) => void) | undefined;
  onRefused: (sentence: string) => void;
}

/** Modules of the plan: hours done over hours asked, state, date, attestation. */
export function ModuleTable({ view, openId, onOpen, onAttach, onRefused }: ModuleTableProps) {
  const { training, answers } = view;
  if (training === null || training.modules.length === 0) return null;
  const rows: Line[] = training.modules.map((module) => ({
    module,
    hours: answers.progress?.lines.find((line) => String(line.module) === module.module),
    proofs: training.documents.filter(({ aboutId }) => aboutId === module.id),
  }));
  const columns: readonly Column<Line>[] = [
    {
      id: 'module',
      head: 'Module',
      rowHead: true,
      cell: ({ module }) => (
        <>
          <span className={styles['name']}>
            {module.module !== FREE_MODULE && `${module.module}. `}
            {module.facts.label}
          </span>
          {module.remarks.map((remark) => (
            <span key={remark} className={styles['remark']}>
              <IconAlert size={13} stroke={2} aria-hidden="true" /> {remark}
            </span>
          ))}
        </>
      ),
    },
    { id: 'hours', head: 'Heures', width: '210px', cell: (line) => <Hours line={line} /> },
    { id: 'state', head: 'État', width: '150px', cell: ({ module }) => <StateTag facts={module.facts} /> },
    { id: 'date', head: 'Date', width: '170px', cell: ({ module }) => dateWords(module.facts) },
    {
      id: 'proof',
      head: 'Attestation',
      width: '22%',
      cell: ({ module, proofs }) => (
        <span className={styles['proofs']}>
          {proofs.map(({ id, name }) => (
            <ProofLink key={id} id={id} name={name} onRefused={onRefused} />
          ))}
          {proofs.length === 0 && (
            <span className={styles['quiet']}>{module.facts.state === 'exempted' ? 'sans objet' : 'attendue'}</span>
          )}
          {proofs.length === 0 && module.facts.state !== 'exempted' && onAttach !== undefined && (
            <TextLink onClick={() => onAttach(module)}>Joindre</TextLink>
          )}
        </span>
      ),
    },
  ];
  return (
    <div className={styles['scroll']}>
      <DataTable
        caption={`Modules de ${view.assistant.givenName} ${view.assistant.familyName}`}
        columns={columns}
        groups={[{ id: 'all', label: '', rows }]}
        rowKey={({ module }) => module.id}
        openKey={openId}
        {...(onOpen === undefined ? {} : { onOpen: ({ module }: Line) => onOpen(module) })}
      />
    </div>
  );
}

/** A proof, opened by its name. */
export function ProofLink({
  id,
  name,
  onRefused,
}: {
  id: string;
  name: string;
  onRefused: (sentence: string) => void;
}) {
  return (
    <TextLink onClick={() => void saveDocument(id).catch((error: unknown) => onRefused(sentenceOf(error)))}>
      {name}
    </TextLink>
  );
}

function Hours({ line: { module, hours } }: { line: Line }) {
  const { doneMinutes, plannedMinutes, exemptMinutes } = module.facts;
  const asked = hours?.required.value ?? (plannedMinutes === null ? null : plannedMinutes / 60);
  const exempt = hours?.exempt ?? (exemptMinutes ?? 0) / 60;
  const left = asked === null ? null : Math.max(0, asked - exempt);
  const done = doneMinutes / 60;
  const share = left === null ? 0 : left === 0 ? 1 : Math.min(1, done / left);
  return (
    <span className={styles['hours']}>
      <span className={styles['bar']} aria-hidden="true">
        <span className={share >= 1 ? styles['full'] : styles['part']} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="figures">
        {hoursText(doneMinutes)} / {left === null ? '?' : formatNumber(left)}
        {'\u00a0'}h
      </span>
    </span>
  );
}

function StateTag({ facts }: { facts: TrainingModule['facts'] }) {
  if (facts.state === 'validated')
    return (
      <Tag tone="ok" icon={IconDone}>
        Validé
      </Tag>
    );
  if (facts.state === 'exempted')
    return (
      <Tag look="outline" icon={IconNever}>
        Dispensé
      </Tag>
    );
  if (facts.state === 'done')
    return (
      <Tag tone="primary" icon={IconDone}>
        Suivi
      </Tag>
    );
  return facts.doneMinutes > 0 ? (
    <Tag tone="primary" icon={IconClock}>
      En cours
    </Tag>
  ) : (
    <Tag look="outline" icon={IconClock}>
      Prévu
    </Tag>
  );
}

function dateWords({ validatedOn, plannedEnd }: TrainingModule['facts']): string {
  if (validatedOn !== null) return formatDay(validatedOn);
  return plannedEnd === null ? '' : `fin prévue ${formatDay(plannedEnd)}`;
}
