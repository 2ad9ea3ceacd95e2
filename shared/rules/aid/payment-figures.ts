import type { Parameter } from '../kernel/index.ts';
import { datedFigure, TEXT_DAYS } from './dated-figure.ts';

/** One payment of a contract year: its share, and when it is due where somebody could read it. */
export type Instalment = {
  readonly sharePercent: number;
  readonly due:
    | { readonly from: 'HIRE'; readonly days: number }
    | { readonly from: 'CONTRACT'; readonly months: number }
    | { readonly from: 'ANNIVERSARY' }
    | null;
};
export type PaymentPlan = readonly Instalment[];

const { AV7, RA, CONV, COLL } = TEXT_DAYS;
const within15Days: Instalment = { sharePercent: 70, due: { from: 'HIRE', days: 15 } };
const withinTheMonth: PaymentPlan = [{ sharePercent: 100, due: { from: 'CONTRACT', months: 1 } }];
const atAnniversary: PaymentPlan = [{ sharePercent: 100, due: { from: 'ANNIVERSARY' } }];
const twoHalves: PaymentPlan = [
  { sharePercent: 50, due: null },
  { sharePercent: 50, due: null },
];

/** U08: the balance of 30 % has no known date. */
export const firstYearPayments = datedFigure<PaymentPlan>(
  'aid.payment.year_1',
  'Versements de la 1re année',
  'versements',
  [
    [AV7, [within15Days, { sharePercent: 30, due: null }], 'multiple_secondary', 'S11', 'S20'],
    [RA, withinTheMonth, 'single_source', 'S20'],
    [CONV, withinTheMonth, 'single_source', 'S20'],
  ],
);
export const secondYearPayments = datedFigure<PaymentPlan>(
  'aid.payment.year_2',
  'Versements de la 2e année',
  'versements',
  [
    [AV7, null, 'unknown', 'S11', 'S20'],
    [RA, atAnniversary, 'single_source', 'S20'],
    [CONV, atAnniversary, 'single_source', 'S20'],
  ],
);
/** U08: the two instalments have no known dates. */
export const laterPayments = datedFigure<PaymentPlan>(
  'aid.payment.year_3_plus',
  'Versements de la 3e année et des suivantes',
  'versements',
  [
    [AV7, null, 'unknown', 'S11', 'S20'],
    [RA, twoHalves, 'single_source', 'S20'],
    [CONV, twoHalves, 'single_source', 'S20'],
  ],
);
export const secondAssistantPayments = datedFigure<PaymentPlan>(
  'aid.payment.second_assistant',
  'Versements à 1,5 et 2 ETP',
  'versements',
  [[CONV, null, 'unknown', 'S20', 'S26', 'S30']],
);
export const collectivePayments = datedFigure<PaymentPlan>(
  'aid.payment.collective',
  'Versements du contrat collectif',
  'versements',
  [[COLL, null, 'unknown', 'S36']],
);

export const PAYMENT_PARAMETERS: readonly Parameter[] = [
  firstYearPayments,
  secondYearPayments,
  laterPayments,
  secondAssistantPayments,
  collectivePayments,
];
