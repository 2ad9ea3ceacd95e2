/** journal: one line per change and per opening; no name in it. See settled point 5. */
export interface AuditTables {
  schema_migration: { version: number; name: string; checksum: string; applied_at: string };
  journal: {
    seq: number;
    account_id: string | null;
    post_id: string;
    at: string;
    utc_offset: string;
    procedure: string;
    record_id: string | null;
    patient_id: string | null;
    reason: string | null;
    undoes_seq: number | null;
    values_digest: string;
    prev_hash: string;
    hash: string;
  };
  /** `content` is AES-256-GCM under the patient's key when patient_id is set, else clear JSON. */
  journal_value: {
    seq: number;
    position: number;
    table_name: string;
    record_id: string;
    patient_id: string | null;
    content: Uint8Array;
  };
  journal_head: { id: number; seq: number; hash: string };
  patient_key: { patient_id: string; key: Uint8Array };
  undo_state: {
    seq: number;
    account_id: string;
    post_id: string;
    day: string;
    procedure: string;
    label: string;
    undone_by: number | null;
  };
  idempotency: { key: string; account_id: string; procedure: string; input_hash: string; output: string; at: string };
}
