import { frenchTypography } from '#shared/kernel/format.ts';
import type { Article, Parameter, RuleSet } from '../kernel/index.ts';
import { COMPARED, KEPT, MINUTES } from './parameters.ts';
import { entries } from './situation.ts';
import { CHOICE } from './sources.ts';

const article = (
  id: string,
  title: string,
  text: string,
  effect: string,
  parameters: readonly Parameter[] = [],
): Article => ({
  id: `time.${id}`,
  title,
  versions: [
    {
      from: null,
      to: null,
      text: frenchTypography(text),
      changed: null,
      effect: frenchTypography(effect),
      sources: CHOICE,
      confidence: 'design_choice',
    },
  ],
  parameters,
});

export const timeGivenBackRuleSet: RuleSet = {
  id: 'time',
  theme: 'aid',
  title: 'Temps rendu',
  summary: frenchTypography(
    'Minutes de travail des assistants par famille de mission. Aucun texte ne donne de méthode : tout est choix de Prélude, modifiable.',
  ),
  articles: [
    article(
      'families',
      'Ce qui est compté',
      'Trois familles : accueil et administratif (arrivées notées), préparation de la consultation (du passage « en préparation » au passage « prêt », sinon les mesures prises), organisation et coordination (rendez-vous pris, actions finalisées). Seul compte ce que des assistants ont noté eux-mêmes.',
      'La préparation est lue au tableau, le reste rend un nombre de gestes multiplié par une hypothèse.',
      Object.values(MINUTES),
    ),
    article(
      'kept',
      'Passages écartés, médianes',
      'Un passage trop long a été noté en retard : il est écarté et compté à part. Une médiane demande assez de passages, sinon elle reste indéterminée.',
      'Une préparation oubliée ouverte le soir ne gonfle pas les minutes.',
      Object.values(KEPT),
    ),
    article(
      'comparison',
      'Avant et depuis l’embauche',
      'Les semaines entières qui précèdent la première embauche d’un assistant, contre les dernières semaines entières. Sans semaines connues avant, la comparaison reste indéterminée. Les visites importées d’un autre logiciel comptent pour les patients vus.',
      'Une différence est montrée, jamais attribuée à une cause.',
      Object.values(COMPARED),
    ),
    article(
      'persons',
      'Chiffres d’une personne',
      'Par mission et par semaine pour le cabinet. Par personne, à cette personne seulement, et à la personne responsable dans le dossier de l’aide, après une information écrite et datée du salarié. Aucune comparaison entre personnes.',
      'Avec un seul assistant, les chiffres du cabinet sont aussi les siens : l’informer par écrit.',
    ),
  ],
  unknowns: [
    {
      id: 'time.method',
      title: 'Méthode attendue par la caisse pour le temps rendu',
      handling: 'Aucune lue. Prélude montre la sienne et ses hypothèses à côté de chaque chiffre.',
    },
    {
      id: 'time.reception',
      title: 'Durée réelle de l’accueil et de la coordination',
      handling: frenchTypography(
        'Non mesurée : un geste n’a ni début ni fin au tableau, une hypothèse par geste est appliquée.',
      ),
    },
  ],
  disputes: [],
  entries,
};
