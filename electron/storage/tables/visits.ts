export interface VisitTables {
  /**
   * One line from the appointment to the departure. `occupies` = 1 while the interval
   * [start_minute, end_minute) holds the doctor's time; walk-ins never occupy.
   */
  visit: {
    id: string;
    patient_id: string;
    doctor_id: string;
    reason_id: string | null;
    day: string;
    start_minute: number | null;
    end_minute: number | null;
    occupies: number;
    walk_in: number;
    confirmed: number;
    stage: string;
    urgent: number;
    room_id: string | null;
    settled: number;
    note: string | null;
    prepared_by: string | null;
    arrived_at: string | null;
    preparation_at: string | null;
    ready_at: string | null;
    consultation_at: string | null;
    finalise_at: string | null;
    left_at: string | null;
    stage_at: string;
    outcome_reason: string | null;
    /** `patient` or `practice`, when cancelled. */
    cancelled_by: string | null;
    created_at: string;
    version: number;
  };
  /**
   * Each passage kept, back and forth included: the source of the time figures.
   * `kind` = booked, forward, exit or correction (backwards, or out of an exit).
   */
  stage_passage: {
    id: string;
    visit_id: string;
    patient_id: string;
    stage: string;
    kind: string;
    entered_at: string;
    account_id: string;
  };
  /** What remains to do once the consultation is over, in words. */
  finalise_item: {
    id: string;
    visit_id: string;
    patient_id: string;
    label: string;
    done_at: string | null;
    version: number;
  };
}
