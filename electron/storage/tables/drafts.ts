/** Raw text of a field, saved on leaving it; `state` = open, or to_correct after a submission. */
export interface DraftTables {
  draft: {
    id: string;
    account_id: string;
    subject: string;
    subject_id: string;
    field: string;
    raw: string;
    state: string;
    patient_id: string | null;
    saved_at: string;
  };
}
