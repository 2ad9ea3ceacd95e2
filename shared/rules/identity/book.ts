import { NBSP } from '#shared/kernel/format.ts';
import { unchangedArticles, type RuleSet } from '../kernel/index.ts';
import { IDENTITY_SOURCES as S } from './sources.ts';

const article = unchangedArticles('identity');

export const identityRuleSet: RuleSet = {
  id: 'identity',
  theme: 'identity',
  title: 'Identité du patient et numéros',
  summary: 'Ce que Prélude contrôle dans une identité, ce qu’il constate et ce qu’il ne décide jamais seul.',
  articles: [
    article(
      'nir',
      'NIR et clé',
      'Treize caractères et une clé de deux chiffres, égale à 97 moins le reste de la division par 97. En Corse, 2A se lit 19 et 2B se lit 18. Un NIR sans clé est accepté avec une mention ; la clé attendue n’est jamais montrée.',
      'Une différence avec les traits avertit, elle ne refuse jamais.',
      [S.DECREE, S.KEY],
      'multiple_secondary',
    ),
    article(
      'nir_place',
      'Lieu de naissance du NIR',
      'Le département 00, la commune 00 d’outre-mer et le pays 000 sont refusés. Les codes 91 à 96 d’avant l’indépendance ne sont jamais déduits. 20, 2A et 2B désignent le même lieu pour la comparaison.',
      'Un lieu absent des tables reste le texte saisi.',
      [S.PLACES, S.PROJECT],
      'design_choice',
    ),
    article(
      'status',
      'Statut de l’identité',
      'Prélude pose seul les statuts provisoire et validée. Récupérée et qualifiée sont constatées dans le logiciel du médecin, avec la date et une seconde lecture. Un trait strict changé, douteuse ou fictive ramènent à provisoire.',
      'Le matricule INS n’est transmis que pour une identité qualifiée.',
      [S.FR_CORE, S.PROJECT],
      'design_choice',
    ),
    article(
      'documents',
      'Pièces d’identité',
      'Passeport, carte nationale d’identité des pays listés et titre de séjour valident une identité. Pour un mineur ou une entrée en EHPAD, les pièces admises sont listées à part.',
      'La pièce vue est notée avec le patient ; son image n’est pas nécessaire.',
      [S.DOCUMENTS, S.MINORS],
      'official',
    ),
    article(
      'duplicates',
      'Doublons et homonymes',
      'Les traits sont comparés un à un et donnent des raisons. Un téléphone commun renforce une ressemblance, seul il n’est rien. Des jumeaux ne sont jamais rapprochés.',
      'Les dossiers ressemblants s’affichent pendant la saisie ; la fusion reste un geste, réversible 30 jours.',
      [S.PROJECT],
      'design_choice',
    ),
    article(
      'birth',
      'Dates de naissance incomplètes',
      `Jour inconnu${NBSP}: le 1er du mois. Mois inconnu${NBSP}: le 31 décembre. Une date lunaire est gardée telle qu’elle est écrite. À partir de 110 ans, la date est à relire.`,
      'La date utilisable, le texte lu et la précision sont gardés ensemble.',
      [S.PROJECT],
      'design_choice',
    ),
    article(
      'professionals',
      'RPPS et FINESS',
      'Le RPPS compte onze chiffres et le FINESS neuf caractères, tous deux avec une clé de Luhn. En Corse, 2A et 2B se lisent 20 pour la clé du FINESS.',
      'Une clé de FINESS douteuse avertit, elle ne refuse pas.',
      [S.ORDER, S.PROJECT],
      'multiple_secondary',
    ),
  ],
  unknowns: [
    {
      id: 'identity.adeli',
      title: 'Clé du numéro ADELI et du numéro AM',
      handling: `Aucune source lue${NBSP}: ces numéros ne sont pas contrôlés.`,
    },
    {
      id: 'identity.characters',
      title: 'Jeu exact de caractères du téléservice INSi',
      handling: 'Les noms sont gardés tels qu’ils sont écrits sur la pièce.',
    },
  ],
  disputes: [],
  entries: [],
};
