import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Citation, Parameter } from '#shared/rules/kernel/index.ts';
import { ANTIGENS, VACCINATION_PARAMETERS, VACCINATION_STATES } from '#shared/rules/vaccination/index.ts';
import { VACCINE_RULES } from '#shared/rules/vaccination/catalogue.ts';
import { VACCINATION_SOURCES } from '#shared/rules/vaccination/sources.ts';

/** The domain document, walked figure by figure: each is found in the package with its value, unit, mark and source. */
interface Written {
  readonly [key: string]: unknown;
}
const schedule = JSON.parse(readFileSync(join(import.meta.dirname, 'vaccination-schedule.json'), 'utf8')) as {
  meta: { states: string[]; season_windows: Record<string, unknown>; display_horizon: { value: number; unit: string } };
  antigen_codes: Record<string, string>;
  product_to_antigens: Record<string, unknown>;
  mandatory_infant_list: { diseases: string[]; in_force: Record<string, string>; confidence: string };
  rules: (Written & { id: string; label_fr: string; sources: string[]; confidence: string; kind: string })[];
  sources: Record<string, { title: string; address: string }>;
};

const byId = new Map(VACCINATION_PARAMETERS.map((one) => [one.id, one]));
const UNITS: Readonly<Record<string, string>> = { week: 'semaines', month: 'mois', year: 'ans' };

interface FoundFigure {
  readonly path: string;
  readonly value: unknown;
  readonly unit: string;
}

/** Every figure of a rule, by its path in the package: lists are counted from 1, dose numbers and flags left out. */
function figuresOf(rule: Written): FoundFigure[] {
  const found: FoundFigure[] = [];
  const walk = (node: unknown, path: string): void => {
    if (node === null) return;
    if (Array.isArray(node)) {
      node.forEach((item: unknown, index) => walk(item, `${path}.${index + 1}`));
      return;
    }
    if (typeof node === 'object') {
      const { value, unit } = node as { value?: unknown; unit?: unknown };
      if (typeof unit === 'string') found.push({ path, value, unit: UNITS[unit] ?? unit });
      else for (const [key, inner] of Object.entries(node)) walk(inner, path === '' ? key : `${path}.${key}`);
      return;
    }
    if (typeof node === 'number' && !/\.n$/u.test(path)) {
      const unit = path.startsWith('ga_weeks') ? 'SA' : 'doses';
      found.push({ path, value: node, unit });
    }
    if (typeof node === 'string' && /born_from$/u.test(path)) found.push({ path, value: node, unit: 'date' });
  };
  walk(rule, '');
  // The age of the shorter delay is written in the name of the field.
  return found.flatMap((one) => {
    const shorter = /^min_interval_since_last\.if_age_ge_(\d+)_or_immunocompromised$/u.exec(one.path);
    if (shorter === null) return [one];
    return [
      { ...one, path: 'min_interval_since_last.reduced' },
      { path: 'min_interval_since_last.reduced_from_age', value: Number(shorter[1]), unit: 'ans' },
    ];
  });
}

/** Parts of a rule whose mark is not that of the rule, as `confidence_details` names them. */
const DETAILS: Readonly<Record<string, RegExp>> = {
  'INF-PNC min_interval of dose 3': /^schemes\.1\.doses\.3\.min_interval$/u,
  'INF-MENB obligation for births from 2023-01-01': /^born_from$/u,
  'INF-MENACWY min_interval of dose 2': /^schemes\.1\.doses\.2\.min_interval$/u,
  'INF-ROR min_interval of one month': /^schemes\.1\.doses\.2\.min_interval$/u,
  'CHILD-6 satisfied_from_age': /^satisfied_from_age/u,
  'TEEN-11 satisfied_from_age': /^satisfied_from_age/u,
  'ADULT-45 satisfied_from_age': /^satisfied_from_age/u,
  'ADULT-65PLUS satisfied_from_age': /^satisfied_from_age/u,
  'HPV spacing of the 3-dose schedule': /^schemes\.2\.doses\.\d\.min_interval$/u,
  'YOUNG-MENB number of doses': /^doses_required$/u,
  'ZONA-65 overdue 6 months after dose 1': /^overdue_after$/u,
  'PNC-65 blocking_delays': /^blocking_delays/u,
  'COVID-65 min_interval_since_last': /^min_interval_since_last/u,
};

function confidenceOf(rule: (typeof schedule.rules)[number], path: string): string {
  const details = Object.entries((rule['confidence_details'] ?? {}) as Record<string, string>);
  const named = details.find(([name]) => DETAILS[`${rule.id} ${name}`]?.test(path) === true);
  return named?.[1] ?? rule.confidence;
}

const cited = (parameter: Parameter): readonly Citation[] => parameter.values.flatMap(({ sources }) => sources);
const titles = (keys: readonly string[]): string[] =>
  keys.map((key) => (VACCINATION_SOURCES as Record<string, Citation>)[key]?.title ?? `? ${key}`);

describe.each(schedule.rules.map((rule) => [rule.id, rule] as const))('règle %s', (id, rule) => {
  const figures = figuresOf(rule);

  it('a chacune de ses valeurs dans le livre, avec son unité, sa fiabilité et une de ses sources', () => {
    const written = figures.map(({ path, value, unit }) => ({
      path,
      value,
      unit,
      mark: confidenceOf(rule, path),
      sourced: true,
    }));
    const held = figures.map(({ path }) => {
      const parameter = byId.get(`vaccination.${id}.${path}`);
      return {
        path,
        value: parameter?.values[0].value,
        unit: parameter?.unit,
        mark: parameter?.values[0].confidence,
        sourced: parameter !== undefined && cited(parameter).some(({ title }) => titles(rule.sources).includes(title)),
      };
    });
    expect(held).toEqual(written);
  });

  it('n’a pas d’autre valeur dans le livre que celles de ses notes', () => {
    const known = new Set([...figures.map(({ path }) => `vaccination.${id}.${path}`), ...(FROM_NOTES[id] ?? [])]);
    const others = VACCINATION_PARAMETERS.map((one) => one.id).filter(
      (one) => one.startsWith(`vaccination.${id}.`) && !one.endsWith('.followed') && !known.has(one),
    );
    expect(others).toEqual([]);
  });

  it('a le même genre, le même statut, les mêmes valences et le même libellé', () => {
    const held = VACCINE_RULES.find((one) => one.id === id);
    expect(held).toMatchObject({
      kind: rule.kind,
      status: rule['status'],
      antigensAll: rule['antigens_all'],
      confidence: rule.confidence,
      sources: rule.sources,
    });
    expect(held?.requiresFlag ?? null).toBe(rule['requires_flag'] ?? FLAG_OF_POPULATION[id] ?? null);
    expect(held?.season).toBe(rule['season']);
    expect(plain(held?.label ?? '')).toBe(REWORDED[id] ?? rule.label_fr);
    for (const [name, pattern] of Object.entries((rule['confidence_details'] ?? {}) as Record<string, string>)) {
      expect(DETAILS[`${id} ${name}`], `${name} ${pattern}`).toBeDefined();
    }
  });
});

const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('’', "'");

/** Figures the document writes in the words of its notes or of its label. */
const FROM_NOTES: Readonly<Record<string, string[]>> = {
  'HEPB-CATCHUP': ['vaccination.HEPB-CATCHUP.doses_required'],
  'VAR-TEEN': ['vaccination.VAR-TEEN.doses_required'],
  'ZONA-IMMUNO': ['vaccination.ZONA-IMMUNO.doses_required'],
  'COCOON-COQ': ['vaccination.COCOON-COQ.recent_enough', 'vaccination.COCOON-COQ.after_disease.delay'],
};
/** Populations the document writes in words: the flag that says it. */
const FLAG_OF_POPULATION: Readonly<Record<string, string>> = {
  'ZONA-IMMUNO': 'immunocompromised',
  'PNC-RISK': 'pneumococcal_risk',
  BCG: 'tuberculosis_risk',
  'COCOON-COQ': 'infant_contact',
  'STAFF-FLU': 'practice_staff',
};
/** Labels that carried a word of the list of concluding words. */
const REWORDED: Readonly<Record<string, string>> = {
  'FLU-RISK':
    "Grippe saisonnière : moins de 65 ans avec maladie chronique, IMC ≥ 40, grossesse, établissement, entourage de nourrisson ou d'immunodéprimé",
  BCG: 'BCG : enfants exposés à un fort risque de tuberculose, jusqu’à 15 ans'.replaceAll('’', "'"),
};

describe('le document de la vaccination', () => {
  it('compte 34 règles, toutes dans le livre, et seulement elles', () => {
    expect(schedule.rules).toHaveLength(34);
    expect(VACCINE_RULES.map(({ id }) => id).sort()).toEqual(schedule.rules.map(({ id }) => id).sort());
  });

  it('a ses états, et « indéterminé » que les éclaircissements ajoutent', () => {
    expect([...VACCINATION_STATES].sort()).toEqual([...schedule.meta.states, 'undetermined'].sort());
  });

  it('a ses codes de valences', () => {
    expect(Object.keys(ANTIGENS)).toEqual(Object.keys(schedule.antigen_codes));
  });

  it('a ses vaccins, avec leurs valences', () => {
    const { note, confidence, ...products } = schedule.product_to_antigens;
    expect(note).toBeTypeOf('string');
    const held = VACCINATION_PARAMETERS.filter(({ id }) => id.startsWith('vaccination.product.'));
    expect(
      Object.fromEntries(held.map((one) => [one.id.slice('vaccination.product.'.length), one.values[0].value])),
    ).toEqual(products);
    expect(new Set(held.map((one) => one.values[0].confidence))).toEqual(new Set([confidence]));
  });

  it('a ses campagnes, et rien pour les années qu’il n’a pas', () => {
    const { note, ...seasons } = schedule.meta.season_windows;
    expect(note).toBeTypeOf('string');
    for (const [key, windows] of Object.entries(seasons)) {
      const [window] = windows as { season: string; from: string; to: string; zone: string; confidence: string }[];
      const parameter = byId.get(`vaccination.season.${key}`);
      const july = `${window?.season.slice(0, 4) ?? ''}-07-01`;
      expect(parameter?.values[0]).toMatchObject({
        from: july,
        value: { from: window?.from, to: window?.to },
        confidence: window?.confidence,
      });
      expect(parameter?.values.slice(1)).toMatchObject([{ from: '2026-07-01', value: null, confidence: 'unknown' }]);
      expect(plain(parameter?.label ?? '').replace('métropole', 'metropole')).toContain(window?.zone ?? '?');
    }
  });

  it('a son horizon, et les maladies obligatoires', () => {
    expect(byId.get('vaccination.display_horizon')?.values[0].value).toBe(schedule.meta.display_horizon.value);
    const lists = byId.get('vaccination.mandatory.diseases')?.values ?? [];
    expect(lists.map(({ value }) => (value as string[]).length)).toEqual([11, 12]);
    expect(schedule.mandatory_infant_list.diseases).toHaveLength(12);
    expect(lists.map(({ confidence }) => confidence)).toEqual([
      schedule.mandatory_infant_list.confidence,
      schedule.mandatory_infant_list.confidence,
    ]);
    const days = Object.keys(schedule.mandatory_infant_list.in_force).map(
      (words) => /\d{4}-\d{2}-\d{2}/u.exec(words)?.[0],
    );
    expect(lists.map(({ from }) => from)).toEqual(days);
  });

  it('a toutes ses sources, avec leur adresse', () => {
    for (const [key, source] of Object.entries(schedule.sources)) {
      const held = (VACCINATION_SOURCES as Record<string, Citation>)[key];
      expect(plain(held?.title ?? '')).toBe(plain(source.title));
      expect(held?.address ?? '').toBe(source.address);
    }
  });
});
