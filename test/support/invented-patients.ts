import { checkNir } from '#shared/rules/identity/index.ts';

/*
 * Invented people, the same for a given seed: frequent French names, birth dates of a whole practice, telephones of the
 * ranges kept for fiction (0199 00 and 06 39 98), numbers whose key holds by the rules. Nobody real.
 */

export interface InventedPatient {
  nom: string;
  prenom: string;
  sexe: 'M' | 'F';
  /** YYYY-MM-DD. */
  naissance: string;
  nir: string;
  mobile: string;
  adresse: string;
  codePostal: string;
  ville: string;
}

const families =
  'MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFÈVRE LEROY ROUX DAVID BERTRAND MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE ROUSSEAU VINCENT MULLER LEFEBVRE FAURE ANDRÉ MERCIER BLANC GUÉRIN BOYER GARNIER CHEVALIER FRANÇOIS LEGRAND GAUTHIER GARCIA PERRIN ROBIN CLÉMENT MORIN NICOLAS HENRY ROUSSEL MATHIEU GAUTIER MASSON MARCHAND DUVAL DENIS DUMONT MARIE LEMAIRE NOËL MEYER DUFOUR MEUNIER BRUN BLANCHARD GIRAUD JOLY RIVIÈRE LUCAS BRUNET GAILLARD BARBIER ARNAUD MARTINEZ GÉRARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL CARON PICARD ROGER FABRE AUBERT LEMOINE RENAUD DUMAS LACROIX OLIVIER PHILIPPE BOURGEOIS PIERRE BENOIT REY LECLERC PAYET ROLLAND LECLERCQ GUILLAUME LECOMTE'.split(
    ' ',
  );
const women =
  'Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Anne Sylvie Martine Madeleine Nicole Suzanne Hélène Christine Sophie Sandrine Céline Camille Léa Manon Chloé Emma Jade Louise Alice Inès Lina Julie Pauline Claire Marguerite Denise Yvette Odette Germaine Simone Thérèse Anne-Marie Marie-Claude Élodie Aurélie Émilie Véronique Brigitte'.split(
    ' ',
  );
const men =
  'Jean Pierre Michel André Philippe René Louis Alain Jacques Bernard Marcel Daniel Roger Robert Paul Claude Christian Henri Georges Nicolas François Patrick Gérard Christophe Joseph Julien Maurice Laurent Frédéric Éric David Stéphane Pascal Sébastien Alexandre Thierry Olivier Antoine Raymond Guy Dominique Charles Didier Marc Vincent Lucas Gabriel Léo Raphaël Arthur Jean-Pierre Jean-Claude'.split(
    ' ',
  );
const towns = [
  ['54150', 'Briey'],
  ['57000', 'Metz'],
  ['54000', 'Nancy'],
  ['57100', 'Thionville'],
  ['54240', 'Jœuf'],
  ['55000', 'Bar-le-Duc'],
] as const;
const streets = [
  'rue des Lilas',
  'avenue Foch',
  'place du Marché',
  'rue de l’Église',
  'chemin des Vignes',
  'rue Jean-Jaurès',
];

/** A repeatable series of numbers between 0 and 1 (mulberry32). */
function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The number with the key that the rules accept. */
function withKey(thirteen: string): string {
  const key = 97 - Number(BigInt(thirteen) % 97n);
  return thirteen + String(key).padStart(2, '0');
}

/** `count` different people. Each number has been accepted by the rules, or this throws. */
export function inventedPatients(count: number, seed = 20_261_117): InventedPatient[] {
  const next = series(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const two = (value: number) => String(value).padStart(2, '0');
  const people: InventedPatient[] = [];
  const seen = new Set<string>();
  while (people.length < count) {
    const sexe = next() < 0.53 ? 'F' : 'M';
    const double = next() < 0.06;
    const nom = double ? `${pick(families)}-${pick(families)}` : pick(families);
    const prenom = pick(sexe === 'F' ? women : men);
    const year = 1932 + Math.floor(next() * 92);
    const [month, day] = [1 + Math.floor(next() * 12), 1 + Math.floor(next() * 28)];
    const naissance = `${year}-${two(month)}-${two(day)}`;
    const who = `${nom} ${prenom} ${naissance}`;
    if (seen.has(who)) continue;
    seen.add(who);
    const order = people.length;
    // Communes and orders of birth that make every number different.
    const nir = withKey(
      `${sexe === 'M' ? 1 : 2}${two(year % 100)}${two(month)}54${String(1 + (order % 580)).padStart(3, '0')}${String(1 + (Math.floor(order / 580) % 900)).padStart(3, '0')}`,
    );
    const [codePostal, ville] = pick(towns);
    people.push({
      nom,
      prenom,
      sexe,
      naissance,
      nir,
      mobile: `063998${String(order % 10_000).padStart(4, '0')}`,
      adresse: `${1 + Math.floor(next() * 120)} ${pick(streets)}`,
      codePostal,
      ville,
    });
  }
  const wrong = people.find(
    ({ nir, sexe, naissance }) => checkNir(nir, { sex: sexe, birthDate: naissance }).state !== 'accepted',
  );
  if (wrong !== undefined) throw new Error('an invented number is refused by the rules');
  return people;
}

const french = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The list as a practice software exports it. */
export function inventedCsv(people: readonly InventedPatient[], separator = ';'): string {
  const header = [
    'Nom',
    'Prénom',
    'Sexe',
    'Date de naissance',
    'N° Sécurité sociale',
    'Tél. portable',
    'Adresse',
    'Code postal',
    'Ville',
  ];
  const rows = people.map((one) => [
    one.nom,
    one.prenom,
    one.sexe,
    french(one.naissance),
    one.nir,
    one.mobile,
    one.adresse,
    one.codePostal,
    one.ville,
  ]);
  return [header, ...rows].map((row) => row.join(separator)).join('\r\n') + '\r\n';
}
