import type { AidContractView } from '#shared/contract/aid-views.ts';
import { addDays, addYears } from '#shared/kernel/day.ts';
import {
  AID_TIERS,
  COMPANY_FORMS,
  CONTRACT_KINDS,
  CONTRACT_OPTION_LABELS,
  FIRST_OPTIONS,
  MODULATION_POLICIES,
  RULE_SET_LABELS,
  SECOND_OPTIONS,
  SIGNED_RULE_SETS,
  TIER_LABELS,
  type ContractKind,
  type ContractOption,
  type SignedRuleSetId,
} from '#shared/rules/aid/index.ts';
import type { Input } from '../../../api/queries.ts';
import type { StoredReading } from './panel-form.tsx';
import { countText, dayText, flagText, type EntryReader, type Typed } from './typed-entry.ts';

export type ContractFields = AidContractView['fields'];
export type RegisterInput = Input<'aid', 'register'>;

const OPTIONS: Readonly<Record<ContractKind, readonly ContractOption[]>> = {
  INDIVIDUAL: FIRST_OPTIONS,
  SECOND_ASSISTANT: SECOND_OPTIONS,
  COLLECTIVE: ['PER_ETP'],
};
export const optionsOfKind = (kind: ContractKind): readonly ContractOption[] => OPTIONS[kind];
export const TIERS = Object.fromEntries(AID_TIERS.map((tier) => [tier, TIER_LABELS[tier]]));
export const RULE_SETS = Object.fromEntries(SIGNED_RULE_SETS.map((id) => [id, RULE_SET_LABELS[id]])) as Readonly<
  Record<SignedRuleSetId, string>
>;

/** A stored contract as its form types it. */
export function contractTexts(fields: ContractFields): Typed {
  return {
    kind: fields.kind,
    doctorId: fields.doctorId ?? '',
    number: fields.number ?? '',
    cpam: fields.cpam ?? '',
    ruleSet: fields.ruleSet,
    option: fields.option,
    tier: fields.tier ?? '',
    fundedEtp: countText(fields.fundedEtp).replace('.', ','),
    signedOn: dayText(fields.signedOn),
    startsOn: dayText(fields.startsOn),
    endsOn: dayText(fields.endsOn),
    policy: fields.policy ?? '',
    cumulative: flagText(fields.cumulative),
    newlyInstalled: flagText(fields.newlyInstalled),
    asWritten: fields.asWritten ? 'oui' : '',
    companyName: fields.companyName ?? '',
    companyForm: fields.companyForm ?? '',
    trainingSite: flagText(fields.trainingSite),
  };
}

const DAYS: readonly string[] = ['signedOn', 'startsOn', 'endsOn'];
const FLAGS: readonly string[] = ['cumulative', 'newlyInstalled', 'trainingSite'];
const OF_ONE: readonly string[] = ['doctorId', 'option', 'tier', 'newlyInstalled'];
const OF_GROUP: readonly string[] = ['fundedEtp', 'companyName', 'companyForm', 'trainingSite'];

/** A field of the contract stored by a colleague, as the form types it and as a person reads it. */
export function contractReading(doctors: ReadonlyArray<{ id: string; name: string }>): StoredReading {
  const text = (field: string, stored: string | null) => {
    if (stored === null) return '';
    if (DAYS.includes(field)) return dayText(stored);
    if (FLAGS.includes(field)) return stored === 'true' ? 'oui' : 'non';
    if (field === 'asWritten') return stored === 'true' ? 'oui' : '';
    return field === 'fundedEtp' ? stored.replace('.', ',') : stored;
  };
  const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: CONTRACT_KINDS,
    ruleSet: RULE_SETS,
    option: CONTRACT_OPTION_LABELS,
    tier: TIERS,
    policy: MODULATION_POLICIES,
    companyForm: COMPANY_FORMS,
    doctorId: Object.fromEntries(doctors.map(({ id, name }) => [id, name])),
  };
  return {
    text,
    words: (field, stored) => {
      const typed = text(field, stored);
      if (field === 'asWritten') return typed === 'oui' ? 'gardé tel qu’il est écrit' : 'non coché';
      return typed === '' ? 'non renseigné' : (labels[field]?.[typed] ?? typed);
    },
    isShown: (field, typed) => !(kindIn(typed) === 'COLLECTIVE' ? OF_ONE : OF_GROUP).includes(field),
  };
}

/** What the contract that follows another begins with. */
export function renewalTexts(old: AidContractView): Typed {
  const { fields, term } = old;
  return {
    kind: fields.kind,
    doctorId: fields.doctorId ?? '',
    cpam: fields.cpam ?? '',
    option: fields.option,
    startsOn: term.value === null ? '' : dayText(addDays(term.value, 1)),
    companyName: fields.companyName ?? '',
    companyForm: fields.companyForm ?? '',
    ...Object.fromEntries(old.assistants.map(({ assistantId }) => [`as.${assistantId}`, 'oui'])),
  };
}

export const kindIn = (typed: Typed): ContractKind =>
  Object.hasOwn(CONTRACT_KINDS, typed['kind'] ?? '') ? (typed['kind'] as ContractKind) : 'INDIVIDUAL';

/** Names of the fields a problem of the core can be shown under. */
export const CONTRACT_FIELDS = [
  'kind',
  'doctorId',
  'number',
  'cpam',
  'ruleSet',
  'option',
  'tier',
  'fundedEtp',
  'signedOn',
  'startsOn',
  'endsOn',
  'policy',
  'cumulative',
  'newlyInstalled',
  'asWritten',
  'companyName',
  'companyForm',
  'trainingSite',
] as const;

/** Reads the contract itself. `proposed`: the text the day of signature gives, kept when no other was chosen. */
export function readContract(
  read: EntryReader,
  proposed: SignedRuleSetId | null,
  renewsId: string | null,
): ContractFields {
  const kind = read.needed('kind', read.code('kind', CONTRACT_KINDS));
  const collective = kind === 'COLLECTIVE';
  return {
    kind,
    doctorId: collective ? null : read.needed('doctorId', read.text('doctorId')),
    number: read.text('number'),
    cpam: read.text('cpam'),
    ruleSet: read.needed('ruleSet', read.code('ruleSet', RULE_SETS) ?? proposed),
    option: collective ? 'PER_ETP' : read.needed('option', read.code('option', CONTRACT_OPTION_LABELS)),
    tier: collective ? null : read.code('tier', TIER_LABELS),
    fundedEtp: collective ? read.halves('fundedEtp') : null,
    signedOn: read.needed('signedOn', read.day('signedOn')),
    startsOn: read.needed('startsOn', read.day('startsOn')),
    endsOn: read.day('endsOn'),
    renewsId,
    policy: read.code('policy', MODULATION_POLICIES),
    cumulative: read.flag('cumulative'),
    newlyInstalled: collective ? null : read.flag('newlyInstalled'),
    asWritten: read.ticked('asWritten'),
    companyName: collective ? read.text('companyName') : null,
    companyForm: collective ? read.code('companyForm', COMPANY_FORMS) : null,
    trainingSite: collective ? read.flag('trainingSite') : null,
  };
}

/** Years of a contract begun before today: the ones that may already be paid. Six at most. */
export function yearsBegun(startsOn: string | null, today: string): number[] {
  const years: number[] = [];
  if (startsOn === null) return years;
  for (let year = 1; year <= 6 && addYears(startsOn, year - 1) <= today; year += 1) years.push(year);
  return years;
}

/** What hangs on the contract at its registration: counters, people, sums already received. */
export function readAround(
  read: EntryReader,
  startsOn: string,
  around: {
    metrics: readonly RegisterInput['objectives'][number]['metric'][];
    assistantIds: readonly string[];
    doctorIds: readonly string[];
    years: readonly number[];
  },
): Pick<RegisterInput, 'objectives' | 'assistants' | 'members' | 'payments'> {
  return {
    objectives: around.metrics
      .map((metric) => ({
        metric,
        start: read.count(`obj.${metric}.start`),
        target: read.count(`obj.${metric}.target`),
        dueOn: read.day(`obj.${metric}.dueOn`),
        formerGain: null,
        notified: null,
        notifiedOn: null,
        threshold: null,
        thresholdOn: null,
        asWritten: read.ticked('asWritten'),
      }))
      .filter(({ start, target, dueOn }) => start !== null || target !== null || dueOn !== null),
    assistants: around.assistantIds
      .filter((id) => read.ticked(`as.${id}`))
      .map((assistantId) => ({ assistantId, fromDay: startsOn, toDay: null })),
    members: around.doctorIds
      .filter((id) => read.ticked(`mb.${id}`))
      .map((doctorId) => ({
        doctorId,
        joinedOn: startsOn,
        leftOn: null,
        pamsu: false,
        ownShares: null,
        adhesion: null,
      })),
    payments: around.years.flatMap((contractYear) => {
      const amountCents = read.cents(`paid.${contractYear}.amount`);
      const onDay = read.day(`paid.${contractYear}.day`);
      return amountCents === null && onDay === null
        ? []
        : [{ contractYear, kind: 'RECEIVED' as const, rank: null, amountCents, onDay, words: null }];
    }),
  };
}

/** The field of the form behind a field of the call: `payments.2.onDay` is the third sum sent. */
export function fieldBehind(field: string, sent: RegisterInput): string {
  const [list, index, name] = field.split('.');
  const at = Number(index);
  if (list === 'objectives')
    return `obj.${sent.objectives[at]?.metric ?? index ?? ''}.${name === undefined || name === 'metric' ? 'target' : name}`;
  if (list === 'payments')
    return `paid.${sent.payments[at]?.contractYear ?? ''}.${name === 'onDay' ? 'day' : 'amount'}`;
  if (list === 'assistants') return `as.${sent.assistants[at]?.assistantId ?? ''}`;
  if (list === 'members') return `mb.${sent.members[at]?.doctorId ?? ''}`;
  return field;
}
