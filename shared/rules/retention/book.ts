import { NBSP } from '#shared/kernel/format.ts';
import { unchangedArticles, type RuleSet } from '../kernel/index.ts';
import { ACCOUNTING, APPOINTMENT, AUDIT, CLAIM_COPY, DMP_HANDLING, FILE, REMINDER, STAFF } from './parameters.ts';
import { entries } from './situation.ts';
import { cite } from './sources.ts';

const article = unchangedArticles('retention');

export const retentionRuleSet: RuleSet = {
  id: 'retention',
  theme: 'retention',
  title: 'Conservation des données',
  summary:
    'Quand proposer d’archiver, quand proposer de détruire, et ce qui suspend. Prélude propose, un médecin décide.',
  articles: [
    article(
      'file',
      'Dossier médical',
      'Cinq ans en base active après la dernière intervention au dossier, puis quinze ans d’archive sur un support séparé. Vingt ans en tout. L’Ordre compte depuis la dernière venue\u00A0: Prélude compte depuis la dernière intervention, qui ne la précède jamais.',
      'À cinq ans, le dossier est proposé à l’archive. À vingt ans, il entre dans la liste à détruire.',
      cite('P4', 'P9'),
      'multiple_secondary',
      [FILE.active, FILE.archive, FILE.total],
    ),
    article(
      'minors_and_death',
      'Mineurs et décès',
      'Le dossier d’un mineur est gardé au moins jusqu’à ses 28 ans. Après un décès, dix ans. La date la plus tardive gouverne ; l’autre lecture reste affichée.',
      'Aucune destruction n’est proposée plus tôt qu’une des durées.',
      cite('UNREAD'),
      'unverified',
      [FILE.minorUntil, FILE.afterDeath],
    ),
    article(
      'hold',
      'Réclamation ou procédure en cours',
      'Une procédure suspend les propositions tant qu’elle dure. Si la date de destruction tombe pendant la procédure, elle est reportée au lendemain de sa fin.',
      'Le médecin note le début et la fin de la procédure dans le dossier.',
      cite('PROJECT'),
      'design_choice',
    ),
    article(
      'destruction',
      'Destruction',
      'Un médecin propose, un autre confirme ; avec un seul médecin, deux gestes à 24 heures d’écart. L’acte est journalisé sans le contenu. Les sauvegardes gardent le dossier jusqu’à leur propre fin.',
      'Rien n’est détruit sans geste d’un médecin.',
      cite('PROJECT'),
      'design_choice',
    ),
    article(
      'dmp',
      'Gestion du DMP',
      'Le temps de l’usage, puis dix ans après la clôture du dossier.',
      'La clôture du dossier donne la date.',
      cite('P4'),
      'multiple_secondary',
      [DMP_HANDLING],
    ),
    article(
      'appointments',
      'Rendez-vous et rappels',
      `Le tableau de la CNIL n’a pas été lu. Par défaut${NBSP}: trois ans en clair pour un rendez-vous, puis des comptes anonymes ; un an pour un rappel envoyé.`,
      'Le cabinet choisit la durée des rendez-vous.',
      cite('UNREAD'),
      'unverified',
      [APPOINTMENT, REMINDER],
    ),
    article(
      'invoicing',
      'Feuilles de soins et comptabilité',
      'Trois mois pour le double d’une feuille électronique, dix ans pour une pièce comptable.',
      'Durées affichées avec leur réserve.',
      cite('UNREAD'),
      'unverified',
      [CLAIM_COPY, ACCOUNTING],
    ),
    article(
      'staff',
      'Dossier de l’assistant',
      'Le temps du contrat, puis cinq ans après le départ. Temps de travail\u00A0: un à trois ans, la plus longue durée est retenue. Un justificatif de l’aide est gardé tant que la caisse peut le demander.',
      'La durée des justificatifs de l’aide est à saisir\u00A0: aucune source ne la donne.',
      cite('UNREAD'),
      'unverified',
      [STAFF.file, STAFF.timeShort, STAFF.timeLong, STAFF.aidEvidence],
    ),
    article(
      'audit_log',
      'Journal des accès',
      'De six mois à un an ; jusqu’à trois ans quand un contrôle interne le justifie par écrit. Prélude retient trois ans, pour le contrôle interne des accès aux dossiers.',
      'Le cabinet peut choisir de six mois à trois ans.',
      cite('P12', 'P13', 'P14'),
      'multiple_secondary',
      [AUDIT.kept, AUDIT.shortest, AUDIT.usual, AUDIT.longest],
    ),
  ],
  unknowns: [
    {
      id: 'retention.cnil_appointments',
      title: 'Durée des rendez-vous selon la CNIL',
      handling: 'Trois ans par défaut, que le cabinet peut changer.',
    },
    {
      id: 'retention.cnil_staff',
      title: 'Durée des dossiers du personnel selon la CNIL',
      handling: 'Cinq ans après le départ, que le cabinet peut changer.',
    },
    {
      id: 'retention.aid_evidence',
      title: 'Durée demandée par la caisse pour les justificatifs de l’aide',
      handling: 'Indéterminé\u00A0: saisir la durée demandée.',
    },
    {
      id: 'retention.hold_effect',
      title: 'Effet d’une procédure sur la durée',
      handling: 'La procédure suspend la proposition et ne rallonge pas la durée.',
    },
  ],
  disputes: [
    {
      id: 'retention.after_death',
      title: 'Dix ans après un décès',
      positions: [
        { words: 'S’ajoute aux vingt ans\u00A0: la date la plus tardive', sources: cite('PROJECT') },
        { words: 'Remplace les vingt ans', sources: cite('UNREAD') },
      ],
      retained: 'La date la plus tardive, l’autre affichée à côté\u00A0: une destruction ne se défait pas.',
    },
    {
      id: 'retention.audit_log',
      title: 'Durée du journal',
      positions: [
        { words: 'Six mois à un an', sources: cite('P12', 'P13', 'P14') },
        { words: 'Trois ans au plus, avec une justification écrite', sources: cite('P12', 'P13', 'P14') },
      ],
      retained: 'Trois ans, modifiable de six mois à trois ans.',
    },
  ],
  entries,
};
