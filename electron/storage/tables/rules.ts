export interface RuleTables {
  /** A value of the rule book changed by the practice from a day on; rows are never changed, the latest begun wins. */
  rule_choice: {
    id: string;
    /** Order of signature: two in the same second are still one after the other. */
    rank: number;
    parameter_id: string;
    /** JSON `{ value }`; null = back to the rule book. */
    choice: string | null;
    from_day: string;
    reason: string | null;
    signed_by: string;
    signed_at: string;
    version: number;
  };
}
