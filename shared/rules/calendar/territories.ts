/** Where the practice is. `other_overseas`: territories whose own days were not read. */
export const TERRITORIES = {
  metropole: 'Métropole',
  alsace_moselle: 'Alsace et Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  la_reunion: 'La Réunion',
  mayotte: 'Mayotte',
  saint_barthelemy: 'Saint-Barthélemy',
  saint_martin: 'Saint-Martin',
  other_overseas: 'Autre territoire d’outre-mer',
} as const;
export type Territory = keyof typeof TERRITORIES;
