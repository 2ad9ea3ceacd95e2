// All the rules of prevention: for one person, then for the whole practice in its worker while the core answers.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addDays } from '../../shared/kernel/day.ts';
import { RULE_ENTRIES } from '../../shared/rules/book.ts';
import { evaluateScreening, PROGRAMMES, TEST_RESULTS } from '../../shared/rules/screening/index.ts';
import { evaluateVaccination, prepareVaccination, PRODUCT_NAMES } from '../../shared/rules/vaccination/index.ts';
import { createDraw } from '../../electron/features/demo/index.ts';
import { evaluatePractice, type EvaluationProgress } from '../../electron/features/prevention/index.ts';
import { benchDay } from '../seed/large-practice.ts';
import { spreadOf, timed, type Line } from './figures.ts';
import { openSeat } from './seat.ts';

const people = 2000;
const warmUp = 400;

/** Invented persons of every age, with up to thirty doses and ten tests each. */
function inventPersons() {
  const draw = createDraw('mesures/prévention');
  return Array.from({ length: people + warmUp }, () => {
    const lived = draw.int(0, 95 * 365);
    const birthDay = addDays(benchDay, -lived);
    const someDay = () => addDays(birthDay, draw.int(0, lived));
    const sex: 'F' | 'M' = draw.chance(0.52) ? 'F' : 'M';
    const doses = Array.from({ length: draw.int(0, 30) }, () => ({
      product: draw.pick(PRODUCT_NAMES),
      day: someDay(),
    }));
    const tests = Array.from({ length: draw.int(0, 10) }, () => {
      const programme = draw.pick(PROGRAMMES);
      const pressure = programme === 'HTA_OPP' ? { pressure: { systolic: 128, diastolic: 82 } } : {};
      return { programme, day: someDay(), result: draw.pick(TEST_RESULTS), ...pressure };
    });
    return { birthDay, sex, doses, tests };
  });
}

export async function measurePerson(): Promise<Line> {
  const prepared = prepareVaccination(benchDay);
  const [rules, calls]: [number[], number[]] = [[], []];
  let answers = 0;
  for (const [index, { tests, doses, ...person }] of inventPersons().entries()) {
    await timed(index < warmUp ? [] : rules, () => {
      answers += evaluateVaccination(prepared, { ...person, doses }).length;
      answers += Object.keys(evaluateScreening({ ...person, tests }, benchDay).programmes).length;
    });
    await timed(index < warmUp ? [] : calls, () => {
      RULE_ENTRIES.get('vaccination.evaluate')?.ask({ ...person, doses }, benchDay);
      RULE_ENTRIES.get('screening.evaluate')?.ask({ ...person, tests }, benchDay);
    });
  }
  const called = spreadOf(calls);
  const figure = (value: number) => value.toFixed(2).replace('.', ',');
  return {
    name: 'Prévention d’un patient, toutes les règles',
    core: spreadOf(rules),
    target: '1 ms au p95',
    note: `${people} personnes inventées de tous âges, jusqu’à 30 doses et 10 tests, ${Math.round(answers / (people + warmUp))} réponses chacune ; appel par le nom, chiffres du jour relus et situation vérifiée : ${figure(called.p50)} / ${figure(called.p95)} ms`,
  };
}

export async function measurePractice(practice: string): Promise<Line[]> {
  const seat = await openSeat(practice);
  try {
    const steps: EvaluationProgress[] = [];
    const reads: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let running = true;
    const answering = (async () => {
      for (const text = ['mar', 'bern', 'petit j', 'dup']; running;) {
        await timed(reads, () =>
          seat.client.patients.search({ text: text[reads.length % text.length] ?? '', limit: 20 }),
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    delay.enable();
    const start = performance.now();
    const answer = await evaluatePractice(seat.core.practice, { day: benchDay, progress: (step) => steps.push(step) });
    const seconds = (performance.now() - start) / 1000;
    delay.disable();
    running = false;
    await answering;
    if (answer.outcome !== 'done') throw new Error('the practice was not evaluated');
    const stop = new AbortController();
    const asked = { at: 0 };
    const cancelled = await evaluatePractice(seat.core.practice, {
      day: benchDay,
      signal: stop.signal,
      progress: ({ done }) => {
        if (done === 0 || asked.at > 0) return;
        asked.at = performance.now();
        stop.abort();
      },
    });
    const stopped = performance.now() - asked.at;
    if (cancelled.outcome !== 'cancelled') throw new Error('the evaluation did not stop');
    const { patients, vaccination, screening } = answer.counts;
    const rules = Object.keys(vaccination).length + Object.keys(screening).length;
    return [
      {
        name: `Prévention de ${patients.toLocaleString('fr-FR')} patients`,
        value: { figure: seconds, unit: 's' },
        target: '30 s',
        note: `${rules} règles et programmes par personne, ${steps.length} avancements reçus ; arrêt demandé, rendu en ${stopped.toFixed(0)} ms ; la base ne garde pas encore de doses`,
      },
      {
        name: 'Plus long arrêt du fil qui répond pendant ce temps',
        value: { figure: delay.max / 1e6, unit: 'ms' },
        target: '50 ms',
        note: `${reads.length} recherches pendant l’évaluation, ${spreadOf(reads).p95.toFixed(1).replace('.', ',')} ms au p95`,
      },
    ];
  } finally {
    await seat.close();
  }
}
