import type { Employment } from '#shared/domain/employer-record.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../api/queries.ts';
import { FormPanel } from './form-panel.tsx';
import { factOf, type Facts, type FactSpec } from './typed-facts.ts';
import { useFactForm } from './use-fact-form.ts';

interface SharesFormProps {
  employment: Employment;
  /** The split corrected; a new one otherwise. */
  day: string | undefined;
  doctors: readonly { id: string; displayName: string }[];
  onClose: () => void;
}

/** Which doctor pays which part of the post, from a day on. */
export function SharesForm({ employment, day, doctors, onClose }: SharesFormProps) {
  const known = employment.splits.find(({ fromDay }) => fromDay === day);
  const from = known ?? employment.splits.at(-1);
  const specs: FactSpec[] = [
    ...(known === undefined ? [{ name: 'fromDay', label: 'À partir du', kind: 'day' } as const] : []),
    ...doctors.map(({ id, displayName }) => ({ name: id, label: displayName, kind: 'share', optional: true }) as const),
  ];
  const stored: Facts = {
    fromDay: known === undefined && employment.splits.length === 0 ? employment.startDay : null,
    ...Object.fromEntries((from?.parts ?? []).map(({ doctorId, share }) => [doctorId, share])),
  };
  const form = useFactForm(`split ${employment.id} ${day ?? 'new'}`, specs, stored);
  const set = useCommand('employer', 'setShares', {
    onDone: () => {
      form.discard();
      onClose();
    },
    onRefused: form.refuse,
  });
  const total = doctors.reduce((sum, { id }) => {
    const { fact } = factOf({ name: id, label: '', kind: 'share', optional: true }, form.typed[id] ?? '', form.today);
    return sum + (typeof fact === 'number' ? fact : 0);
  }, 0);
  const partsOf = (facts: Facts) =>
    doctors.flatMap(({ id }) => {
      const share = facts[id];
      return typeof share === 'number' && share > 0 ? [{ doctorId: id, share }] : [];
    });
  const save = () => {
    const facts = form.read();
    if (facts === null) return;
    const parts = partsOf(facts);
    if (known === undefined && parts.length === 0)
      return form.say({ '': 'Aucune part\u00A0: en écrire une au moins.' });
    const fromDay = known?.fromDay ?? String(facts['fromDay']);
    set.mutate({
      employmentId: employment.id,
      fromDay,
      base: known === undefined ? null : partsOf(form.seen()),
      parts,
    });
  };
  return (
    <FormPanel
      title="Répartition entre médecins"
      form={form}
      specs={specs}
      onSave={save}
      onClose={onClose}
      saveLabel="Enregistrer la répartition"
      working={set.isPending}
    >
      <p role="status">
        Total{NBSP}: <b>{`${formatNumber(total / 100)}${NBSP}%`}</b>
        {total < 10_000 && `, reste ${formatNumber((10_000 - total) / 100)}${NBSP}% sans médecin`}
      </p>
    </FormPanel>
  );
}
