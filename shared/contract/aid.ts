import { z } from 'zod';
import { aidEndReasons } from '#shared/domain/aid.ts';
import { Id } from '#shared/domain/values.ts';
import {
  aidAssistantFields,
  AidContractFields,
  aidContractFields,
  aidEventFields,
  aidMemberFields,
  AidObjectiveFigures,
  aidObjectiveFields,
  aidPaymentFields,
  Cents,
  ContractDay,
  ContractYear,
  Kind,
  Option,
  scenarioFields,
} from './aid-fields.ts';
import {
  AidContractLine,
  AidContractView,
  AidEligibilityView,
  AidProposalView,
  AidSimulationView,
} from './aid-views.ts';
import { command, query } from './procedure.ts';

const manage = (label: string) =>
  ({ permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label }) as const;
const read = { permission: 'employer.read' } as const;
const created = z.object({ id: Id });
const done = z.object({});

/** Contracts of aid: what was signed, what is due, what came. Every computed figure carries its explanation. */
export const aidContract = {
  /** Every contract, the latest start first. */
  contracts: query(read, {}, z.object({ contracts: z.array(AidContractLine) })),
  /** All of one contract. Refusals: NOT_FOUND. */
  contract: query(read, { id: Id }, AidContractView),
  /** What a contract signed that day would be: text, options, tier, counters. `renewsId`: taken from the old one. */
  propose: query(
    read,
    {
      kind: Kind,
      doctorId: Id.nullable(),
      signedOn: ContractDay,
      startsOn: ContractDay.nullable(),
      option: Option.nullable(),
      newlyInstalled: z.boolean().nullable(),
      renewsId: Id.nullable(),
    },
    AidProposalView,
  ),
  /** Whether a doctor could sign on that day, every condition with what is missing. */
  eligibility: query(
    read,
    {
      doctorId: Id,
      day: ContractDay,
      option: z.enum(['ETP_1_3', 'ETP_1_2', 'ETP_1']),
      newlyInstalled: z.boolean().nullable(),
    },
    AidEligibilityView,
  ),
  /** A scenario; nothing is written. */
  simulate: query(read, scenarioFields, AidSimulationView),
  /**
   * Registers a contract with its counters, people and, for an old paper, the years already paid. Refusals: INVALID
   * (end before start, start before signature, option of another kind, objective below the start, two contracts of one
   * doctor at once…), NOT_FOUND (doctor, assistant, contract renewed).
   */
  register: command(
    manage('Enregistrement d’un contrat d’aide'),
    {
      ...aidContractFields,
      objectives: z.array(z.strictObject(aidObjectiveFields)).max(3),
      assistants: z.array(z.strictObject(aidAssistantFields)).max(20),
      members: z.array(z.strictObject(aidMemberFields)).max(60),
      payments: z.array(z.strictObject(aidPaymentFields)).max(60),
    },
    created,
  ),
  /** The fields changed, and their values as the person saw them. Refusals: as `register`, EDIT_CONFLICT for a field both changed. */
  update: command(
    manage('Modification d’un contrat d’aide'),
    { id: Id, base: AidContractFields.partial(), change: AidContractFields.partial() },
    done,
  ),
  /** A contract registered by mistake, with all that hangs on it. IN_USE when another renews it or a file was frozen. */
  remove: command(manage('Retrait d’un contrat d’aide'), { id: Id }, done),
  /** Ends a contract before or at its term; `endedOn` null takes the end back. INVALID: before the start. */
  end: command(
    manage('Fin d’un contrat d’aide'),
    { id: Id, endedOn: ContractDay.nullable(), reason: z.enum(aidEndReasons).nullable() },
    done,
  ),
  /**
   * One line by counter: created or changed. `base`: the figures as the person saw them, so that only what they changed
   * is written; without it the line is replaced. INVALID: objective below the start without `asWritten`, a figure of the
   * CPAM without the day of its letter, or dated to come. EDIT_CONFLICT for a field both changed.
   */
  saveObjective: command(
    manage('Objectif d’un contrat d’aide'),
    { contractId: Id, ...aidObjectiveFields, base: AidObjectiveFigures.exactOptional() },
    created,
  ),
  removeObjective: command(manage('Retrait d’un objectif'), { id: Id }, done),
  /** `id` null creates. INVALID: end before start, outside the contract, two suspensions at once, no suspension to resume. */
  saveEvent: command(
    manage('Événement d’un contrat d’aide'),
    { id: Id.nullable(), contractId: Id, ...aidEventFields },
    created,
  ),
  removeEvent: command(manage('Retrait d’un événement'), { id: Id }, done),
  /** `id` null creates. A notified or received payment has its amount and its day. */
  savePayment: command(
    manage('Versement d’un contrat d’aide'),
    { id: Id.nullable(), contractId: Id, ...aidPaymentFields },
    created,
  ),
  removePayment: command(manage('Retrait d’un versement'), { id: Id }, done),
  /** What is typed of one year; all null takes the line away. */
  saveYear: command(
    manage('Année d’un contrat d’aide'),
    {
      contractId: Id,
      contractYear: ContractYear,
      /** Full amount written in the contract. */
      amountCents: Cents.nullable(),
      /** First day of the year, from an avenant. */
      startsOn: ContractDay.nullable(),
      /** Gross cost of the post for the year. */
      costCents: Cents.nullable(),
    },
    done,
  ),
  saveMember: command(
    manage('Médecin d’un contrat collectif'),
    { id: Id.nullable(), contractId: Id, ...aidMemberFields },
    created,
  ),
  removeMember: command(manage('Retrait d’un médecin du contrat'), { id: Id }, done),
  /** An assistant the contract pays for. */
  saveAssistant: command(
    manage('Assistant d’un contrat d’aide'),
    { id: Id.nullable(), contractId: Id, ...aidAssistantFields },
    created,
  ),
  removeAssistant: command(manage('Retrait d’un assistant du contrat'), { id: Id }, done),
};
