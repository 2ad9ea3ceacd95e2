import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Step } from '../kernel/index.ts';
import { MINOR_AGE, used } from './parameters.ts';
import { cite } from './sources.ts';

export interface DeclarationsSituation {
  /** Day the declarations were read: what was withdrawn before is not known any more. */
  readonly readOn: Day;
  /** Files that name this doctor as médecin traitant. */
  readonly declared: number;
  /** Of which under the age of avenant 7. */
  readonly minors: number;
  /** Of which without the day of the declaration. */
  readonly undated: number;
  /** The contract counts adults alone (avenant 7). */
  readonly adultsOnly: boolean;
}

/** Own PMT of a doctor, adults and children unless the contract says adults alone; the other reading stays beside. */
export function ownPmt({ readOn, declared, minors, undated, adultsOnly }: DeclarationsSituation, day: Day): Computed {
  const age = used(MINOR_AGE, day, undefined);
  const line = (label: string, words: string, value: number): Step => ({ label, words, value, unit: 'patients' });
  const steps = [
    line('Déclarations', `Dossiers dont le médecin traitant est ce médecin, au ${formatDay(readOn)}`, declared),
    line(
      `Moins de ${age.value}${NBSP}ans`,
      adultsOnly ? 'Hors compte dans l’avenant 7' : 'Comptés depuis le 01/05/2023',
      minors,
    ),
    ...(undated === 0 ? [] : [line('Sans date de déclaration', 'Comptés, date à compléter', undated)]),
  ];
  const why = { steps, parameters: [age.use] };
  const refused = (code: string, words: string) =>
    notComputed('patients', ['declarations'], { ...why, reasons: [{ code, words }] });
  if (day < readOn)
    return refused(
      'PAST_DAY',
      `Les déclarations ne sont connues qu’aujourd’hui${NBSP}: celles retirées depuis n’y sont plus. Saisir le relevé de cette date.`,
    );
  if (declared === 0)
    return refused(
      'NO_DECLARATION',
      'Aucun dossier ne nomme ce médecin comme médecin traitant. Compléter les dossiers.',
    );
  const adults = `${age.value}${NBSP}ans et plus seulement, comme dans l’avenant 7`;
  const other = adultsOnly
    ? { value: declared, words: 'Adultes et enfants', sources: cite('S18') }
    : { value: declared - minors, words: adults, sources: cite('S20', 'S18') };
  return computed(adultsOnly ? declared - minors : declared, 'patients', { ...why, alternatives: [other] });
}
