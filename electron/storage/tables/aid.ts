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
    /** Modulation policy written in the contract or told by the CPAM; null = not known. */
    policy: string | null;
    /** Both figures asked for, or one being enough, as written; null = not known. */
    cumulative: number | null;
    /** The doctor had just settled at the signature; null = not said. */
    newly_installed: number | null;
    /** Typed from an old paper: its contradictions are kept and shown. */
    as_written: number;
    /** The company that signs a collective contract. */
    company_name: string | null;
    /** A code of COMPANY_FORMS. */
    company_form: string | null;
    /** The structure itself is approved as ambulatory training site; null = not said. */
    training_site: number | null;
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
    /** Approved training supervisor who hosts a docteur junior. */
    pamsu: number;
    /** Holds shares in his or her own name; null = not said. */
    own_shares: number | null;
    /** Individual adhesion form signed; null = not said. */
    adhesion: number | null;
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
    /** Collective contract: patients the members had already gained; null = not known. */
    former_gain: number | null;
    /** Objective a letter of the CPAM gives to this doctor, and its day; null = none received. */
    notified_value: number | null;
    notified_on: string | null;
    /** Minimum patientèle the CPAM wrote for this doctor, and the day of the letter; null = none received. */
    threshold_value: number | null;
    threshold_on: string | null;
    /** Kept though it contradicts the start: so it is written on the paper. */
    as_written: number;
    version: number;
  };
  /** Avenants, suspensions, resumptions, letters. */
  aid_event: {
    id: string;
    contract_id: string;
    kind: string;
    on_day: string;
    to_day: string | null;
    assistant_id: string | null;
    words: string | null;
    /** What an avenant changes from its day on; null = unchanged. */
    rule_set: string | null;
    option: string | null;
    tier: string | null;
    funded_etp: number | null;
    version: number;
  };
  /** What was typed of one contract year. Null = not typed. */
  aid_year: {
    id: string;
    contract_id: string;
    contract_year: number;
    /** Full amount written in the contract. */
    amount_cents: number | null;
    /** First day of the year as written in an avenant. */
    starts_on: string | null;
    /** Gross cost of the post for the year. */
    cost_cents: number | null;
    version: number;
  };
  aid_payment: {
    id: string;
    contract_id: string;
    contract_year: number;
    /** EXPECTED, NOTIFIED or RECEIVED. */
    kind: string;
    /** Place of the payment in the year, from 1; null for a letter about the whole year. */
    rank: number | null;
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
    /** A code of PMT_POPULATIONS; null = the statement does not say, or the file active. */
    population: string | null;
    version: number;
  };
  past_visit_import: {
    id: string;
    name: string;
    /** `staged` until published; `published`; `undone`, then its passages are removed. */
    state: string;
    first_day: string | null;
    last_day: string | null;
    line_count: number;
    /** JSON: lines by outcome. */
    counts: string;
    /** JSON: first and last day of each doctor, what the import covers. */
    periods: string;
    account_id: string;
    started_at: string;
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
  /** A line that was not counted, and why: reasons only, never a name. */
  past_visit_line: {
    id: string;
    import_id: string;
    line: number;
    outcome: string;
    day: string | null;
    /** JSON: reasons in words. */
    reasons: string;
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
