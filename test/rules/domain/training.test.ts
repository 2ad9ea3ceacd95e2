import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { valueOn, type Citation, type Parameter } from '#shared/rules/kernel/index.ts';
import { MODULE_NUMBERS, MODULE_TITLES, trainingRuleSet, type Profile } from '#shared/rules/training/index.ts';
import { TRAINING_SOURCES, type TrainingSource } from '#shared/rules/training/sources.ts';

/** The domain document, walked figure by figure: each is found in the package with its value and one of its sources. */
interface Rule {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly profile: Profile;
  readonly startWithinMonths: number | null;
  readonly completeWithinMonths: number | null;
  readonly required: string;
  readonly source: readonly string[];
}
interface Domain {
  readonly trainingRules: readonly Rule[];
  readonly certifications: readonly {
    readonly code: string;
    readonly validFrom: string | null;
    readonly validTo: string;
    readonly source: readonly string[];
  }[];
  readonly cqp: {
    readonly totalHours: number;
    readonly modules: readonly { readonly no: number; readonly title: string; readonly hours: number }[];
    readonly unexplainedHours: number;
    readonly validFrom: string;
    readonly hoursBefore2024: number | null;
    readonly source: readonly string[];
  };
  readonly fae: { readonly hours: number; readonly contentImposed: boolean; readonly source: readonly string[] };
  readonly vae: {
    readonly requiredHours: number;
    readonly maxApplicationsPerCertificationPerYear: number;
    readonly maxCertificationsPerYear: number;
    readonly form: string;
    readonly source: readonly string[];
  };
  readonly workingTime: {
    readonly fullTimeHoursPerWeek: string;
    readonly halfTimeHoursPerWeek: string;
    readonly source: readonly string[];
  };
}
const domain = JSON.parse(readFileSync(join(import.meta.dirname, 'aid-parameters.json'), 'utf8')) as Domain;

const byId = new Map<string, Parameter>(
  trainingRuleSet.articles.flatMap(({ parameters }) => parameters).map((one) => [one.id, one]),
);
const figureOf = (id: string): Parameter => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no parameter ${id}`);
  return found;
};
const idsOf = (citations: readonly Citation[]): TrainingSource[] =>
  (Object.keys(TRAINING_SOURCES) as TrainingSource[]).filter((id) => citations.includes(TRAINING_SOURCES[id]));

/** Value and shared sources of a figure on a day; a null of the document is an unknown, or a reading beside. */
function found(id: string, day: string, value: unknown, source: readonly string[]): void {
  const use = valueOn(figureOf(id), day);
  const dated = figureOf(id).values.find(({ from }) => from === (use?.from ?? null));
  const beside = dated?.disputed?.find((one) => value === null && one.value === null);
  const shown = beside ?? use;
  expect(shown?.value ?? null, `${id} on ${day}`).toEqual(value);
  if (value === null && beside === undefined) expect(use?.confidence, id).toBe('unknown');
  const shared = idsOf(shown?.sources ?? []).filter((one) => source.includes(one));
  expect(shared, `${id} on ${day}: sources`).not.toEqual([]);
}

const SUFFIX: Readonly<Record<Profile, string>> = {
  NO_CARE_DIPLOMA: 'no_care_diploma',
  DEI_DEAS_DEAP: 'care_diploma',
};

describe('les règles de formation du document', () => {
  it.each(domain.trainingRules.map((rule) => [rule.id, rule] as const))('%s est dans le livre', (_id, rule) => {
    const suffix = SUFFIX[rule.profile];
    const day = rule.validFrom;
    found(`training.start_within.${suffix}`, day, rule.startWithinMonths, rule.source);
    found(`training.complete_within.${suffix}`, day, rule.completeWithinMonths, rule.source);
    found(`training.required.${suffix}`, day, rule.required, rule.source);
    for (const name of ['start_within', 'complete_within', 'required']) {
      expect(valueOn(figureOf(`training.${name}.${suffix}`), day)?.from, rule.id).toBe(day);
    }
    if (rule.validTo === null) return;
    const next = valueOn(figureOf(`training.complete_within.${suffix}`), addDays(rule.validTo, 1));
    expect(next?.from).toBe(addDays(rule.validTo, 1));
  });

  it('et le livre n’a pas d’autre date de délai', () => {
    for (const profile of Object.keys(SUFFIX) as Profile[]) {
      const days = domain.trainingRules.filter((rule) => rule.profile === profile).map((rule) => rule.validFrom);
      for (const name of ['start_within', 'complete_within', 'required']) {
        const { values } = figureOf(`training.${name}.${SUFFIX[profile]}`);
        expect(values.map(({ from }) => from)).toEqual(days.toSorted());
      }
    }
  });
});

describe('les certifications du document', () => {
  it.each(domain.certifications.map((one) => [one.code, one] as const))('%s', (code, one) => {
    const id = `training.${code.replace('RNCP', 'rncp_')}`;
    found(`${id}.first_day`, '2026-11-22', one.validFrom, one.source);
    found(`${id}.last_day`, '2026-11-22', one.validTo, one.source);
  });
});

describe('les heures et les formulaires du document', () => {
  const { cqp, fae, vae, workingTime } = domain;
  const eve = addDays(cqp.validFrom, -1);
  // The document writes the titles without accents.
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

  it('le CQP : total, modules, heures à part, et l’inconnu d’avant 2024', () => {
    found('training.cqp.total_hours', cqp.validFrom, cqp.totalHours, cqp.source);
    found('training.cqp.total_hours', eve, cqp.hoursBefore2024, cqp.source);
    found('training.cqp.unexplained_hours', cqp.validFrom, cqp.unexplainedHours, cqp.source);
    expect(cqp.modules.map(({ no }) => no)).toEqual(MODULE_NUMBERS);
    for (const number of MODULE_NUMBERS) {
      const written = cqp.modules.find(({ no }) => no === number);
      expect(plain(MODULE_TITLES[number])).toBe(written?.title);
      found(`training.cqp.module_${number}_hours`, cqp.validFrom, written?.hours, cqp.source);
      found(`training.cqp.module_${number}_hours`, eve, cqp.hoursBefore2024, cqp.source);
    }
    const modules = cqp.modules.reduce((total, { hours }) => total + hours, 0);
    expect(modules + cqp.unexplainedHours).toBe(cqp.totalHours);
  });

  it('la formation d’adaptation, la VAE, le temps de travail', () => {
    const day = '2026-11-22';
    found('training.fae.hours', day, fae.hours, fae.source);
    found('training.fae.content_imposed', day, fae.contentImposed, fae.source);
    found('training.vae.hours', day, vae.requiredHours, vae.source);
    found('training.vae.applications_per_certification', day, vae.maxApplicationsPerCertificationPerYear, vae.source);
    found('training.vae.certifications_per_year', day, vae.maxCertificationsPerYear, vae.source);
    found('training.vae.form', day, vae.form, vae.source);
    found('training.working_time.full_hours', day, Number(workingTime.fullTimeHoursPerWeek), workingTime.source);
    found('training.working_time.half_hours', day, Number(workingTime.halfTimeHoursPerWeek), workingTime.source);
  });

  it('aucune section du document n’a un champ que ce contrôle ne lit pas', () => {
    const fields = (one: object): string[] =>
      Object.keys(one).filter((key) => key !== 'source' && key !== 'confidence');
    expect(fields(cqp)).toEqual(['totalHours', 'modules', 'unexplainedHours', 'validFrom', 'hoursBefore2024']);
    expect(fields(fae)).toEqual(['hours', 'contentImposed']);
    expect(fields(vae)).toEqual([
      'requiredHours',
      'maxApplicationsPerCertificationPerYear',
      'maxCertificationsPerYear',
      'form',
    ]);
    expect(fields(workingTime)).toEqual(['fullTimeHoursPerWeek', 'halfTimeHoursPerWeek']);
    for (const rule of domain.trainingRules) {
      expect(fields(rule)).toEqual([
        'id',
        'validFrom',
        'validTo',
        'profile',
        'startWithinMonths',
        'completeWithinMonths',
        'required',
      ]);
    }
    for (const one of domain.certifications) expect(fields(one)).toEqual(['code', 'validFrom', 'validTo']);
  });
});
