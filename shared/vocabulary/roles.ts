import type { Role } from '#shared/permissions/roles.ts';

/** French name of a role, as written under a person's name. */
export const roleLabel: Record<Role, string> = {
  medecin: 'Médecin',
  remplacant: 'Remplaçant',
  assistant: 'Assistant médical',
  secretaire: 'Secrétaire',
  gestionnaire: 'Gestionnaire',
};
