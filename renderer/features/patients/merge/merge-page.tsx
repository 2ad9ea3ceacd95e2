import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PatientField } from '#shared/domain/patient.ts';
import { SPLIT_DAYS } from '#shared/domain/patient.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead, type Output } from '../../../api/queries.ts';
import { useMe } from '../../../api/session.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { useStepBack } from '../../../app/shell/step-back.ts';
import { IconExchange, IconMerge } from '../../../ui/icons.ts';
import {
  Button,
  ConfirmDialog,
  ErrorArea,
  IdentityTag,
  LoadingArea,
  Note,
  Pane,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { bornWords, dossier, identityStatusOf, nameOf } from '../patient-words.ts';
import { DifferenceTable } from './difference-table.tsx';
import styles from './merge.module.css';

type Preview = Output<'patients', 'mergePreview'>;

/** Two files of one person: trait by trait, what the result will hold, then one confirmation. */
export function MergePage() {
  const { patientId, mergedId } = useParams({ from: '/patients/$patientId/fusion/$mergedId' });
  const navigate = useNavigate();
  const me = useMe();
  const preview = useRead('patients', 'mergePreview', { patientId, mergedId });
  const { leave, escape } = useStepBack(
    () => void navigate({ to: '/patients/$patientId', params: { patientId }, replace: true }),
  );
  useActions('Fusion', [
    { id: 'merge.leave', label: 'Ne pas fusionner', keys: ['Escape'], hiddenInPalette: true, run: escape },
  ]);
  const exchange = () =>
    void navigate({
      to: '/patients/$patientId/fusion/$mergedId',
      params: { patientId: mergedId, mergedId: patientId },
      replace: true,
    });
  if (me !== null && !can(me, 'identity.merge')) {
    return (
      <>
        <PageHead title="Fusion de dossiers" />
        <Note tone="warn">Réservé aux médecins et aux assistants.</Note>
      </>
    );
  }
  if (preview.data === undefined) {
    return (
      <>
        <PageHead title="Fusion de dossiers" />
        {preview.error === null ? (
          <LoadingArea words="Comparaison des dossiers…" />
        ) : (
          <ErrorArea
            what="Les dossiers n’ont pas pu être comparés."
            why={sentenceOf(preview.error)}
            onRetry={() => void preview.refetch()}
          />
        )}
      </>
    );
  }
  return <Comparison key={`${patientId} ${mergedId}`} preview={preview.data} onLeave={leave} onExchange={exchange} />;
}

function Comparison({
  preview,
  onLeave,
  onExchange,
}: {
  preview: Preview;
  onLeave: () => void;
  onExchange: () => void;
}) {
  const { kept, merged, differences, moves, refusal } = preview;
  const [chosen, setChosen] = useState<Partial<Record<PatientField, 'kept' | 'merged'>>>({});
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choiceOf = (field: PatientField) =>
    chosen[field] ?? differences.find((one) => one.field === field)?.suggested ?? 'kept';
  const take = differences.map(({ field }) => field).filter((field) => choiceOf(field) === 'merged');
  const merge = useCommand('patients', 'merge', {
    onDone: onLeave,
    onRefused: (refused) => {
      setAsking(false);
      setError(sentenceOf(refused));
    },
  });
  const ready = refusal === null && reason.trim().length >= 3;
  const ask = () => {
    if (ready) setAsking(true);
    else if (refusal === null) setError('Il manque\u00a0: motif de la fusion.');
  };
  useActions('Fusion', [
    {
      id: 'merge.confirm',
      label: 'Fusionner ces deux dossiers',
      keys: ['Ctrl+Enter'],
      inFields: true,
      icon: IconMerge,
      isAvailable: () => refusal === null,
      run: ask,
    },
  ]);
  return (
    <>
      <PageHead
        title="Fusion de dossiers"
        context={`${dossier(merged.number)} → ${dossier(kept.number)}`}
        secondaryActions={<Button onClick={onLeave}>Ne pas fusionner</Button>}
        primaryAction={
          refusal === null ? (
            <Button kind="primary" icon={IconMerge} onClick={ask} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
              Fusionner…
            </Button>
          ) : undefined
        }
      />
      <PageLayout>
        <div className={styles['page']}>
          {refusal !== null && (
            <Note tone="bad" role="alert" title="Ces dossiers ne peuvent pas être fusionnés">
              {refusal}
            </Note>
          )}
          {error !== null && (
            <Note tone="bad" role="alert">
              {error}
            </Note>
          )}
          <div className={styles['people']}>
            <Person title="Dossier gardé" line={kept} />
            <Button icon={IconExchange} size="toolbar" onClick={onExchange}>
              Inverser
            </Button>
            <Person title="Dossier fusionné" line={merged} />
          </div>
          {preview.reasons.length > 0 && <Note tone="info">{preview.reasons.join(' ')}</Note>}
          <Pane title="Ce qui diffère" aside="La valeur choisie est celle du résultat" flush>
            {differences.length === 0 ? (
              <p className={styles['none']}>Les deux dossiers portent les mêmes valeurs.</p>
            ) : (
              <DifferenceTable
                differences={differences}
                choiceOf={choiceOf}
                onChoose={(field, side) => setChosen((before) => ({ ...before, [field]: side }))}
              />
            )}
          </Pane>
          {refusal === null && (
            <Pane title="Résultat" icon={IconMerge}>
              <Stack>
                <p>{resultWords(preview, take.length)}</p>
                <TextField
                  label="Motif de la fusion"
                  value={reason}
                  onChange={setReason}
                  maxLength={300}
                  placeholder="même personne, créée deux fois"
                />
              </Stack>
            </Pane>
          )}
        </div>
      </PageLayout>
      <ConfirmDialog
        opened={asking}
        title={'Fusionner ces deux dossiers\u00a0?'}
        confirmLabel="Fusionner"
        safeLabel="Ne pas fusionner"
        onConfirm={() => merge.mutate({ patientId: kept.id, mergedId: merged.id, take, reason: reason.trim() })}
        onLeave={() => setAsking(false)}
        {...(merge.isPending ? { working: 'Fusion…' } : {})}
      >
        Le {dossier(merged.number)} rejoint le {dossier(kept.number)}
        {'\u00a0'}: {movesWords(moves)}. Défaire reste possible pendant {SPLIT_DAYS} jours.
      </ConfirmDialog>
    </>
  );
}

function Person({ title, line }: { title: string; line: Preview['kept'] }) {
  return (
    <Pane title={title} aside={dossier(line.number)}>
      <Stack gap={1}>
        <p className={styles['name']}>
          <b>{nameOf(line)}</b>
        </p>
        <p>
          {bornWords(line)}, {line.sex}
        </p>
        <div>
          <IdentityTag status={identityStatusOf[line.status]} />
        </div>
      </Stack>
    </Pane>
  );
}

const count = (figure: number, one: string, many: string) =>
  figure === 0 ? null : `${figure}\u00a0${figure === 1 ? one : many}`;

function movesWords({ visits, measures, alerts }: Preview['moves']): string {
  const parts = [
    count(visits, 'visite', 'visites'),
    count(measures, 'constante', 'constantes'),
    count(alerts, 'alerte', 'alertes'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'aucune visite, aucune constante' : parts.join(', ');
}

function resultWords({ kept, merged, moves }: Preview, taken: number): string {
  const values =
    taken === 0
      ? 'Toutes les valeurs du dossier gardé restent'
      : `${taken === 1 ? 'Une valeur vient' : `${taken} valeurs viennent`} du dossier fusionné`;
  return `${values}. Le ${dossier(kept.number)} reçoit ${movesWords(moves)}. Le ${dossier(merged.number)} reste connu comme ancien numéro, et peut être séparé pendant ${SPLIT_DAYS}\u00a0jours.`;
}
