import { formatDay } from '#shared/kernel/day.ts';
import {
  COMPANY_FORMS,
  CONTRACT_KINDS,
  CONTRACT_OPTION_LABELS,
  MODULATION_POLICIES,
  TIER_LABELS,
} from '#shared/rules/aid/index.ts';
import type { Input } from '../../../api/queries.ts';
import { kindIn } from '../forms/contract-typed.ts';
import { entryReader, type Typed } from '../forms/typed-entry.ts';

export type Scenario = Input<'aid', 'simulate'>;

/** Counters whose start or objective is typed in a scenario. */
const TYPED_METRICS = ['PMT_ADULT', 'PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'] as const;

/** A scenario as it begins: signed today, starting at once. */
export const firstScenario = (doctorId: string | null, today: string): Typed => ({
  kind: 'INDIVIDUAL',
  doctorId: doctorId ?? '',
  signedOn: formatDay(today),
  startsOn: formatDay(today),
  option: 'ETP_1',
});

/** `-5` or `12`: patients won or lost each year. */
function growthOf(text: string | undefined, refuse: (words: string) => void): number | null {
  const figure = (text ?? '').trim().replace('−', '-');
  if (figure === '') return null;
  if (/^-?\d{1,4}$/u.test(figure)) return Number(figure);
  refuse('Un nombre de patients par an, par exemple 40.');
  return null;
}

/** Reads a scenario; `input` is null while something needed is missing or cannot be read. */
export function readScenario(
  typed: Typed,
  today: string,
  doctorIds: readonly string[],
  renewsId: string | null,
): { input: Scenario | null; problems: Readonly<Record<string, string>> } {
  const read = entryReader(typed, today);
  const collective = kindIn(typed) === 'COLLECTIVE';
  const from = read.day('suspendedFrom');
  const grow = (name: string) => growthOf(typed[name], (words) => (read.problems[name] = words));
  const input: Scenario = {
    kind: read.needed('kind', read.code('kind', CONTRACT_KINDS)),
    doctorId: collective ? null : read.needed('doctorId', read.text('doctorId')),
    memberIds: collective ? doctorIds.filter((id) => read.ticked(`mb.${id}`)) : [],
    signedOn: read.needed('signedOn', read.day('signedOn')),
    startsOn: read.needed('startsOn', read.day('startsOn')),
    option: collective ? 'PER_ETP' : read.needed('option', read.code('option', CONTRACT_OPTION_LABELS)),
    fundedEtp: collective ? read.halves('fundedEtp') : null,
    companyForm: collective ? read.code('companyForm', COMPANY_FORMS) : null,
    tier: collective ? null : read.code('tier', TIER_LABELS),
    newlyInstalled: collective ? null : read.flag('newlyInstalled'),
    policy: read.code('policy', MODULATION_POLICIES),
    cumulative: read.flag('cumulative'),
    starts: TYPED_METRICS.map((metric) => ({
      metric,
      start: read.count(`obj.${metric}.start`),
      target: read.count(`obj.${metric}.target`),
    })).filter(({ start, target }) => start !== null || target !== null),
    growth: { pmt: grow('growthPmt'), fileActive: grow('growthFa') },
    suspensions: from === null ? [] : [{ from, to: read.day('suspendedTo') }],
    renewsId: read.ticked('renews') ? renewsId : null,
  };
  return { input: Object.keys(read.problems).length === 0 ? input : null, problems: read.problems };
}
