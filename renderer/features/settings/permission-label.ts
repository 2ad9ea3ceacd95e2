import type { Permission } from '#shared/permissions/roles.ts';

/** French name of each right, as a verb. A new right does not compile without its name. */
export const permissionLabel: Record<Permission, string> = {
  'account.manage': 'Gérer les utilisateurs et la clé de secours',
  'board.read': 'Voir l’accueil du jour',
  'clinical.read': 'Lire la préparation et les constantes',
  'clinical.record': 'Saisir une préparation',
  'clinical.validate': 'Marquer une préparation lue',
  'draft.own': 'Reprendre ses propres saisies',
  'employer.read': 'Voir le dossier de l’employeur (formation, aide)',
  'employer.manage': 'Tenir le dossier de l’employeur',
  'employer.own': 'Lire son propre contrat de travail et ouvrir ses pièces',
  'identity.attest': 'Attester une identité constatée ailleurs',
  'identity.merge': 'Fusionner et séparer des dossiers',
  'patient.create': 'Créer un dossier',
  'patient.edit': 'Modifier un dossier',
  'patient.import': 'Importer une liste de patients',
  'patient.read': 'Chercher et ouvrir un dossier',
  'practice.read': 'Voir les réglages du cabinet',
  'practice.manage': 'Modifier les réglages du cabinet',
  'rule.choose': 'Changer une règle ou un seuil pour le cabinet',
  'time.own': 'Lire son propre temps rendu',
  'time.person': 'Lire le temps d’un assistant informé par écrit',
  'training.own': 'Voir sa propre formation',
  'undo.own': 'Annuler ses propres actions',
  'visit.book': 'Donner un rendez-vous',
  'visit.move': 'Noter une arrivée, un passage, un départ',
};
