/** Text fields of a file that a person can edit by patches. Null = non renseigné. */
export interface PatientRow {
  id: string;
  /** « Dossier 2 118 »: rises from 1, never reused while the file exists; a merged file keeps its own. */
  number: number;
  /** Strict traits, capitals without accents (rules of writing 2.20). */
  birth_name: string;
  first_given_name: string;
  /** The other given names of birth, in civil-status order. */
  given_names: string | null;
  used_name: string | null;
  used_given_name: string | null;
  sex: string;
  /** Usable day; the text as typed or received and its precision stand beside it. */
  birth_day: string;
  birth_raw: string | null;
  birth_precision: string;
  birth_place_code: string | null;
  birth_place_text: string | null;
  birth_department: string | null;
  birth_place_checked: number;
  identity_status: string;
  homonym: number;
  doubtful: number;
  fictitious: number;
  identity_channel: string | null;
  document_code: string | null;
  document_seen_on: string | null;
  document_seen_by: string | null;
  matricule: string | null;
  matricule_oid: string | null;
  attested_at: string | null;
  attested_software: string | null;
  /** NIR of the insured person (billing), never mixed with the matricule. */
  insured_nir: string | null;
  insured_quality: string | null;
  civility: string | null;
  phone_mobile: string | null;
  phone_other: string | null;
  email: string | null;
  address_line: string | null;
  postcode: string | null;
  city: string | null;
  sms_consent: string | null;
  interpreter: string | null;
  reduced_mobility: string | null;
  regime: string | null;
  organisation_code: string | null;
  ald: string | null;
  ald_until: string | null;
  c2s: string | null;
  ame: string | null;
  complementary: string | null;
  gp_kind: string | null;
  gp_doctor_id: string | null;
  gp_name: string | null;
  gp_declared_on: string | null;
  trusted_person: string | null;
  trusted_person_phone: string | null;
  emergency_contact: string | null;
  emergency_contact_phone: string | null;
  dmp_consent: string | null;
  dmp_consent_on: string | null;
  notes: string | null;
  /** Folded keys, for order. */
  name_key: string;
  used_name_key: string | null;
  given_key: string;
  merged_into: string | null;
  import_id: string | null;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface PatientTables {
  patient: PatientRow;
  /** `patient` less what an unpublished import holds and less merged files: what every query reads. */
  visible_patient: PatientRow;
  /**
   * Search words, prefix search on `token`. `kind`: a family name, b given name, d birth (ddmmyyyy), n NIR, p phone.
   * `sort`: beginning of the other name, so that reading the index in order is the alphabetical order.
   */
  patient_token: { token: string; kind: string; sort: string; number: number };
  /** Dictionary of the name words in use: kind x = ends of the word, s = its sound. Tells nothing of who bears it. */
  patient_word: { kind: string; fragment: string; word: string };
  /** Equality keys by which possible duplicates (and homonyms, `h:`) are found. */
  patient_block: { key: string; number: number };
  alert_item: {
    id: string;
    patient_id: string;
    kind: string;
    label: string;
    none_known: number;
    source: string;
    stated_on: string;
    account_id: string;
    confirmed_by: string | null;
    confirmed_at: string | null;
    removed_at: string | null;
    version: number;
  };
  merge_record: {
    id: string;
    kept_id: string;
    merged_id: string;
    merged_on: string;
    account_id: string;
    /** JSON: the kept file's fields before, the ids of the rows that moved. */
    before: string;
    split_at: string | null;
  };
  import_run: {
    id: string;
    account_id: string;
    file_name: string;
    state: string;
    published: number;
    total: number;
    created: number;
    duplicates: number;
    invalid: number;
    started_at: string;
    ended_at: string | null;
  };
  import_line: {
    id: string;
    import_id: string;
    line: number;
    outcome: string;
    patient_id: string | null;
    detail: string;
  };
}
