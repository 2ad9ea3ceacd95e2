import { useState } from 'react';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { AID_EVENT_KINDS, type AidEventKind } from '#shared/domain/aid.ts';
import { CONTRACT_OPTION_LABELS, TIER_LABELS } from '#shared/rules/aid/index.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button } from '../../../ui/index.ts';
import { optionsOfKind, RULE_SETS, TIERS } from './contract-typed.ts';
import { Fields, optionsOf, type FieldSpec } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { Proofs, useProof } from './proofs.tsx';
import { countText, dayText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

type Event = AidContractView['events'][number];

const TITLES: Readonly<Record<AidEventKind, string>> = {
  AVENANT: 'Avenant au contrat',
  SUSPENSION: 'Suspension du contrat',
  RESUMPTION: 'Reprise du contrat',
  LETTER_SENT: 'Courrier échangé avec la CPAM',
  LETTER_RECEIVED: 'Courrier échangé avec la CPAM',
};
const LETTERS = { LETTER_SENT: 'Envoyé à la CPAM', LETTER_RECEIVED: 'Reçu de la CPAM' };
const names = ['kind', 'onDay', 'toDay', 'assistantId', 'words', 'ruleSet', 'option', 'tier', 'fundedEtp'];

interface EventFormProps {
  contract: AidContractView;
  /** Null for a new event. */
  event: Event | null;
  kind: AidEventKind;
}

/** An avenant, a suspension, its end, or a letter. The law's lengths are told by the rules, not checked here. */
export function EventForm({ contract, event, kind }: EventFormProps) {
  const [savedId, setSavedId] = useState(event?.id ?? null);
  const letter = kind === 'LETTER_SENT' || kind === 'LETTER_RECEIVED';
  const form = usePanelForm(`événement ${contract.id} ${event?.id ?? kind}`, {
    kind: letter && event === null ? '' : kind,
    onDay: dayText(event?.onDay),
    toDay: dayText(event?.toDay),
    assistantId: event?.assistantId ?? '',
    words: event?.words ?? '',
    ruleSet: event?.ruleSet ?? '',
    option: event?.option ?? '',
    tier: event?.tier ?? '',
    fundedEtp: countText(event?.fundedEtp).replace('.', ','),
  });
  const saved = useSaved(form);
  const proof = useProof();
  const save = useCommand('aid', 'saveEvent', {
    onDone: ({ id }, input) => {
      setSavedId(id);
      const about = {
        aboutKind: 'aid_event',
        aboutId: id,
        kind: letter ? 'CPAM_LETTER' : kind === 'AVENANT' ? 'AVENANT' : 'OTHER',
        onDay: input.onDay,
      } as const;
      void proof.join(about).then((joined) => joined && saved.onDone());
    },
    onRefused: saved.onRefused,
  });
  const remove = useCommand('aid', 'removeEvent', saved);
  const avenant = kind === 'AVENANT';
  const send = () => {
    const input = form.read((read) => ({
      id: savedId,
      contractId: contract.id,
      kind: read.needed('kind', read.code('kind', AID_EVENT_KINDS)),
      onDay: read.needed('onDay', read.day('onDay')),
      toDay: kind === 'SUSPENSION' ? read.day('toDay') : null,
      assistantId: kind === 'SUSPENSION' ? read.text('assistantId') : null,
      words: read.text('words'),
      ruleSet: avenant ? read.code('ruleSet', RULE_SETS) : null,
      option: avenant ? read.code('option', CONTRACT_OPTION_LABELS) : null,
      tier: avenant ? read.code('tier', TIER_LABELS) : null,
      fundedEtp: avenant ? read.halves('fundedEtp') : null,
    }));
    if (input !== null) save.mutate(input);
  };
  return (
    <FormPanel
      title={TITLES[kind]}
      form={form}
      fields={names}
      onSave={send}
      onClose={saved.close}
      working={save.isPending || proof.sending}
      aside={
        event !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: event.id })}>
            Retirer
          </Button>
        )
      }
    >
      <Fields form={form} specs={specsOf(contract, kind, letter)} />
      <Proofs label="Pièce" about={savedId === null ? null : { kind: 'aid_event', id: savedId }} proof={proof} />
    </FormPanel>
  );
}

function specsOf(contract: AidContractView, kind: AidEventKind, letter: boolean): FieldSpec[] {
  const people = new Map(contract.assistants.map(({ assistantId, name }) => [assistantId, name]));
  const specs: FieldSpec[] = [];
  if (letter) specs.push({ kind: 'choice', name: 'kind', label: 'Sens', options: optionsOf(LETTERS) });
  specs.push({
    kind: 'day',
    name: 'onDay',
    label:
      kind === 'AVENANT'
        ? 'Prend effet le'
        : kind === 'RESUMPTION'
          ? 'Repris le'
          : kind === 'SUSPENSION'
            ? 'Suspendu à partir du'
            : 'Daté du',
  });
  if (kind === 'SUSPENSION') {
    specs.push(
      {
        kind: 'day',
        name: 'toDay',
        label: 'Jusqu’au',
        optional: true,
        hint: 'Vide\u00a0: en cours, jusqu’à la reprise.',
      },
      {
        kind: 'select',
        name: 'assistantId',
        label: 'Assistant absent',
        optional: true,
        options: [...people].map(([value, label]) => ({ value, label })),
      },
    );
  }
  specs.push({
    kind: 'area',
    name: 'words',
    label: kind === 'SUSPENSION' ? 'Motif' : 'Objet',
    optional: true,
  });
  if (kind !== 'AVENANT') return specs;
  const unchanged = 'Vide\u00a0: inchangé.';
  specs.push(
    {
      kind: 'select',
      name: 'ruleSet',
      label: 'Nouveau texte',
      options: optionsOf(RULE_SETS),
      optional: true,
      hint: unchanged,
    },
    {
      kind: 'choice',
      name: 'option',
      label: 'Nouvelle option',
      options: optionsOfKind(contract.fields.kind).map((option) => ({
        value: option,
        label: CONTRACT_OPTION_LABELS[option],
      })),
      optional: true,
      hint: unchanged,
    },
    contract.fields.kind === 'COLLECTIVE'
      ? { kind: 'halves', name: 'fundedEtp', label: 'ETP financés', optional: true, hint: unchanged }
      : {
          kind: 'select',
          name: 'tier',
          label: 'Nouvelle tranche',
          options: optionsOf(TIERS),
          optional: true,
          hint: unchanged,
        },
  );
  return specs;
}
