import { COLUMN_LABELS } from '#shared/domain/stage.ts';
import type { ErrorCode, ErrorDataOf } from './errors.ts';

const nb = '\u00a0';

/** Local time of an instant: « 10:24 ». An unreadable one is left out rather than shown raw. */
function timeOf(instant: string): string {
  try {
    const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris');
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  } catch {
    return '';
  }
}

const storage: Record<ErrorDataOf<'STORAGE'>['kind'], string> = {
  locked: `La base est occupée. Rien n’a été enregistré. Réessayer.`,
  read_only: `Le dossier des données est en lecture seule. Rien n’a été enregistré. Vérifier les droits du dossier.`,
  disk_full: `Le disque est plein. Rien n’a été enregistré. Libérer de la place, puis réessayer.`,
  corrupted: `Un fichier de données est abîmé. Fermer, puis rouvrir Prélude${nb}: l’écran de secours s’affichera.`,
  newer_schema: `Ces données ont été ouvertes par une version plus récente de Prélude. Installer cette version.`,
};

const removableDisk: Record<ErrorDataOf<'REMOVABLE_DISK'>['problem'], string> = {
  gone: `Ce disque n’est plus branché. Rien n’a été enregistré. Le rebrancher, puis chercher de nouveau.`,
  full: `Le disque amovible est plein. Rien n’y a été laissé. Y faire de la place, ou en prendre un autre.`,
  read_only: `Le disque amovible est protégé en écriture. Rien n’a été enregistré. En prendre un autre.`,
  failed: `Le disque amovible n’a pas accepté le fichier. Rien n’y a été laissé. En essayer un autre, ou imprimer.`,
};

const sentences: { [C in ErrorCode]: (data: ErrorDataOf<C>) => string } = {
  NOT_SIGNED_IN: () => `Ouvrir une session pour continuer.`,
  SESSION_LOCKED: () => `La session est verrouillée. La déverrouiller pour continuer.`,
  NOT_ALLOWED: () => `Votre rôle ne permet pas cette action. S’adresser au responsable du cabinet.`,
  VAULT_CLOSED: () => `Le coffre du cabinet est fermé. Saisir une phrase de passe pour l’ouvrir.`,
  VAULT_EXISTS: () => `Un cabinet existe déjà dans ce dossier. L’ouvrir, ou choisir un autre dossier.`,
  WRONG_PHRASE: ({ triesLeft }) =>
    triesLeft > 0
      ? `Phrase de passe incorrecte. Encore ${triesLeft} essai${triesLeft > 1 ? 's' : ''} avant une pause.`
      : `Phrase de passe incorrecte. Une pause commence avant le prochain essai.`,
  THROTTLED: ({ seconds }) => `Trop d’essais. Prochain essai possible dans ${seconds} s.`,
  WRONG_CODE: ({ triesLeft }) =>
    triesLeft > 0
      ? `Code incorrect. Encore ${triesLeft} essai${triesLeft > 1 ? 's' : ''}, puis la phrase de passe sera demandée.`
      : `Code incorrect. La phrase de passe est demandée.`,
  CODE_NOT_USABLE: () => `Le code du jour n’est plus valable. Saisir la phrase de passe.`,
  WRONG_RECOVERY_KEY: () => `Clé de secours incorrecte. Relire les huit groupes de quatre signes.`,
  REMOVABLE_DISK: ({ problem }) => removableDisk[problem],
  WRONG_ONE_TIME_CODE: () => `Code à usage unique incorrect ou expiré. En demander un autre au responsable.`,
  WEAK_PHRASE: ({ reason }) => reason,
  ACCOUNT_CLOSED: () => `Cet accès est fermé. S’adresser au responsable du cabinet.`,
  LAST_RESPONSABLE: () => `Le cabinet doit garder un responsable. En désigner un autre d’abord.`,
  DATA_DAMAGED: ({ missing }) =>
    missing === null
      ? `Le fichier des données est abîmé. L’ouvrir en lecture seule ou restaurer une sauvegarde.`
      : `Des actions récentes manquent (${missing}). L’ouvrir en lecture seule ou restaurer une sauvegarde.`,
  NOT_FOUND: () => `Introuvable${nb}: l’élément a été retiré ou déplacé depuis. Actualiser la page.`,
  INVALID: ({ problems }) => problems.map((problem) => problem.message).join(' ') || `Saisie à corriger.`,
  EDIT_CONFLICT: () => `Une autre personne a modifié le même champ. Choisir la valeur à garder.`,
  STALE: ({ by, at }) =>
    `Déjà modifié${by === '' ? '' : ` par ${by}`}${timeOf(at) === '' ? '' : ` à ${timeOf(at)}`}. La page vient d’être actualisée.`,
  SLOT_TAKEN: ({ by }) => (by === '' ? `Créneau pris à l’instant.` : `Créneau pris à l’instant par ${by}.`),
  ALREADY_TODAY: ({ stage }) => `Cette personne est déjà dans la journée (${COLUMN_LABELS[stage].toLowerCase()}).`,
  STAGE_NOT_ALLOWED: () => `Ce passage n’est pas possible depuis l’étape actuelle.`,
  DUPLICATE_TO_ANSWER: () =>
    `Un dossier très ressemblant existe. L’ouvrir, ou dire pourquoi ce n’est pas la même personne.`,
  PATIENT_MERGED: () => `Ce dossier a été fusionné avec un autre${nb}: l’ouvrir.`,
  UNDO_NOTHING: () => `Rien à annuler aujourd’hui sur ce poste.`,
  UNDO_CHANGED_SINCE: ({ by, at }) =>
    by === ''
      ? `Modifié depuis${nb}: l’annulation n’est plus possible.`
      : `Modifié depuis par ${by} à ${timeOf(at)}${nb}: l’annulation n’est plus possible.`,
  IN_USE: ({ what }) => `Retrait impossible pour l’instant${nb}: ${what}. Réessayer quand il n’en restera plus.`,
  DOCUMENT_UNREADABLE: () =>
    `Cette pièce n’a pas pu être relue${nb}: le fichier gardé manque ou a changé. La joindre à nouveau.`,
  IMPORT_REFUSED: ({ reason }) => reason,
  IMPORT_BUSY: () => `Un import est déjà en cours. Attendre sa fin ou l’arrêter.`,
  IDEMPOTENCY_REUSED: () => `Cette action a déjà été envoyée avec un autre contenu. Actualiser la page.`,
  STORAGE: ({ kind }) => storage[kind],
  INCIDENT: ({ incident }) =>
    `Erreur imprévue, incident n°${nb}${incident}. Rien n’a été perdu. Réessayer, puis signaler ce numéro.`,
};

/** The sentence for the person at the desk: what happened, what to do. Exhaustive over the codes. */
export function errorSentence<C extends ErrorCode>(code: C, data: ErrorDataOf<C>): string {
  return sentences[code](data);
}
