// The renewal file of a contract of ten years: gathered, frozen, then its PDF, its figures and its archive, as one
// person sees them come. The reads alone are compared with bare statements that give the same figures.
import { addMonths } from '../../shared/kernel/day.ts';
import { monthEnd, seenStages, slidingWindow } from '../../shared/rules/counters/index.ts';
import type { RenewalOutput } from '../../shared/contract/renewal.ts';
import { benchDay } from '../seed/large-practice.ts';
import { openBare, type Bare } from './bare.ts';
import { compared, mustEqual, spreadOf, timed, type Line } from './figures.ts';
import { contractStart, tenYearContract } from './renewal-contract.ts';
import { once, openSeat, serialised, signedIn, type Client } from './seat.ts';
import { watchThread } from './stall.ts';

const runs = 3;
/** Of the contract, whose text gives five. */
const lastYear = 5;
const outputs = ['REPORT', 'FIGURES', 'BUNDLE'] as const;
const curveFrom = contractStart.slice(0, 7);
const curveTo = benchDay.slice(0, 7);
const one = (values: readonly number[]) => spreadOf(values).p50;
const millis = (value: number) => value.toFixed(0);

/** A whole output, part after part, as the browser fetches it. */
async function fetched(client: Client, id: string, what: RenewalOutput): Promise<number> {
  for (let offset = 0; ;) {
    const { size, bytes } = await client.renewal.file({ id, what, offset });
    offset += Buffer.from(bytes, 'base64').byteLength;
    if (offset >= size) return size;
  }
}

type Part = 'prepare' | (typeof outputs)[number];
type Made = Record<Part, number> & { bytes: number };

/** One file from the first read to the last byte; the duration of each part. */
async function oneFile(client: Client, contractId: string, contractYear: number | null): Promise<Made> {
  const subject = { contractId, contractYear };
  const took: Partial<Record<Part, number>> = {};
  let start = performance.now();
  const { fingerprint } = await serialised(client.renewal.prepare(subject));
  const { id } = await client.renewal.freeze({ ...once(), ...subject, fingerprint });
  took.prepare = performance.now() - start;
  let bytes = 0;
  for (const what of outputs) {
    start = performance.now();
    bytes = await fetched(client, id, what);
    took[what] = performance.now() - start;
  }
  return { ...(took as Record<Part, number>), bytes };
}

/** Patients seen over the sliding year that ends with each month, one prepared statement a month. */
function bareCurve(bare: Bare, doctorId: string): { day: string; counted: number }[] {
  const { stages } = seenStages(benchDay, {});
  const marks = stages.map(() => '?').join(',');
  const points: { day: string; counted: number }[] = [];
  for (let month = curveFrom; month <= curveTo; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const day = monthEnd(month) < benchDay ? monthEnd(month) : benchDay;
    const { from } = slidingWindow(day, {});
    const [row] = bare.all(
      `select count(distinct patient_id) as n from visit where doctor_id = ? and day between ? and ? and stage in (${marks})`,
      doctorId,
      from,
      day,
      ...stages,
    );
    points.push({ day, counted: Number(row?.['n']) });
  }
  return points;
}

/** The ten-year curve against bare statements, and its longest slice. */
async function measureCurve(client: Client, bare: Bare, doctorId: string): Promise<Line[]> {
  const asked = { doctorId, metric: 'FA', from: curveFrom, to: curveTo } as const;
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  const slices = { held: 0, worked: 0 };
  bare.texts();
  for (let turn = 0; turn <= runs; turn += 1) {
    const plain = await timed(turn === 0 ? [] : bareTimes, () => bareCurve(bare, doctorId));
    const watch = watchThread();
    await new Promise((resolve) => setTimeout(resolve, 20));
    watch.look();
    const curve = await timed(turn === 0 ? [] : coreTimes, () => serialised(client.counters.curve(asked)));
    const { held, worked } = watch.look();
    watch.stop();
    slices.held = Math.max(slices.held, held);
    slices.worked = Math.max(slices.worked, worked);
    // Before the first visit there is no point, and nothing to count.
    const counted = new Map(curve.points.map((point) => [point.day, point.counted]));
    mustEqual(
      'curve of ten years',
      plain,
      plain.map(({ day }) => ({ day, counted: counted.get(day) ?? 0 })),
    );
  }
  return [
    compared({
      name: 'Courbe de la file active sur dix ans',
      bare: spreadOf(bareTimes),
      core: spreadOf(coreTimes),
      limit: 3,
      target: 'sans cible absolue',
      sql: bare.texts(),
    }),
    {
      name: 'Plus longue tranche de cette courbe',
      value: { figure: slices.held, unit: 'ms' },
      target: '50 ms',
      note: `dont ${millis(slices.worked)} ms de travail du fil lui-même`,
    },
  ];
}

/** Files of one subject, one after the other, and the longest time they held the thread that answers. */
async function measureFiles(client: Client, contractId: string, contractYear: number | null) {
  await oneFile(client, contractId, contractYear);
  const took: Made[] = [];
  const watch = watchThread();
  for (let turn = 0; turn < runs; turn += 1) took.push(await oneFile(client, contractId, contractYear));
  const longest = watch.look();
  watch.stop();
  return {
    longest,
    bytes: took[0]?.bytes ?? 0,
    of: (...parts: Part[]) => one(took.map((each) => parts.reduce((sum, name) => sum + each[name], 0))),
  };
}

export async function measureRenewal(practice: string): Promise<Line[]> {
  const seat = await openSeat(practice);
  const bare = openBare(seat.core, true);
  try {
    const { client } = await signedIn(seat.core, 'medecin');
    const [doctorId = ''] = seat.doctorIds;
    const contractId = await tenYearContract(client, doctorId);
    const curve = await measureCurve(client, bare, doctorId);
    const whole = await measureFiles(client, contractId, null);
    const year = await measureFiles(client, contractId, lastYear);
    const [visits] = bare.all(
      'select count(*) as n, sum(doctor_id = ?) as own from visit where day between ? and ?',
      doctorId,
      contractStart,
      benchDay,
    );
    const seconds = (value: number) => ({ figure: value / 1000, unit: 's' });
    const megabytes = (whole.bytes / 2 ** 20).toFixed(1).replace('.', ',');
    return [
      ...curve,
      {
        name: 'Rapport de renouvellement sur dix ans, PDF compris',
        value: seconds(whole.of('prepare', 'REPORT')),
        target: '2 s',
        note: `${Number(visits?.['own']).toLocaleString('fr-FR')} visites du médecin sur les ${Number(visits?.['n']).toLocaleString('fr-FR')} de dix ans, médiane de ${runs} dossiers ; rassemblé et figé ${millis(whole.of('prepare'))} ms, PDF ${millis(whole.of('REPORT'))} ms, chiffres ${millis(whole.of('FIGURES'))} ms, archive de ${megabytes} Mo ${millis(whole.of('BUNDLE'))} ms`,
      },
      {
        name: 'Bilan annuel au bout de dix ans, PDF, chiffres et archive compris',
        value: seconds(year.of('prepare', ...outputs)),
        target: '2 s',
        note: `rassemblé et figé ${millis(year.of('prepare'))} ms, PDF ${millis(year.of('REPORT'))} ms, archive ${millis(year.of('BUNDLE'))} ms`,
      },
      {
        name: 'Plus long arrêt du fil qui répond pendant ces dossiers',
        value: { figure: Math.max(whole.longest.held, year.longest.held), unit: 'ms' },
        target: '50 ms',
        note: `dont ${millis(Math.max(whole.longest.worked, year.longest.worked))} ms de travail du fil lui-même`,
      },
    ];
  } finally {
    await bare.base.close();
    await seat.close();
  }
}
