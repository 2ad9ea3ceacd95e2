export interface AccountTables {
  account: {
    id: string;
    role: string;
    responsable: number;
    civility: string | null;
    given_name: string;
    family_name: string;
    initials: string;
    doctor_id: string | null;
    valid_from: string | null;
    valid_to: string | null;
    closed_at: string | null;
    last_sign_in_at: string | null;
    last_post_id: string | null;
    created_at: string;
    version: number;
  };
  post: { id: string; label: string; enrolled_at: string; last_seen_at: string };
}
