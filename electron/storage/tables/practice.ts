export interface PracticeTables {
  practice: {
    id: string;
    name: string;
    address: string | null;
    postcode: string | null;
    city: string | null;
    phone: string | null;
    finess: string | null;
    created_at: string;
    version: number;
  };
  doctor: {
    id: string;
    civility: string | null;
    given_name: string;
    family_name: string;
    monogram: string;
    hue: number;
    rpps: string | null;
    position: number;
    archived_at: string | null;
    version: number;
  };
  room: { id: string; label: string; position: number; archived_at: string | null; version: number };
  reason: {
    id: string;
    label: string;
    short_label: string;
    code: string;
    duration_minutes: number;
    preparation_minutes: number;
    position: number;
    archived_at: string | null;
    version: number;
  };
  /** Practice choices with a key: waiting thresholds, measure thresholds, lock delay. Value is JSON. */
  setting: { id: string; value: string; version: number };
}
