import { useState } from 'react';
import {
  alertKindLabels,
  alertSourceLabels,
  noneKnownLabels,
  type AlertKind,
  type AlertSource,
} from '#shared/domain/patient.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand } from '../../../api/queries.ts';
import { useMe } from '../../../api/session.ts';
import { IconAdd, IconAlert } from '../../../ui/icons.ts';
import {
  Button,
  CheckField,
  ChoiceField,
  DateField,
  ModalFrame,
  Note,
  Row,
  Stack,
  Tag,
  TextField,
} from '../../../ui/index.ts';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { originOf, wordsOf } from './alert-words.ts';
import styles from './file.module.css';
import type { File } from './file-page.tsx';

type Alert = File['alerts'][number];

/** The alert row, line by line: each says who stated it, when, and who recorded it. */
export function AlertsDialog({ file, today, onClose }: { file: File; today: string; onClose: () => void }) {
  const [error, setError] = useState<string | null>(null);
  return (
    <ModalFrame
      opened
      title="Ligne d’alerte"
      onClose={onClose}
      width={680}
      footer={
        <Button onClick={onClose} keyCap="Échap" ref={(button) => button?.setAttribute('data-autofocus', '')}>
          Fermer
        </Button>
      }
    >
      <Stack>
        {error !== null && (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        )}
        {file.alertKindsSeen.map((kind) => {
          const alerts = file.alerts.filter((alert) => alert.kind === kind);
          return (
            <section key={kind} aria-label={alertKindLabels[kind]} className={styles['alertKind']}>
              <h3>{alertKindLabels[kind]}</h3>
              {alerts.length === 0 && <p className={styles['sub']}>Non renseigné</p>}
              {alerts.map((alert) => (
                <AlertLine key={alert.id} alert={alert} onError={setError} />
              ))}
              <AddAlert
                patientId={file.id}
                kind={kind}
                today={today}
                canSayNone={alerts.length === 0}
                onError={setError}
              />
            </section>
          );
        })}
      </Stack>
    </ModalFrame>
  );
}

function AlertLine({ alert, onError }: { alert: Alert; onError: (words: string | null) => void }) {
  const me = useMe();
  const [mode, setMode] = useState<'read' | 'edit' | 'remove'>('read');
  const [text, setText] = useState('');
  const done = () => {
    setMode('read');
    onError(null);
  };
  const gesture = { onDone: done, onRefused: (error: unknown) => onError(sentenceOf(error)) };
  const edit = useCommand('patients', 'editAlert', gesture);
  const confirm = useCommand('patients', 'confirmAlert', gesture);
  const remove = useCommand('patients', 'removeAlert', gesture);
  const start = (next: 'edit' | 'remove') => {
    setText(next === 'edit' ? alert.label : '');
    setMode(next);
  };
  const submit = () => {
    if (mode === 'remove') remove.mutate({ alertId: alert.id, reason: text.trim() });
    else edit.mutate({ alertId: alert.id, patches: [{ field: 'label', base: alert.label, value: text.trim() }] });
  };
  return (
    <div className={styles['alertLine']}>
      <Row spread align="start">
        <span>
          <b>{wordsOf(alert)}</b>
          <span className={styles['origin']}>{originOf(alert)}</span>
        </span>
        <Row gap={1}>
          {alert.confirmedBy !== null && <Tag tone="ok">Confirmé</Tag>}
          {alert.confirmedBy === null && me !== null && can(me, 'clinical.validate') && (
            <Button size="inline" onClick={() => confirm.mutate({ alertId: alert.id })}>
              Confirmer
            </Button>
          )}
          {!alert.noneKnown && (
            <Button size="inline" onClick={() => start('edit')} aria-label={`Modifier\u00a0: ${wordsOf(alert)}`}>
              Modifier
            </Button>
          )}
          <Button size="inline" onClick={() => start('remove')} aria-label={`Retirer\u00a0: ${wordsOf(alert)}`}>
            Retirer
          </Button>
        </Row>
      </Row>
      {mode !== 'read' && (
        <form
          className={styles['inlineForm']}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <TextField
            label={mode === 'edit' ? 'Nouveau libellé' : 'Motif du retrait'}
            value={text}
            onChange={setText}
            autoFocus
            maxLength={mode === 'edit' ? 120 : 300}
          />
          <Row>
            <Button
              size="toolbar"
              kind="primary"
              type="submit"
              disabled={text.trim().length < (mode === 'edit' ? 1 : 3)}
            >
              {mode === 'edit' ? 'Enregistrer' : 'Retirer de la ligne'}
            </Button>
            <Button size="toolbar" onClick={() => setMode('read')}>
              Retour
            </Button>
          </Row>
        </form>
      )}
    </div>
  );
}

interface AddAlertProps {
  patientId: string;
  kind: AlertKind;
  today: string;
  canSayNone: boolean;
  onError: (words: string | null) => void;
}

function AddAlert({ patientId, kind, today, canSayNone, onError }: AddAlertProps) {
  const me = useMe();
  // What a document or a doctor says is recorded by a doctor; the assistant records what is declared.
  const doctor = me !== null && can(me, 'clinical.validate');
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [none, setNone] = useState(false);
  const [source, setSource] = useState<AlertSource | null>(doctor ? null : 'declare');
  const [stated, setStated] = useState(formatDay(today));
  const add = useCommand('patients', 'addAlert', {
    onDone: () => {
      setOpen(false);
      setLabel('');
      setNone(false);
      onError(null);
    },
    onRefused: (error) => onError(sentenceOf(error)),
  });
  if (!open) {
    return (
      <Button
        size="inline"
        icon={IconAdd}
        onClick={() => setOpen(true)}
        aria-label={`Ajouter\u00a0: ${alertKindLabels[kind]}`}
      >
        Ajouter
      </Button>
    );
  }
  const day = parseFrenchDate(stated, { today });
  const ready = (none || label.trim() !== '') && source !== null && day.kind === 'day';
  const submit = () => {
    if (ready && day.kind === 'day')
      add.mutate({ patientId, kind, label: none ? '' : label.trim(), noneKnown: none, source, statedOn: day.day });
  };
  return (
    <form
      className={styles['inlineForm']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {!none && <TextField label={alertKindLabels[kind]} value={label} onChange={setLabel} maxLength={120} autoFocus />}
      {canSayNone && <CheckField label={noneKnownLabels[kind]} checked={none} onChange={setNone} />}
      <Row gap={4} align="end">
        {doctor ? (
          <ChoiceField
            label="Source"
            options={Object.entries(alertSourceLabels).map(([value, words]) => ({
              value: value as AlertSource,
              label: words,
            }))}
            value={source}
            onChange={setSource}
          />
        ) : (
          <Tag look="outline" icon={IconAlert}>
            Source{'\u00a0'}: déclaré
          </Tag>
        )}
        <DateField label="Dit le" value={stated} onChange={setStated} today={today} />
      </Row>
      <Row>
        <Button size="toolbar" kind="primary" type="submit" disabled={!ready}>
          Ajouter à la ligne
        </Button>
        <Button size="toolbar" onClick={() => setOpen(false)}>
          Retour
        </Button>
      </Row>
    </form>
  );
}
