import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysInMonth } from '#shared/kernel/day.ts';
import { TRAINING_ENTRIES, trainingRuleSet, type Diploma } from '#shared/rules/training/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';

const day = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDay = fc.oneof(day, fc.constantFrom('0001-01-01', '1950-01-01', '2199-12-31', '9999-12-31', '2024-02-29'));
const count = fc.integer({ min: 0, max: 5000 });
const months = fc.option(fc.integer({ min: 1, max: 36 }), { nil: null });
const given = fc.record({
  value: day,
  origin: fc.constantFrom('typed' as const, 'notified' as const),
  on: fc.option(day, { nil: null }),
});

const file = fc.record(
  {
    diploma: fc.constantFrom('DEI', 'DEAS', 'DEAP', 'OTHER', 'NONE'),
    hiredOn: anyDay,
    contractSignedOn: anyDay,
    enrolledOn: day,
    startedOn: day,
    plannedEndOn: day,
    cqpObtainedOn: day,
    faeCompletedOn: day,
    proofSentOn: day,
    sessionMonths: fc.integer({ min: 1, max: 60 }),
    relatedHours: count,
    wantsVae: fc.boolean(),
    levelFour: fc.boolean(),
    experienceYears: fc.integer({ min: 0, max: 5 }),
    heldTitles: fc.array(fc.constantFrom(36495, 38144, 12345)),
    given: fc.record({ start: given, complete: given }, { requiredKeys: [] }),
    overrides: fc.record({
      practice: fc.record({ 'training.warning_1': months, 'training.cqp.usual_months': months }, { requiredKeys: [] }),
    }),
  },
  { requiredKeys: [] },
);
const hours = fc.record({ done: count, planned: count, exempt: count, announced: count }, { requiredKeys: [] });
const progress = fc.oneof(
  fc
    .record(
      {
        startedOn: day,
        positioningOn: day,
        unexplainedDone: count,
        modules: fc
          .tuple(fc.subarray([1, 2, 3, 4]), fc.array(hours, { minLength: 4, maxLength: 4 }))
          .map(([numbers, lines]) => numbers.map((module, index) => ({ module, ...lines[index] }))),
      },
      { requiredKeys: [] },
    )
    .map((one) => ({ path: 'CQP', ...one })),
  fc.record({ startedOn: day, done: count }, { requiredKeys: [] }).map((one) => ({ path: 'FAE', ...one })),
);
const vae = fc.record(
  {
    relatedHours: count,
    certification: fc.constantFrom('A', 'B'),
    applications: fc.array(fc.record({ certification: fc.constantFrom('A', 'B', 'C', 'D'), filedOn: day })),
  },
  { requiredKeys: [] },
);
const situations: Readonly<Record<keyof typeof TRAINING_ENTRIES, fc.Arbitrary<unknown>>> = {
  route: file,
  deadlines: file,
  warnings: file,
  nextSteps: file,
  functionHolder: file,
  progress,
  vae,
  certification: fc.record({ obtainedOn: day, rncp40913From: day }, { requiredKeys: [] }),
  workingTime: fc.record(
    {
      option: fc.constantFrom('ETP_1_3', 'ETP_1_2', 'ETP_1', 'ETP_1_5', 'ETP_2'),
      hoursPerWeek: fc.double({ min: 0, max: 168, noNaN: true, noDefaultInfinity: true }),
    },
    { requiredKeys: [] },
  ),
};

/** Every French sentence of an answer. */
function wordsIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, inner]) =>
    key === 'words' && typeof inner === 'string' ? [inner] : key === 'sources' ? [] : wordsIn(inner),
  );
}

describe.each(Object.keys(situations) as (keyof typeof situations)[])('%s', (name) => {
  it('répond toujours, en JSON, sans conclure et avec les espaces insécables', () => {
    let answered = 0;
    fc.assert(
      fc.property(situations[name], anyDay, (situation, today) => {
        const answer: unknown = TRAINING_ENTRIES[name].ask(situation, today);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        if ((answer as { outcome?: string }).outcome !== 'refused') answered += 1;
        const words = wordsIn(answer);
        expect(words.filter((one) => findConcludingWords(one).length > 0)).toEqual([]);
        expect(words.filter((one) => / [:;?!%€»]|« /u.test(one))).toEqual([]);
        expect(words.filter((one) => /undefined|null|NaN/u.test(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(answered).toBeGreaterThan(30);
  });

  it('refuse par son nom le champ qu’elle ne connaît pas', () => {
    const answer: unknown = TRAINING_ENTRIES[name].ask({ path: 'FAE', inconnu: 1 }, '2026-11-22');
    expect(JSON.stringify(answer)).toContain('"inconnu"');
  });
});

const deadlines = (diploma: Diploma, hiredOn: string) =>
  TRAINING_ENTRIES.deadlines.run({ diploma, hiredOn }, '2026-11-22');

describe('les dates limites', () => {
  const hire = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2019-11-14', days));

  it('ne reculent pas quand l’embauche avance, sous un même texte', () => {
    fc.assert(
      fc.property(hire, fc.integer({ min: 1, max: 400 }), fc.constantFrom('DEI', 'NONE'), (first, later, diploma) => {
        const [before, after] = [deadlines(diploma, first), deadlines(diploma, addDays(first, later))];
        if (before.hireText !== after.hireText) return;
        expect((before.complete.value ?? '') <= (after.complete.value ?? '')).toBe(true);
        expect((before.start.value ?? '') <= (after.start.value ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('tombent le même jour du mois, ou le dernier jour d’un mois plus court', () => {
    fc.assert(
      fc.property(hire, fc.constantFrom('DEI', 'NONE'), (hiredOn, diploma) => {
        const last = deadlines(diploma, hiredOn).complete.value ?? '';
        const length = daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)));
        const expected = Number(hiredOn.slice(8)) > length ? length : Number(hiredOn.slice(8));
        expect(Number(last.slice(8))).toBe(expected);
        expect(last.slice(5, 7)).toBe(hiredOn.slice(5, 7));
      }),
      { numRuns: 300 },
    );
  });

  it('la date suivie n’est jamais après une autre lecture du texte qui gouverne', () => {
    fc.assert(
      fc.property(hire, fc.constantFrom('DEI', 'NONE'), (hiredOn, diploma) => {
        const { complete, hireText } = deadlines(diploma, hiredOn);
        if (hireText !== 'CONV-2024') return;
        for (const { value } of complete.alternatives) expect((complete.value ?? '') < (value ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('les avertissements', () => {
  it('se rapprochent sans jamais revenir en arrière', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 1000 }), (hired, asked) => {
        const hiredOn = addDays('2024-06-22', hired);
        const today = addDays(hiredOn, asked);
        const rank = (when: string): number => {
          const watch = TRAINING_ENTRIES.warnings.run({ diploma: 'NONE', hiredOn }, when);
          const followed = watch.dates.find((one) => one.followed && one.kind === 'complete');
          if (followed?.state === 'late') return 0;
          return followed?.threshold ?? 99;
        };
        expect(rank(addDays(today, 1))).toBeLessThanOrEqual(rank(today));
        const deadline = addMonths(hiredOn, 24);
        expect(rank(addDays(deadline, 1))).toBe(0);
        expect(rank(deadline)).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('les heures', () => {
  it('une heure de plus n’augmente jamais ce qui reste', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (done) => {
        const left = (hoursDone: number) =>
          TRAINING_ENTRIES.progress.run({ path: 'FAE', done: hoursDone }, '2026-11-22').remaining.value ?? -1;
        expect(left(done + 1)).toBeLessThanOrEqual(left(done));
        expect(left(done)).toBe(done > 112 ? 0 : 112 - done);
      }),
    );
  });
});

describe('le chapitre', () => {
  it('ne cite une règle appelable qu’une fois et les nomme toutes training.*', () => {
    const ids = trainingRuleSet.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(9);
    expect(ids.every((id) => id.startsWith('training.'))).toBe(true);
  });
});
