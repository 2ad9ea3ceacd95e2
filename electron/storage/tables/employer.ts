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
    former_secretary: number;
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
    start_day: string;
    end_day: string | null;
    end_reason: string | null;
    /** Percent of the time worked at a distance. */
    remote_share: number | null;
    home_only: number | null;
    replaces_other: number | null;
    version: number;
  };
  work_time: { id: string; employment_id: string; from_day: string; weekly_minutes: number; version: number };
  /** Part of the post each doctor pays for, in hundredths of a percent, from a day on. */
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
    replaced: number;
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
    vae_hours: number | null;
    version: number;
  };
  training_module: {
    id: string;
    training_id: string;
    module: string;
    label: string;
    planned_minutes: number | null;
    done_minutes: number;
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
