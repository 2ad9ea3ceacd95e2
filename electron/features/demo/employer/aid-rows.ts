import { addDays, addMonths, addYears, type Day } from '#shared/kernel/day.ts';
import { contractAmount, governingRuleSet, textDay, type SignedRuleSetId } from '#shared/rules/aid/index.ts';
import type { Employed, People } from './employment-rows.ts';
import { workingDay } from './employer-days.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';

type Rows = Required<
  Pick<
    EmployerRows,
    'aid_contract' | 'aid_contract_assistant' | 'aid_objective' | 'aid_event' | 'aid_year' | 'aid_payment'
  >
>;
type Contract = Rows['aid_contract'][number];
type Payment = Rows['aid_payment'][number];

/** What the proofs are joined to. */
export interface InventedAid {
  rows: EmployerRows;
  contracts: { id: string; number: string; on: Day }[];
  /** Payments received, and amounts announced by letter. */
  received: { id: string; words: string; on: Day }[];
  notified: { id: string; words: string; on: Day }[];
  letters: { id: string; words: string; on: Day }[];
}

/** Starting figures and objectives written in the contracts: patients at the start, and to reach. */
export const objectivesOf = {
  lemoine: { PMT: [780, 980], FA: [540, 740] },
  benali: { PMT: [96, 296], FA: [420, 780] },
} as const;

/** Percent of the gain reached by the least advanced counter of Dr Lemoine: what the aid of the third year keeps. */
export const reachedShare = 75;

const cpam = 'CPAM de Meurthe-et-Moselle';

/** Two individual contracts: a full-time one in its third year, a half-time one past its objectives. */
export function inventAid(context: EmployerContext, people: People): InventedAid {
  const { days, staff } = context;
  const [lemoine, benali] = staff.doctors;
  const aid = openAid(context);
  const full = aid.sign(lemoine?.id ?? '', days.lemoine, 'ETP_1', '0112', {
    policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN',
    cumulative: 1,
  });
  aid.pays(full, people.nadia);
  aid.promises(full, objectivesOf.lemoine);
  aid.year(full, 1, 33_890_00, [[24, 100]]);
  aid.year(full, 2, 34_620_00, [[29, 100]]);
  aid.year(
    full,
    3,
    null,
    [
      [26, 50],
      [209, 50],
    ],
    reachedShare,
  );
  aid.awaits(full, 4, addDays(addMonths(days.lemoine, 36), 26));
  aid.letter(
    full,
    'LETTER_RECEIVED',
    addDays(addMonths(days.lemoine, 24), 40),
    'Relevé et bilan de la 2e année reçus.',
  );
  if (days.lemoine < '2024-06-22') {
    aid.letter(full, 'AVENANT', addDays(addMonths(days.lemoine, 8), 8), 'Montants de la convention de 2024 appliqués.');
  }

  // Nothing says how missed objectives weigh on the aid of Dr Benali: the amount of each rule is shown.
  const half = aid.sign(benali?.id ?? '', days.benali, 'ETP_1_2', '0087', { newly_installed: 1 });
  aid.pays(half, people.aurelie);
  aid.pays(half, people.julien);
  aid.promises(half, objectivesOf.benali);
  aid.year(half, 1, 16_940_00, [[27, 100]]);
  aid.year(half, 2, 17_310_00, [[21, 100]]);
  aid.year(half, 3, null, [
    [33, 50],
    [214, 50],
  ]);
  aid.awaits(half, 4, workingDay(addDays(days.today, 16)));
  aid.letter(half, 'LETTER_SENT', addDays(days.left, 3), 'Départ de l’assistante, nouvelle embauche en cours.');
  return aid.done();
}

function openAid({ days, id }: EmployerContext) {
  const rows: Rows = {
    aid_contract: [],
    aid_contract_assistant: [],
    aid_objective: [],
    aid_event: [],
    aid_year: [],
    aid_payment: [],
  };
  const known: Omit<InventedAid, 'rows'> = { contracts: [], received: [], notified: [], letters: [] };
  const pay = (contract: Contract, on: Day, line: Partial<Payment> & Pick<Payment, 'contract_year' | 'kind'>) => {
    const row = {
      id: id(on),
      contract_id: contract.id,
      rank: null,
      amount_cents: null,
      on_day: on,
      words: null,
      version: 1,
    };
    const payment: Payment = { ...row, ...line };
    rows.aid_payment.push(payment);
    return payment;
  };
  /** Full amount of a year by the table of the text; the payments of a real practice are those of the rule. */
  const amountOf = ({ signed_on, starts_on, rule_set, option }: Contract, contractYear: number): number =>
    contractAmount({
      signatureDay: textDay(signed_on, rule_set as SignedRuleSetId),
      startDay: starts_on,
      option: option as 'ETP_1',
      tier: 'STANDARD',
      contractYear,
    }).value ?? 0;

  return {
    sign(doctorId: string, on: Day, option: string, serial: string, said: Partial<Contract>): Contract {
      const number = `${on.slice(0, 4)}-54-${serial}`;
      const contract: Contract = {
        id: id(on),
        kind: 'INDIVIDUAL',
        doctor_id: doctorId,
        number,
        cpam,
        rule_set: governingRuleSet({ signatureDay: on, kind: 'INDIVIDUAL' }).value ?? 'CONV-2024',
        option,
        tier: 'STANDARD',
        funded_etp: null,
        signed_on: on,
        starts_on: on,
        ends_on: null,
        renews_id: null,
        ended_on: null,
        end_reason: null,
        policy: null,
        cumulative: null,
        newly_installed: 0,
        as_written: 0,
        company_name: null,
        company_form: null,
        training_site: null,
        version: 1,
        ...said,
      };
      rows.aid_contract.push(contract);
      known.contracts.push({ id: contract.id, number, on });
      return contract;
    },
    pays(contract: Contract, { id: assistantId, from, to }: Employed): void {
      const line = { contract_id: contract.id, assistant_id: assistantId, from_day: from, to_day: to, version: 1 };
      rows.aid_contract_assistant.push({ id: id(from), ...line });
    },
    promises(contract: Contract, figures: Readonly<Record<'PMT' | 'FA', readonly [number, number]>>): void {
      const metrics = { PMT_ADULT_AND_CHILD: figures.PMT, FILE_ACTIVE: figures.FA };
      for (const [metric, [start, target]] of Object.entries(metrics)) {
        rows.aid_objective.push({
          id: id(contract.signed_on),
          contract_id: contract.id,
          metric,
          start_value: start,
          target_value: target,
          due_on: addDays(addYears(contract.starts_on, 3), -1),
          former_gain: null,
          notified_value: null,
          notified_on: null,
          threshold_value: null,
          threshold_on: null,
          as_written: 0,
          version: 1,
        });
      }
    },
    /** A year paid: announced by a letter, then received in parts, so many days after its start. `due`: percent left by the objectives. */
    year(
      contract: Contract,
      contractYear: number,
      costCents: number | null,
      parts: [days: number, percent: number][],
      due = 100,
    ): void {
      const start = addYears(contract.starts_on, contractYear - 1);
      const whole = (amountOf(contract, contractYear) * due) / 100;
      const told = workingDay(addDays(start, 12));
      const line = { contract_year: contractYear, kind: 'NOTIFIED', amount_cents: whole };
      const { id: letterId } = pay(contract, told, line);
      known.notified.push({ id: letterId, words: `Montant de l’année ${contractYear} notifié`, on: told });
      for (const [index, [after, percent]] of parts.entries()) {
        const on = workingDay(addDays(start, after));
        if (on >= days.today) continue;
        const cents = (whole * percent) / 100;
        const { id: paymentId } = pay(contract, on, {
          contract_year: contractYear,
          kind: 'RECEIVED',
          rank: index + 1,
          amount_cents: cents,
        });
        known.received.push({ id: paymentId, words: `Année ${contractYear}, ${percent} %`, on });
      }
      if (costCents === null) return;
      const year = { contract_year: contractYear, amount_cents: null, starts_on: null, cost_cents: costCents };
      rows.aid_year.push({ id: id(start), contract_id: contract.id, ...year, version: 1 });
    },
    awaits(contract: Contract, contractYear: number, on: Day): void {
      pay(contract, days.today, { contract_year: contractYear, kind: 'EXPECTED', rank: 1, on_day: on });
    },
    letter(contract: Contract, kind: string, on: Day, words: string): void {
      const row = { id: id(on), contract_id: contract.id, kind, on_day: on, to_day: null, assistant_id: null, words };
      rows.aid_event.push({ ...row, rule_set: null, option: null, tier: null, funded_etp: null, version: 1 });
      known.letters.push({ id: row.id, words, on });
    },
    done: (): InventedAid => ({ rows, ...known }),
  };
}
