export interface PreparationTables {
  observation: {
    id: string;
    patient_id: string;
    visit_id: string | null;
    code: string;
    /** Reading number within the visit (blood pressure 1 to 3). */
    reading: number;
    /** Integer in the smallest decimal of the measure: 804 for 80,4 kg with `decimals` 1. Null = not done. */
    value: number | null;
    decimals: number;
    unit: string;
    measured_at: string;
    account_id: string;
    context: string;
    confirmed_out_of_range: number;
    not_done_reason: string | null;
    not_done_detail: string | null;
    corrects_id: string | null;
    superseded: number;
    version: number;
  };
  /** Words of the assistant for the doctor, one line a visit. */
  preparation: {
    id: string;
    visit_id: string;
    patient_id: string;
    message: string | null;
    message_by: string | null;
    message_at: string | null;
    read_by: string | null;
    read_at: string | null;
    version: number;
  };
}
