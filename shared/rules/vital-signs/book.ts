import { NBSP } from '#shared/kernel/format.ts';
import { valueWords, type Article, type ArticleVersion, type Citations, type RuleSet } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { VITAL_PARAMETERS } from './index.ts';
import { VITAL_SOURCES } from './sources.ts';
import { VITAL_SIGN_CODES, type VitalSignCode } from './types.ts';

const always = (text: string, effect: string, sources: Citations, confidence: ArticleVersion['confidence']) =>
  [{ from: null, to: null, text, changed: null, effect, sources, confidence }] as const;

const owned = (code: VitalSignCode) => VITAL_PARAMETERS.filter(({ id }) => id.startsWith(`vital.${code}.`));

/** When a figure is told to the doctor, by the thresholds of the book. */
function toldWords(code: VitalSignCode): string {
  const threshold = (name: string, before: string) => {
    const parameter = VITAL_PARAMETERS.find(({ id }) => id === `vital.${code}.${name}`);
    const value = parameter?.values.at(-1)?.value ?? null;
    return parameter === undefined || value === null ? [] : [`${before} ${valueWords(value, parameter.unit)}`];
  };
  const parts = [...threshold('notify_high', 'à partir de'), ...threshold('notify_low', 'jusqu’à')];
  if (parts.length === 0) return 'Notée, et lue par le médecin dans la synthèse.';
  return `Par défaut, signalée au médecin ${parts.join(' ou ')}.`;
}

/** The rule of one sign: what is refused, asked again, told. */
function signArticle(code: VitalSignCode): Article | null {
  const parameters = owned(code);
  const [first] = parameters;
  if (first === undefined) return null;
  const { label, unit, byDelegation, derived } = VITAL_SIGNS[code];
  const text = derived
    ? `${label}${NBSP}: calculé, jamais saisi. Au-delà d’un seuil, il est signalé au médecin avec ce seuil.`
    : `${label}, en ${unit}. Hors des limites de saisie, la valeur reste un brouillon à corriger${NBSP}; hors des limites de confirmation, un second regard est demandé${NBSP}; à un seuil, elle est signalée au médecin avec ce seuil.`;
  const effect = byDelegation ? `Mesure faite avec le médecin. ${toldWords(code)}` : toldWords(code);
  const { sources, confidence } = first.values[0];
  return { id: `vital.${code}`, title: label, versions: always(text, effect, sources, confidence), parameters };
}

const signArticles = VITAL_SIGN_CODES.map(signArticle).filter((article) => article !== null);
const told = new Set(signArticles.flatMap(({ parameters }) => parameters.map(({ id }) => id)));

const pressure: Article = {
  id: 'vital.pressure_protocol',
  title: 'Mesure de la tension',
  versions: always(
    'Trois mesures, ou trois mesures seulement quand la première atteint le seuil, selon le réglage du cabinet. La valeur retenue est la moyenne des deux dernières, arrondie par excès. La systolique dépasse la diastolique d’au moins 5 mmHg.',
    'Le protocole se choisit dans Réglages, Préparation et seuils.',
    [VITAL_SOURCES.T1, VITAL_SOURCES.T2],
    'multiple_secondary',
  ),
  parameters: [],
};

const shared: Article = {
  id: 'vital.common',
  title: 'Âges et repères communs',
  versions: always(
    'Aucun seuil d’adulte sous l’âge de la constante. Chez l’enfant, les moyennes par âge sont des repères affichés, sans alerte.',
    'Un enfant n’est jamais comparé à un seuil d’adulte.',
    [VITAL_SOURCES.T9],
    'single_source',
  ),
  parameters: VITAL_PARAMETERS.filter(({ id }) => !told.has(id)),
};

export const vitalSignsRuleSet: RuleSet = {
  id: 'vital-signs',
  theme: 'vital-signs',
  title: 'Constantes',
  summary:
    'Ce qui est refusé, demandé une seconde fois ou signalé, signe par signe. Un chiffre et un seuil, sans conclusion.',
  articles: [...signArticles, pressure, shared],
  unknowns: [
    {
      id: 'vital.limits',
      title: 'Limites de saisie et de confirmation',
      handling: 'Aucun texte ne les fixe : ce sont des choix de Prélude, que le cabinet peut changer.',
    },
  ],
  disputes: [],
  entries: [],
};
