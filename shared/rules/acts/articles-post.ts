import { frenchTypography as fr } from '#shared/kernel/format.ts';
import type { Article } from '../kernel/index.ts';
import { LIMITS } from './limits.ts';
import { cite } from './sources.ts';

/** The limits of the post itself. */
export const POST_ARTICLES: readonly Article[] = [
  {
    id: 'acts.remote',
    title: 'Travail à distance',
    parameters: [LIMITS.remoteShare, LIMITS.partialRemote],
    versions: [
      {
        from: null,
        to: '2023-12-31',
        text: fr('Pas d’exercice entièrement à distance. Rien n’a été lu sur le télétravail partiel à cette date.'),
        changed: null,
        effect: 'L’assistant est présent au cabinet.',
        sources: cite('S02', 'S01'),
        confidence: 'multiple_secondary',
      },
      {
        from: '2024-01-01',
        to: null,
        text: fr(
          'Pas d’exercice à 100 % à distance. Un télétravail partiel est accepté pour des tâches administratives ou de coordination.',
        ),
        changed: 'Le télétravail partiel est admis.',
        effect: 'Une partie de l’administratif peut se faire à distance.',
        sources: cite('S32', 'S02'),
        confidence: 'single_source',
      },
    ],
  },
  {
    id: 'acts.home',
    title: 'Domicile des patients',
    parameters: [LIMITS.homeOnly, LIMITS.mileage],
    versions: [
      {
        from: null,
        to: null,
        text: 'Pas d’exercice au seul domicile des patients, et aucune indemnité kilométrique.',
        changed: null,
        effect: 'Le poste s’exerce au cabinet.',
        sources: cite('S02', 'S01'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'acts.post',
    title: 'Un poste nouveau',
    parameters: [LIMITS.newPost, LIMITS.replacementMonths, LIMITS.replacesProfession],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'Le poste est une création et ne remplace aucune autre profession de santé. Une secrétaire médicale devenue assistante est remplacée dans son ancien poste ; le délai est de 6 mois dans les centres de santé, inconnu pour les médecins.',
        ),
        changed: null,
        effect: 'Prévoir le remplacement de la secrétaire avant le changement de poste.',
        sources: cite('S49', 'S47', 'S02', 'S19', 'S60'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'acts.responsibility',
    title: 'Responsabilité du médecin',
    parameters: [LIMITS.doctorAnswers, LIMITS.healthProfessional],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'L’assistant n’est pas un professionnel de santé. Le médecin employeur apprécie ce qui peut se faire sans sa présence ou sa surveillance, et en répond.',
        ),
        changed: null,
        effect: 'Le médecin écrit et signe ce qu’il délègue.',
        sources: cite('S02', 'S01', 'S33', 'S34'),
        confidence: 'multiple_secondary',
      },
    ],
  },
];
