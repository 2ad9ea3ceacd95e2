/** Contracts of aid, what they promise, what was counted, paid and sent. Money in euro cents. */
export interface AidTables {
  aid_contract: {
    id: string;
    /** INDIVIDUAL, SECOND_ASSISTANT or COLLECTIVE. */
    kind: string;
    /** Null for a collective contract: its members are in `aid_member`. */
    doctor_id: string | null;
    number: string | null;
    cpam: string | null;
    rule_set: string;
    option: string;
    tier: string | null;
    /** Hundredths of a full-time equivalent funded, collective contract only. */
    funded_etp: number | null;
    signed_on: string;
    starts_on: string;
    /** Term written in the contract when it differs from the rule. */
    ends_on: string | null;
    renews_id: string | null;
    ended_on: string | null;
    end_reason: string | null;
    /** Modulation policy chosen by the practice; null = not known. */
    policy: string | null;
    version: number;
  };
  aid_contract_assistant: {
    id: string;
    contract_id: string;
    assistant_id: string;
    from_day: string;
    to_day: string | null;
    version: number;
  };
  aid_member: {
    id: string;
    contract_id: string;
    doctor_id: string;
    joined_on: string;
    left_on: string | null;
    pamsu: number;
    version: number;
  };
  /** As written in the contract: null = not written or not read, never zero. */
  aid_objective: {
    id: string;
    contract_id: string;
    metric: string;
    start_value: number | null;
    target_value: number | null;
    due_on: string | null;
    version: number;
  };
  /** Avenants, suspensions, letters, answers of the CPAM. */
  aid_event: {
    id: string;
    contract_id: string;
    kind: string;
    on_day: string;
    to_day: string | null;
    assistant_id: string | null;
    words: string | null;
    version: number;
  };
  aid_payment: {
    id: string;
    contract_id: string;
    contract_year: number;
    /** EXPECTED, NOTIFIED or RECEIVED. */
    kind: string;
    amount_cents: number | null;
    on_day: string | null;
    words: string | null;
    version: number;
  };
  /** A statement of the Assurance Maladie, typed with its proof. */
  official_count: {
    id: string;
    doctor_id: string;
    metric: string;
    on_day: string;
    value: number;
    version: number;
  };
  past_visit_import: {
    id: string;
    name: string;
    /** `staged` until published; `published`; `undone`. */
    state: string;
    first_day: string | null;
    last_day: string | null;
    line_count: number;
    version: number;
  };
  /** One patient seen once, from another software; `patient_key` is a keyed digest, never a name. */
  past_visit: {
    id: string;
    import_id: string;
    doctor_id: string;
    day: string;
    patient_key: string;
    patient_id: string | null;
    version: number;
  };
  /** A file for year N or for the renewal at term, frozen. `snapshot` is JSON; its hash is printed in the report. */
  renewal: {
    id: string;
    contract_id: string;
    contract_year: number | null;
    snapshot: string;
    snapshot_hash: string;
    complete: number;
    frozen_at: string;
    frozen_by: string;
    version: number;
  };
  renewal_sending: {
    id: string;
    renewal_id: string;
    on_day: string;
    channel: string;
    answered_on: string | null;
    answer: string | null;
    version: number;
  };
}
