/**
 * Who may do what. The table is data, the test is pure, the core enforces, the screens only hide.
 * Source: settled points 13 (roles) and 19 (identity.attest). Deny by default.
 */
export const roles = ['medecin', 'remplacant', 'assistant', 'secretaire', 'gestionnaire'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'account.manage',
  'board.read',
  'clinical.read',
  'clinical.record',
  'clinical.validate',
  'draft.own',
  'employer.manage',
  'employer.own',
  'employer.read',
  'identity.attest',
  'identity.merge',
  'patient.create',
  'patient.edit',
  'patient.import',
  'patient.read',
  'practice.read',
  'practice.manage',
  'rule.choose',
  'time.own',
  'time.person',
  'training.own',
  'undo.own',
  'visit.book',
  'visit.move',
] as const;
export type Permission = (typeof permissions)[number];

const everyone = ['practice.read', 'draft.own', 'undo.own'] as const satisfies Permission[];
const desk = [
  ...everyone,
  'board.read',
  'patient.read',
  'patient.create',
  'patient.edit',
  'visit.book',
  'visit.move',
] as const satisfies Permission[];
const preparation = [...desk, 'clinical.read', 'clinical.record'] as const satisfies Permission[];
const doctor = [
  ...preparation,
  'clinical.validate',
  'employer.read',
  'employer.manage',
  'identity.attest',
  'identity.merge',
  'patient.import',
  'rule.choose',
] as const satisfies Permission[];

const granted: Record<Role, readonly Permission[]> = {
  secretaire: desk,
  assistant: [
    ...preparation,
    'patient.import',
    'identity.attest',
    'identity.merge',
    'employer.own',
    'training.own',
    'time.own',
  ],
  remplacant: doctor.filter((permission) => !['rule.choose', 'employer.read', 'employer.manage'].includes(permission)),
  medecin: doctor,
  gestionnaire: [...everyone, 'practice.manage', 'patient.import', 'employer.read', 'employer.manage'],
};

/** What the responsable flag adds, on a medecin or a gestionnaire. */
const responsableAdds: readonly Permission[] = ['account.manage', 'practice.manage', 'time.person'];

/** The part of a person that decides their rights. `day` bounds are inclusive; null = no bound. */
export interface Actor {
  role: Role;
  responsable: boolean;
  validFrom: string | null;
  validTo: string | null;
  closedAt: string | null;
}

/** May this person sign in on this day? A remplacant has a start and an end; a leaver is closed. */
export function isActiveOn(actor: Actor, day: string): boolean {
  if (actor.closedAt !== null) return false;
  if (actor.validFrom !== null && day < actor.validFrom) return false;
  return actor.validTo === null || day <= actor.validTo;
}

/** Pure permission test; unknown roles and permissions are refused. */
export function can(actor: Pick<Actor, 'role' | 'responsable'>, permission: Permission): boolean {
  if (granted[actor.role]?.includes(permission)) return true;
  return actor.responsable && responsableAdds.includes(permission);
}
