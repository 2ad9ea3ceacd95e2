/** French words for the place of a figure in its rule. */
const PLACES: Readonly<Record<string, string>> = {
  followed: 'règle suivie par le cabinet',
  born_from: 'personnes nées à partir du',
  mandatory_born_from: 'obligation pour les naissances à partir du',
  mandatory_until_age: 'âge de fin de l’obligation',
  age_from: 'premier âge',
  age_to: 'âge de fin, exclu',
  count_from_age: 'âge à partir duquel une dose compte',
  first_dose_age_from: 'premier âge à la première dose',
  first_dose_age_to: 'âge de fin à la première dose, exclu',
  last_dose_before: 'âge limite de la dernière dose, exclu',
  age_due: 'âge recommandé',
  min_interval: 'intervalle minimal depuis la dose précédente',
  max_interval: 'intervalle conseillé le plus long',
  overdue_after: 'délai avant le retard',
  overdue_from_dose: 'première dose qui peut être en retard',
  catch_up_from: 'âge du rattrapage',
  ages: 'âge du rappel',
  satisfied_from_age: 'âge à partir duquel une dose vaut rappel',
  doses_required: 'nombre de doses',
  delay: 'délai d’attente',
  blocking_delays: 'événement',
  default: 'délai depuis la dernière dose ou infection',
  reduced: 'délai réduit depuis la dernière dose ou infection',
  reduced_from_age: 'âge du délai réduit',
  ga_weeks_from: 'premier terme',
  ga_weeks_to: 'dernier terme, compris',
  recent_enough: 'ancienneté d’une dose suffisante',
  after_disease: 'après la maladie documentée',
  min_interval_since_last: 'campagne',
  schemes: 'schéma',
  doses: 'dose',
};

/** `schemes.2.doses.1.age_due` gives « schéma 2, dose 1, âge recommandé ». */
export function figureLabel(path: string): string {
  const words: string[] = [];
  for (const part of path.split('.')) {
    if (/^\d+$/u.test(part)) words.push(`${words.pop() ?? ''} ${part}`);
    else words.push(PLACES[part] ?? part);
  }
  return words.join(', ');
}
