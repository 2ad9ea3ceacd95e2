import { foldKey } from '#shared/kernel/text.ts';
import type { Day } from '#shared/kernel/day.ts';
import {
  parameter,
  valueOn,
  type JsonValue,
  type Overrides,
  type Parameter,
  type ParameterUse,
} from '../kernel/index.ts';
import { ANTIGENS, type Antigen, type RotavirusScheme } from './model.ts';
import { CHECKED_ON, cite } from './sources.ts';

const PRODUCTS: Readonly<Record<string, readonly Antigen[]>> = {
  'Infanrix Hexa': ['DTP', 'COQ', 'HIB', 'HEPB'],
  Hexyon: ['DTP', 'COQ', 'HIB', 'HEPB'],
  Vaxelis: ['DTP', 'COQ', 'HIB', 'HEPB'],
  'Tetravac-acellulaire': ['DTP', 'COQ'],
  'Infanrix Tetra': ['DTP', 'COQ'],
  Repevax: ['DTP', 'COQ'],
  Boostrixtetra: ['DTP', 'COQ'],
  Revaxis: ['DTP'],
  'Prevenar 13': ['PNC'],
  Vaxneuvance: ['PNC'],
  'Prevenar 20': ['PNC', 'PNC20'],
  Capvaxive: ['PNC', 'PNC20'],
  Bexsero: ['MENB'],
  Trumenba: ['MENB'],
  Nimenrix: ['MENACWY'],
  Menquadfi: ['MENACWY'],
  Menveo: ['MENACWY'],
  'Gardasil 9': ['HPV'],
  Rotarix: ['ROTA'],
  RotaTeq: ['ROTA'],
  Priorix: ['ROR'],
  'M-M-RVaxPro': ['ROR'],
  Shingrix: ['ZONA'],
  Abrysvo: ['VRS'],
  Arexvy: ['VRS'],
  Vaxigrip: ['GRIPPE'],
  Influvac: ['GRIPPE'],
  Flucelvax: ['GRIPPE'],
  Efluelda: ['GRIPPE'],
  Fluad: ['GRIPPE'],
};

const ROTAVIRUS_SCHEMES: Readonly<Record<string, RotavirusScheme>> = { Rotarix: 'ROTA-2', RotaTeq: 'ROTA-3' };

const PREFIX = 'vaccination.product.';

/** Antigens of each trade name, as parameters the book shows. */
export const PRODUCT_PARAMETERS: readonly Parameter<readonly Antigen[]>[] = Object.entries(PRODUCTS).map(
  ([name, antigens]) =>
    parameter<readonly Antigen[]>({
      id: `${PREFIX}${name}`,
      label: `${name}, valences`,
      unit: 'valences',
      checkedOn: CHECKED_ON,
      // The domain file gives the list one mark and no source of its own: product leaflets and schedule.
      values: [{ from: null, value: antigens, sources: cite(['V24']), confidence: 'multiple_secondary' }],
    }),
);

/** Trade names of the list, for the choice of a dose. */
export const PRODUCT_NAMES: readonly string[] = Object.keys(PRODUCTS);

export interface KnownProduct {
  readonly name: string;
  readonly antigens: readonly Antigen[];
  readonly scheme: RotavirusScheme | null;
  /** Null for a product the practice added. */
  readonly use: ParameterUse | null;
}

/** Products on a day by folded name: those of the book, then those of the practice, which win. */
export function productsOn(day: Day, overrides?: Overrides): ReadonlyMap<string, KnownProduct> {
  const known = new Map<string, KnownProduct>();
  for (const one of PRODUCT_PARAMETERS) {
    const use = valueOn(one, day, overrides);
    if (use === null || use.value === null) continue;
    const name = one.id.slice(PREFIX.length);
    known.set(foldKey(name), { name, antigens: use.value, scheme: ROTAVIRUS_SCHEMES[name] ?? null, use });
  }
  for (const [id, value] of Object.entries(overrides?.practice ?? {})) {
    const name = id.slice(PREFIX.length);
    if (!id.startsWith(PREFIX) || known.has(foldKey(name)) || !isAntigenList(value)) continue;
    known.set(foldKey(name), { name, antigens: value, scheme: null, use: null });
  }
  return known;
}

function isAntigenList(value: JsonValue): value is readonly Antigen[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'string' && Object.hasOwn(ANTIGENS, one))
  );
}
