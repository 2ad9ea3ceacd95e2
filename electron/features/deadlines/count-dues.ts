import type { AidContractView } from '#shared/contract/aid-views.ts';
import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { statementUnit } from '#shared/rules/aid/index.ts';
import { computed } from '#shared/rules/kernel/index.ts';
import type { AidBase, AidContext } from './aid-dues.ts';
import { ordinal, reason, type Due } from './deadline.ts';

const METRICS = {
  PMT: 'Relevé officiel de patientèle médecin traitant',
  FA: 'Relevé officiel de file active',
} as const;

/** A statement speaks of a contract year when it is dated from six months before its end to three months after. */
const BEFORE_MONTHS = 6;
const AFTER_MONTHS = 3;

/**
 * One official statement a counter and a contract year. The year just over is asked first; the running one at its end.
 * No text read gives this rhythm: it is a choice of Prélude, told with the reason.
 */
export function countDues(view: AidContractView, { today, counts }: AidContext, base: AidBase): Due[] {
  const { years, currentYear, doctors, members, objectives } = view;
  const current = currentYear.value;
  if (current === null) return [];
  const ends = [current - 1, current].flatMap((rank) => {
    const end = years.find(({ contractYear }) => contractYear === rank)?.end.value ?? null;
    return end === null ? [] : [{ rank, end }];
  });
  const there = (doctorId: string): boolean =>
    members.length === 0 ||
    members.some((one) => one.doctorId === doctorId && one.joinedOn <= today && (one.leftOn ?? today) >= today);
  const counted = doctors.filter(({ id }) => there(id));
  const asked = objectives.map((one) => one.metric).find((one) => one !== 'FILE_ACTIVE');
  // A statement of other patients than the objective says nothing of it.
  const compared = ({ metric, population }: AidContext['counts'][number]) =>
    metric === 'FA' || asked === undefined || statementUnit(asked, population) !== 'other';
  return counted.flatMap(({ id: doctorId, name: whom }) =>
    (Object.keys(METRICS) as (keyof typeof METRICS)[]).flatMap((metric): Due[] => {
      const known = counts
        .filter((one) => one.doctorId === doctorId && one.metric === metric && compared(one))
        .map(({ onDay }) => onDay);
      const open = ends.find(({ end }) => !known.some((day) => speaksOf(day, end)));
      if (open === undefined) return [];
      const latest = known.toSorted().at(-1);
      const last = latest === undefined ? 'Aucun relevé saisi.' : `Dernier relevé saisi au ${formatDay(latest)}.`;
      const words = `Fin de la ${ordinal(open.rank)} année de contrat`;
      const why = computed<Day>(open.end, 'jour', {
        steps: [{ label: 'Au plus tard', words, value: open.end, unit: 'jour' }],
        reasons: [
          reason('last_statement', last),
          reason(
            'statement_rhythm',
            `Un relevé par année de contrat${NBSP}: choix de Prélude, aucun texte lu ne donne de rythme.`,
          ),
        ],
      });
      const part = `${doctorId} ${metric} ${open.rank}`;
      return [
        {
          ...base,
          whom,
          kind: 'OFFICIAL_COUNT',
          title: `${METRICS[metric]} à saisir`,
          day: open.end,
          why,
          place: 'counters',
          part,
        },
      ];
    }),
  );
}

const speaksOf = (day: Day, end: Day): boolean =>
  addMonths(end, -BEFORE_MONTHS) < day && day <= addMonths(end, AFTER_MONTHS);
