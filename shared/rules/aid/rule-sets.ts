import { addYears, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  parameter,
  valueOn,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Reason,
} from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

/** The texts of the aid. Two of them only amend others: AV8-2020, and the raised amounts of older contracts. */
export const RULE_SET_LABELS = {
  'AV7-2019': 'Avenant 7 à la convention de 2016',
  'AV8-2020': 'Avenant 8 à la convention de 2016',
  'RA-2023': 'Règlement arbitral de 2023',
  'CONV-2024': 'Convention médicale de 2024',
  'CONV-2024-REVAL-LEGACY': 'Convention de 2024, montants relevés des contrats antérieurs',
  'CONV-2024-SECOND-AM': 'Convention de 2024, second assistant',
  'COLL-2026': 'Contrat collectif de 2026',
} as const;
export type RuleSetId = keyof typeof RULE_SET_LABELS;

/** Texts a contract can be signed under. */
export const SIGNED_RULE_SETS = ['AV7-2019', 'RA-2023', 'CONV-2024', 'CONV-2024-SECOND-AM', 'COLL-2026'] as const;
export type SignedRuleSetId = (typeof SIGNED_RULE_SETS)[number];

/** Texts of an ordinary contract of one doctor, in the order of their days. */
export const INDIVIDUAL_RULE_SETS = ['AV7-2019', 'RA-2023', 'CONV-2024'] as const;
export type IndividualRuleSetId = (typeof INDIVIDUAL_RULE_SETS)[number];

/** First and last day of signature, both included; `to` null: open. AV8-2020: the day is unknown, hence `from` null. */
export const RULE_SET_PERIODS: Readonly<Record<RuleSetId, { readonly from: Day | null; readonly to: Day | null }>> = {
  'AV7-2019': { from: '2019-09-01', to: '2023-04-30' },
  'AV8-2020': { from: null, to: '2023-04-30' },
  'RA-2023': { from: '2023-05-01', to: '2024-06-21' },
  'CONV-2024': { from: '2024-06-22', to: null },
  'CONV-2024-REVAL-LEGACY': { from: '2024-06-22', to: null },
  'CONV-2024-SECOND-AM': { from: '2024-06-22', to: null },
  'COLL-2026': { from: '2026-02-25', to: null },
};

export const CONTRACT_KINDS = {
  INDIVIDUAL: 'Contrat individuel',
  SECOND_ASSISTANT: 'Second assistant (1,5 ou 2 ETP)',
  COLLECTIVE: 'Contrat collectif',
} as const;
export type ContractKind = keyof typeof CONTRACT_KINDS;

export const OPTION_LABELS = {
  ETP_1_3: `1/3${NBSP}ETP`,
  ETP_1_2: `1/2${NBSP}ETP`,
  ETP_1: `1${NBSP}ETP`,
  ETP_1_5: `1,5${NBSP}ETP`,
  ETP_2: `2${NBSP}ETP`,
} as const;
export type AidOption = keyof typeof OPTION_LABELS;
export const AID_OPTIONS = ['ETP_1_3', 'ETP_1_2', 'ETP_1', 'ETP_1_5', 'ETP_2'] as const satisfies readonly AidOption[];

/** Options of an ordinary contract; the two others ask for a running one. */
export const FIRST_OPTIONS = ['ETP_1_3', 'ETP_1_2', 'ETP_1'] as const;
export const SECOND_OPTIONS = ['ETP_1_5', 'ETP_2'] as const;

export const TIER_LABELS = {
  STANDARD: 'sous le 90e centile',
  P90_P94: 'du 90e au 95e centile non compris',
  P95_PLUS: 'au 95e centile et au-delà',
} as const;
export type AidTier = keyof typeof TIER_LABELS;
export const AID_TIERS = ['STANDARD', 'P90_P94', 'P95_PLUS'] as const satisfies readonly AidTier[];

/** Which text governs an ordinary contract, by its day of signature. */
export const individualRuleSet = parameter<IndividualRuleSetId>({
  id: 'aid.rule_set.individual',
  label: 'Texte d’un contrat individuel selon son jour de signature',
  unit: 'texte',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2019-09-01',
      value: 'AV7-2019',
      sources: cite('S04', 'S05', 'S06', 'S53', 'S61'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      value: 'RA-2023',
      sources: cite('S17', 'S19', 'S20', 'S62'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2024-06-22',
      value: 'CONV-2024',
      sources: cite('S23', 'S24', 'S25', 'S29', 'S41'),
      confidence: 'multiple_secondary',
    },
  ],
});

/** Opening of the 1.5 and 2 ETP options. */
export const secondAssistantRuleSet = parameter<'CONV-2024-SECOND-AM'>({
  id: 'aid.rule_set.second_assistant',
  label: 'Texte d’un contrat de second assistant',
  unit: 'texte',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2024-06-22',
      value: 'CONV-2024-SECOND-AM',
      sources: cite('S20', 'S26', 'S30'),
      confidence: 'multiple_secondary',
    },
  ],
});

export const collectiveRuleSet = parameter<'COLL-2026'>({
  id: 'aid.rule_set.collective',
  label: 'Texte d’un contrat collectif',
  unit: 'texte',
  checkedOn: CHECKED_ON,
  values: [{ from: '2026-02-25', value: 'COLL-2026', sources: cite('S36'), confidence: 'single_source' }],
});

/** Opening of the raised amounts of older contracts: paid from the first anniversary on or after this day. */
export const legacyRevaluation = parameter<'CONV-2024-REVAL-LEGACY'>({
  id: 'aid.rule_set.legacy_revaluation',
  label: 'Montants relevés des contrats signés avant la convention de 2024',
  unit: 'texte',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: '2024-06-22',
      value: 'CONV-2024-REVAL-LEGACY',
      sources: cite('S23', 'S25', 'S29'),
      confidence: 'multiple_secondary',
    },
  ],
});

/** Avenant 8: only the year is known. */
export const av8Year = parameter<number>({
  id: 'aid.av8.year',
  label: 'Année d’entrée en vigueur de l’avenant 8',
  unit: 'année',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: 2020, sources: cite('S16', 'S19', 'S20'), confidence: 'single_source' }],
});

export const av8Month = parameter<number>({
  id: 'aid.av8.month',
  label: 'Mois d’entrée en vigueur de l’avenant 8, dans son année',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: null, sources: cite('S16', 'S19', 'S20'), confidence: 'unknown' }],
  editable: { kind: 'number', min: 1, max: 12 },
});

const BY_KIND: Readonly<Record<ContractKind, Parameter<SignedRuleSetId>>> = {
  INDIVIDUAL: individualRuleSet,
  SECOND_ASSISTANT: secondAssistantRuleSet,
  COLLECTIVE: collectiveRuleSet,
};

/** The text a contract signed on that day is governed by until its term; null before the first of its kind. */
export function ruleSetUse(signatureDay: Day, kind: ContractKind): ParameterUse<SignedRuleSetId> | null {
  return valueOn(BY_KIND[kind], signatureDay);
}

/** The text of an ordinary contract, or null before 1 September 2019. */
export function individualRuleSetOf(signatureDay: Day): IndividualRuleSetId | null {
  return valueOn(individualRuleSet, signatureDay)?.value ?? null;
}

/** The text of a contract, with what amends it. Undetermined before the first text of that kind. */
export function governingRuleSet(situation: {
  readonly signatureDay: Day;
  readonly kind: ContractKind;
}): Computed<SignedRuleSetId> {
  const { signatureDay, kind } = situation;
  const use = ruleSetUse(signatureDay, kind);
  if (use?.value == null) {
    const words = `${CONTRACT_KINDS[kind]}${NBSP}: aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return notComputed('texte', [], { reasons: [{ code: 'no_rule_set', words }] });
  }
  const label = RULE_SET_LABELS[use.value];
  const revaluation = valueOn(legacyRevaluation, legacyRevaluation.values[0].from ?? signatureDay);
  const amended = kind === 'INDIVIDUAL' && use.value !== 'CONV-2024' && revaluation !== null;
  const reasons: Reason[] = [
    {
      code: 'signed_under',
      words: `Contrat signé le ${formatDay(signatureDay)}${NBSP}: il garde ce texte jusqu’à son terme.`,
    },
  ];
  if (amended && revaluation.from !== null) {
    reasons.push({
      code: 'legacy_revaluation',
      words: `Montants relevés à partir de la première date anniversaire à compter du ${formatDay(revaluation.from)}.`,
    });
  }
  return computed(use.value, 'texte', {
    steps: [{ label: 'Texte', words: label, value: use.value, unit: 'texte' }],
    reasons,
    parameters: amended ? [use, revaluation] : [use],
  });
}

export type Av8State = 'applies' | 'not_yet' | 'unknown';

/** Whether avenant 8 was in force on the day of signature: known for every year but the one it came in. */
export function av8On(signatureDay: Day, year: number | null, month: number | null): Av8State {
  if (year === null) return 'unknown';
  const first = `${String(year).padStart(4, '0')}-01-01`;
  if (signatureDay < first) return 'not_yet';
  if (signatureDay >= addYears(first, 1)) return 'applies';
  if (month === null) return 'unknown';
  return signatureDay >= `${first.slice(0, 5)}${String(month).padStart(2, '0')}-01` ? 'applies' : 'not_yet';
}
