import type { AidContractView } from '#shared/contract/aid-views.ts';
import type { PmtPopulation } from '#shared/domain/counters.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { undetermined } from '#shared/rules/kernel/index.ts';
import { countDues } from './count-dues.ts';
import { ordinal, reason, toFill, withReasons, type Due } from './deadline.ts';
import { paymentDues } from './payment-dues.ts';

export interface AidContext {
  readonly today: Day;
  readonly counts: readonly { doctorId: string; metric: string; onDay: Day; population: PmtPopulation | null }[];
}

export type AidBase = Pick<Due, 'whom' | 'place' | 'recordId'>;

/** Who holds the contract: its company, or its doctors. */
export const holderOf = ({ fields, doctors }: AidContractView): string | null =>
  fields.companyName ?? (doctors.length === 0 ? null : doctors.map(({ name }) => name).join(', '));

/** What one contract of aid asks for, as its screen shows it. A contract already ended asks for nothing. */
export function aidDues(view: AidContractView, context: AidContext): Due[] {
  const { today } = context;
  if (view.ended !== null && view.ended.on < today) return [];
  const base = { whom: holderOf(view), place: 'aid', recordId: view.id } as const;
  const last = view.ended?.on ?? view.term.value;
  const running = view.fields.startsOn <= today && (last === null || today <= last);
  return [
    ...contradictionDues(view, base),
    ...endDue(view, base, today),
    ...reviewDue(view, base),
    ...(running ? gaps(view, base, today) : []),
    ...(running ? countDues(view, context, base) : []),
    ...paymentDues(view, { last, today }, base),
  ];
}

function contradictionDues({ contradictions }: AidContractView, base: AidBase): Due[] {
  return contradictions.map(({ code, words }, index) => {
    const why = undetermined([code], [reason(code, words)]);
    return {
      ...base,
      kind: 'AID_CONTRADICTION',
      title: 'Contrat d’aide à vérifier',
      day: null,
      why,
      part: `${code} ${index}`,
    };
  });
}

function endDue({ term, renewedBy, ended, renewable }: AidContractView, base: AidBase, today: Day): Due[] {
  if (renewedBy !== null || ended !== null) return [];
  const over = term.value !== null && term.value < today;
  const title = over
    ? 'Contrat d’aide arrivé à son terme, suite à noter'
    : 'Fin du contrat d’aide, renouvellement à préparer';
  const why = withReasons(term, ...(renewable?.reasons ?? []));
  return [{ ...base, kind: 'AID_END', title, day: term.value, why, place: 'renewal' }];
}

/** The day is the contract's own: the screen of the aid shows the same. */
function reviewDue({ review }: AidContractView, base: AidBase): Due[] {
  if (review === null || review.sent) return [];
  const { contractYear: current, due: why } = review;
  const title = current === null ? 'Bilan annuel à déposer' : `Bilan annuel à déposer, ${ordinal(current)} année`;
  const part = current === null ? 'review' : `review ${current}`;
  return [{ ...base, kind: 'AID_REVIEW', title, day: why.value, why, place: 'renewal', part }];
}

function gaps({ fields, objectives, assistants }: AidContractView, base: AidBase, today: Day): Due[] {
  const dues: Due[] = [];
  const there = assistants.some((one) => one.fromDay <= today && (one.toDay === null || today <= one.toDay));
  if (!there) {
    const why = toFill(
      'assistant',
      'Aucun assistant n’est rattaché à ce contrat aujourd’hui\u00a0: l’aide finance un poste occupé.',
    );
    dues.push({ ...base, kind: 'AID_ASSISTANT', title: 'Assistant du contrat d’aide à indiquer', day: null, why });
  }
  const unread = objectives.filter(({ typed, target }) => typed.start === null || target.value === null);
  if (objectives.length === 0 || unread.length > 0) {
    const words = `Lire dans le contrat signé le ${formatDay(fields.signedOn)} le nombre au départ et l’objectif.`;
    const why = toFill('objectives', words);
    dues.push({ ...base, kind: 'AID_OBJECTIVE', title: 'Objectifs du contrat à saisir', day: null, why });
  }
  return dues;
}
