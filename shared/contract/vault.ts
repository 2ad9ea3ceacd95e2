import { z } from 'zod';
import { roles } from '#shared/permissions/roles.ts';
import { Id, ShortText } from '#shared/domain/values.ts';
import { gate } from './procedure.ts';

export const Passphrase = z.string().min(1).max(400);

/** A recovery key drawn in memory. `ask`: the two groups to type back (1-8); `vaultId` is printed with it. */
export const RecoveryDraw = z.object({
  ticket: z.string(),
  vaultId: z.string(),
  groups: z.array(z.string()),
  ask: z.array(z.number().int()),
});

/** A removable disk of the computer that holds the data. `id` serves to choose it, while it stays in place. */
export const RecoveryDisk = z.object({ id: z.string(), label: z.string(), freeBytes: z.number().int() });

/** Which drawn key goes on which disk: the core holds the key, the screen does not send it back. */
export const recoveryCopyShape = { ticket: z.string().max(64), diskId: z.string().max(1000) };

/** The file written, by its name on that disk. */
export const RecoveryCopy = z.object({ fileName: z.string() });

/** A tile of the unlock screen: staff only, never a patient. */
export const Tile = z.object({
  accountId: Id,
  displayName: z.string(),
  initials: z.string(),
  role: z.enum(roles),
  hasOpenEntry: z.boolean(),
  hasDayCode: z.boolean(),
  hasPhrase: z.boolean(),
});

export const Me = z.object({
  accountId: Id,
  displayName: z.string(),
  initials: z.string(),
  role: z.enum(roles),
  responsable: z.boolean(),
  doctorId: Id.nullable(),
});
export type Me = z.infer<typeof Me>;

export const VaultState = z.object({
  vault: z.enum(['absent', 'closed', 'open', 'rescue']),
  practiceName: z.string().nullable(),
  demo: z.boolean(),
  session: z.enum(['none', 'active', 'locked']),
  lockedSince: z.string().nullable(),
  me: Me.nullable(),
  tiles: z.array(Tile),
  lastAccountId: Id.nullable(),
  postId: z.string(),
  postLabel: z.string(),
  /** Local now of the practice, so that every screen agrees whatever the browser's clock. */
  now: z.string(),
  today: z.string(),
  rescue: z.object({ missing: z.number().int().nullable(), sentence: z.string() }).nullable(),
  version: z.string(),
});
export type VaultState = z.infer<typeof VaultState>;

export const DoctorDraft = z.strictObject({
  civility: z.enum(['Dr', 'Pr']).nullable(),
  givenName: ShortText,
  familyName: ShortText,
  rpps: z
    .string()
    .regex(/^\d{11}$/, 'Le numéro RPPS compte 11 chiffres.')
    .nullable(),
});

export const vaultContract = {
  state: gate({}, VaultState),
  /** A key drawn in memory; nothing is on disk until `create`. `ask` = the two groups to type back (1-8). */
  drawRecoveryKey: gate({}, RecoveryDraw),
  /** Before the practice exists; afterwards `accounts` has the same two. */
  recoveryDisks: gate({}, z.array(RecoveryDisk)),
  /** The drawn key, as a PDF, on a removable disk and nowhere else. */
  saveRecoveryKey: gate(recoveryCopyShape, RecoveryCopy),
  create: gate(
    {
      ticket: z.string(),
      typedGroups: z.array(z.string()).length(2),
      practice: z.strictObject({ name: ShortText, city: z.string().trim().max(100).nullable() }),
      doctors: z.array(DoctorDraft).min(1).max(12),
      person: z.strictObject({
        givenName: ShortText,
        familyName: ShortText,
        role: z.enum(['medecin', 'gestionnaire']),
        /** Which of `doctors` the first person is; null for a manager. */
        doctorIndex: z.number().int().min(0).nullable(),
      }),
      phrase: Passphrase,
    },
    z.object({ accountId: Id }),
  ),
  signIn: gate({ accountId: Id, phrase: Passphrase }, z.object({})),
  unlockWithCode: gate({ accountId: Id, code: z.string().regex(/^\d{6}$/) }, z.object({})),
  setDayCode: gate({ code: z.string().regex(/^\d{6}$/, 'Six chiffres.') }, z.object({})),
  lock: gate({}, z.object({})),
  signOut: gate({}, z.object({})),
  /** Invitation, or forgotten phrase: the one-time code of the responsable opens a new slot. */
  redeemCode: gate({ accountId: Id, code: z.string().max(40), phrase: Passphrase }, z.object({})),
  /** When no responsable can: the recovery key opens a new slot for this person. */
  recover: gate({ accountId: Id, recoveryKey: z.string().max(80), phrase: Passphrase }, z.object({})),
};
