import { z } from 'zod';
import { roles } from '#shared/permissions/roles.ts';
import { DayValue, Id, ShortText } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';
import { RecoveryCopy, recoveryCopyShape, RecoveryDisk, RecoveryDraw } from './vault.ts';

const account = {
  givenName: ShortText,
  familyName: ShortText,
  civility: z.string().trim().max(10).nullable(),
  role: z.enum(roles),
  responsable: z.boolean(),
  doctorId: Id.nullable(),
  validFrom: DayValue.nullable(),
  validTo: DayValue.nullable(),
};

export const AccountView = z.object({
  id: Id,
  displayName: z.string(),
  initials: z.string(),
  ...account,
  lastSignInAt: z.string().nullable(),
  lastPost: z.string().nullable(),
  closedAt: z.string().nullable(),
  hasPhrase: z.boolean(),
});
export type AccountView = z.infer<typeof AccountView>;

const onlyHere = { none: 'Un accès se rouvre ou se modifie depuis les réglages.' };

export const accountsContract = {
  list: query({ permission: 'practice.read' }, {}, z.array(AccountView)),
  create: command(
    { permission: 'account.manage', undo: onlyHere, topics: ['accounts'], label: 'Création d’un accès' },
    account,
    z.object({ id: Id, oneTimeCode: z.string() }),
  ),
  update: command(
    { permission: 'account.manage', undo: onlyHere, topics: ['accounts'], label: 'Modification d’un accès' },
    { id: Id, ...account },
    z.object({}),
  ),
  close: command(
    { permission: 'account.manage', undo: onlyHere, topics: ['accounts'], label: 'Fermeture d’un accès' },
    { id: Id },
    z.object({}),
  ),
  reopen: command(
    { permission: 'account.manage', undo: onlyHere, topics: ['accounts'], label: 'Réouverture d’un accès' },
    { id: Id },
    z.object({ oneTimeCode: z.string() }),
  ),
  /** For a new or forgetful person; the old phrase stays valid until the code is used. */
  issueCode: command(
    {
      permission: 'account.manage',
      undo: { none: 'Le code expire de lui-même après 24 heures.' },
      topics: [],
      label: 'Code à usage unique',
    },
    { id: Id },
    z.object({ oneTimeCode: z.string() }),
  ),
  drawRecoveryKey: query({ permission: 'account.manage' }, {}, RecoveryDraw),
  recoveryDisks: query({ permission: 'account.manage' }, {}, z.array(RecoveryDisk)),
  /** Journaled even when the disk then refuses: what matters is that a copy was asked for, by whom. */
  saveRecoveryKey: command(
    {
      permission: 'account.manage',
      undo: { none: 'Le fichier est sur le disque amovible : il s’y supprime.' },
      topics: [],
      label: 'Copie de la clé de secours vers un disque amovible',
    },
    recoveryCopyShape,
    RecoveryCopy,
  ),
  replaceRecoveryKey: command(
    {
      permission: 'account.manage',
      undo: { none: 'L’ancienne clé cesse aussitôt d’ouvrir le coffre.' },
      topics: ['accounts'],
      label: 'Remplacement de la clé de secours',
    },
    { ticket: z.string(), typedGroups: z.array(z.string()).length(2) },
    z.object({}),
  ),
};
