/** The employer's side: who is employed, in which training, under which contract of aid, with which proofs. */
export interface EmployerTables {
  /** What the aid depends on, by doctor, from a day on. Null = not said: the eligibility stays undetermined. */
  doctor_profile: {
    id: string;
    doctor_id: string;
    from_day: string;
    sector: string | null;
    speciality: string | null;
    mep: number | null;
    zone: string | null;
    installed_on: string | null;
    /** As the CPAM reads it: the book has no length of time for it. */
    newly_installed: number | null;
    /** Read by the doctor in the annex of avenant 7, speciality other than general practice. */
    speciality_listed: number | null;
    /** A code of ADAPTED_SITUATIONS: RQTH, ALD, mixed activity, none. */
    adapted_situation: string | null;
    doctors_in_practice: number | null;
    /** A code of COORDINATED_PRACTICES. */
    coordinated_practice: string | null;
    join_by: string | null;
    /** Shares in hundredths of a percent. */
    children_share: number | null;
    technical_share: number | null;
    version: number;
  };
  assistant: {
    id: string;
    account_id: string | null;
    given_name: string;
    family_name: string;
    profile: string;
    /** Null = not said, never no. */
    former_secretary: number | null;
    secretary_replaced_on: string | null;
    archived_at: string | null;
    version: number;
  };
  employment: {
    id: string;
    assistant_id: string;
    employer_kind: string;
    employer_name: string | null;
    contract_kind: string;
    cdd_ground: string | null;
    /** Renewals of a fixed-term contract. */
    renewals: number | null;
    start_day: string;
    end_day: string | null;
    end_reason: string | null;
    /** Day the next assistant takes the post, `NONE` when nobody does, null = not said. */
    next_hire: string | null;
    /** Percent of the time worked at a distance. */
    remote_share: number | null;
    /** `administrative_or_coordination` or `other`. */
    remote_tasks: string | null;
    home_only: number | null;
    mileage: number | null;
    replaces_other: number | null;
    new_post: number | null;
    version: number;
  };
  work_time: { id: string; employment_id: string; from_day: string; weekly_minutes: number; version: number };
  /** Part of the post each doctor pays for, in hundredths of a percent: the lines of one day are the whole split from that day on. */
  employment_share: {
    id: string;
    employment_id: string;
    doctor_id: string;
    from_day: string;
    share: number;
    version: number;
  };
  absence: {
    id: string;
    assistant_id: string;
    kind: string;
    from_day: string;
    to_day: string | null;
    /** Null = not said, never no. */
    replaced: number | null;
    note: string | null;
    version: number;
  };
  /** A proof kept as an encrypted file named by its fingerprint; `about_*` says what it proves. */
  document: {
    id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    kind: string;
    about_kind: string;
    about_id: string;
    on_day: string | null;
    added_by: string;
    added_at: string;
    version: number;
  };
  training: {
    id: string;
    assistant_id: string;
    route: string;
    body: string | null;
    certification: string | null;
    registered_on: string | null;
    started_on: string | null;
    exam_on: string | null;
    certified_on: string | null;
    abandoned_on: string | null;
    planned_end: string | null;
    /** From registration to certificate, as the training body announces it. */
    session_months: number | null;
    positioning_on: string | null;
    /** Hours done outside the four modules of the CQP. */
    other_minutes: number | null;
    proof_sent_on: string | null;
    level_four: number | null;
    experience_years: number | null;
    vae_hours: number | null;
    /** JSON: applications filed, `{ certification, filedOn }`. */
    vae_applications: string;
    /** JSON: dates of a letter or of a contract, `{ start, complete }`; they win over the computed ones. */
    given: string;
    version: number;
  };
  training_module: {
    id: string;
    training_id: string;
    module: string;
    label: string;
    planned_minutes: number | null;
    done_minutes: number;
    /** Taken off after a positioning. */
    exempt_minutes: number | null;
    state: string;
    planned_end: string | null;
    validated_on: string | null;
    version: number;
  };
  training_day: {
    id: string;
    training_id: string;
    assistant_id: string;
    day: string;
    minutes: number | null;
    version: number;
  };
}
