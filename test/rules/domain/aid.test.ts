import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { RULE_SET_PERIODS, type RuleSetId } from '#shared/rules/aid/index.ts';
import { SOURCES } from '#shared/rules/aid/sources.ts';
import { RULE_BOOK } from '#shared/rules/book.ts';
import type { Citation, Parameter } from '#shared/rules/kernel/index.ts';
import { at, DAYS, json, readingOf, resolve, STRUCTURE, type Leaf, type Reading } from './aid-readings.ts';

/**
 * The document the aid rules were written from, kept as data. Every figure, unknown and flag of it is found in a
 * parameter of the book, with the same value and a source in common: a change on one side only is a failure.
 */
/** Held by the training rule set. */
const TRAINING = ['trainingRules', 'certifications', 'cqp', 'fae', 'vae'];
const REGISTER: ReadonlyMap<string, Citation> = new Map(Object.entries(SOURCES));
const PARAMETERS = new Map<string, Parameter>(
  RULE_BOOK.flatMap(({ articles }) => articles).flatMap(({ parameters }) => parameters.map((one) => [one.id, one])),
);

function leavesOf(value: unknown, path: string): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, `${path}/${index}`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}/${key}`));
  }
  const figure = typeof value === 'number' || typeof value === 'boolean' || value === null;
  if (figure || (typeof value === 'string' && /\/(?:referenceDate|perDoctorEtp|\w+HoursPerWeek)$/.test(path))) {
    return [{ path, value: value as Leaf['value'] }];
  }
  return [];
}

/** Ids written on the nearest branch above, or where the reading says. */
function sourcesFor(path: string, { sourcesAt, among }: Reading): readonly string[] {
  const listAt = (branch: unknown): readonly string[] => {
    const list = z.array(z.string()).safeParse(at(branch, 'source'));
    return list.success ? list.data : [];
  };
  if (among !== undefined) return among;
  if (sourcesAt !== undefined) {
    const set = resolve(path.split('/').slice(0, 2).join('/'));
    const named = at(set, sourcesAt);
    return Array.isArray(named) ? z.array(z.string()).parse(named) : listAt(named);
  }
  const steps = path.split('/');
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const branch = resolve(steps.slice(0, length).join('/'));
    const amounts = z.array(z.string()).safeParse(at(branch, 'amountsSource'));
    const found = [...listAt(branch), ...(amounts.success ? amounts.data : [])];
    if (at(branch, 'source') !== undefined || found.length > 0) return found;
  }
  return [];
}

const plain = (value: Leaf['value']): Leaf['value'] =>
  typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;

const leaves = leavesOf(json, '').filter(({ path }) => !TRAINING.includes(path.split('/')[0] ?? ''));
const notApplicable = ({ path, value }: Leaf): boolean =>
  STRUCTURE.some((pattern) => pattern.test(path)) && !(/(?:MinDoctors|DelayMonths)$/.test(path) && value !== null);
const figures = leaves.filter((leaf) => !notApplicable(leaf));

describe('les chiffres du document de domaine', () => {
  it('sont assez nombreux pour que la comparaison ait un sens', () => {
    expect(figures.length).toBeGreaterThan(300);
  });

  it.each(figures.map((leaf) => [leaf.path, leaf] as const))('%s', (path, leaf) => {
    const reading = readingOf(leaf);
    expect(reading, 'aucune règle ne dit où ce chiffre est tenu').not.toBeNull();
    if (reading === null) return;
    const parameter = PARAMETERS.get(reading.id);
    expect(parameter, `paramètre ${reading.id}`).toBeDefined();
    const dated = parameter?.values.findLast(({ from }) => from === null || from <= reading.day);
    expect(dated, `valeur de ${reading.id} au ${reading.day}`).toBeDefined();
    if (dated === undefined) return;
    const approximate = path.includes('/approximate/');
    const held = approximate ? dated.disputed?.[0] : dated;
    const value = held?.value ?? null;
    expect(value === null || reading.pick === undefined ? value : reading.pick(value)).toEqual(plain(leaf.value));
    const ids = new Set(
      Object.entries(SOURCES).flatMap(([id, source]) => (held?.sources.includes(source) === true ? [id] : [])),
    );
    const expected = sourcesFor(path, reading);
    const nobodyGivesIt = leaf.value === null && ids.has('NOT_FOUND');
    if (expected.length > 0 && !nobodyGivesIt)
      expect(
        expected.filter((id) => ids.has(id)),
        `sources de ${reading.id}`,
      ).not.toEqual([]);
  });
});

describe('les centiles des autres spécialités', () => {
  const tables = ['percentileTables/4', 'percentileTables/5'];

  it.each(tables)('%s: inconnus, du 30e au 95e', (path) => {
    const table = z.object({ values: z.null(), usedBy: z.array(z.string()) }).parse(resolve(path));
    const day = DAYS[table.usedBy[0] ?? ''] ?? '';
    for (const percentile of ['p30', 'p50', 'p70', 'p80', 'p90', 'p95']) {
      const values = PARAMETERS.get(`aid.percentile.other_file_active.${percentile}`)?.values ?? [];
      expect(values.findLast(({ from }) => from === null || from <= day)?.value, percentile).toBeNull();
    }
  });
});

describe('les jours des textes', () => {
  const sets = z
    .object({ ruleSets: z.array(z.object({ id: z.string(), validFrom: z.string(), validTo: z.string().nullable() })) })
    .parse(json).ruleSets;

  it.each(sets)('$id', ({ id, validFrom, validTo }) => {
    expect(RULE_SET_PERIODS[id as RuleSetId]).toEqual({ from: validFrom, to: validTo });
    const parameters = ['individual', 'second_assistant', 'collective', 'legacy_revaluation'].map((kind) =>
      PARAMETERS.get(`aid.rule_set.${kind}`),
    );
    const dated = parameters.flatMap((one) => one?.values ?? []).filter(({ value }) => value === id);
    expect(dated.map(({ from }) => from)).toEqual([validFrom]);
  });

  it('avenant 8 et plafond du contrat collectif', () => {
    const amendment = resolve('ruleSets/0/amendments/0');
    expect(String(PARAMETERS.get('aid.av8.year')?.values[0].value)).toBe(at(amendment, 'approximateDate'));
    expect(at(amendment, 'validFrom')).toBeNull();
    for (const [index, id] of ['bonus_hosting_doctor', 'bonus_training_site'].entries()) {
      const from = at(resolve(`ruleSets/5/etpCap/bonus/${index}`), 'validFrom');
      expect(PARAMETERS.get(`aid.collective.${id}`)?.values[0].from).toBe(from);
    }
    expect(at(resolve('contractEvents/6'), 'validFrom')).toBe(DAYS['COLL-2026']);
  });
});

describe('les sources', () => {
  const listed = z.object({ sources: z.record(z.string(), z.object({ address: z.string() })) }).parse(json).sources;

  it('sont toutes dans le registre, à la même adresse', () => {
    for (const [id, { address }] of Object.entries(listed)) {
      const source = REGISTER.get(id);
      expect(source, id).toBeDefined();
      if (source?.address !== undefined) expect(address, id).toContain(source.address);
      else expect(address, id).toBe('seed document');
    }
    expect(Object.keys(SOURCES).filter((id) => id !== 'CHOICE' && id !== 'NOT_FOUND')).toEqual(Object.keys(listed));
  });
});
