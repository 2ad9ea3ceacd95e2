// Search per key typed, board of the day, opening a file: bare statements and the core in turn, on the same rows.
import { addMonths } from '../../shared/kernel/day.ts';
import { phoneticKey } from '../../shared/kernel/text.ts';
import { searchTerms } from '../../electron/features/patients/search-terms.ts';
import { createDraw } from '../../electron/features/demo/index.ts';
import { benchDay } from '../seed/large-practice.ts';
import {
  bareBeginning,
  bareBoard,
  bareFile,
  bareLines,
  bareResembling,
  bareWords,
  openBare,
  type Bare,
  type BareRow,
  type BareTerm,
} from './bare.ts';
import { compared, mustEqual, spreadOf, timed, type Line } from './figures.ts';
import { serialised, type Seat } from './seat.ts';

const shown = 20;
const shortList = 5;
const people = 40;

/** Names typed key by key, with the beginning of the given name, then birth dates and telephones. */
function typedTexts(bare: Bare): string[] {
  const draw = createDraw('mesures/recherche');
  const count = Number(bare.all('select max(number) as n from patient')[0]?.['n']);
  const texts: string[] = [];
  const keys = (text: string, from: number, to: number) => {
    for (let length = from; length <= Math.min(to, text.length); length += 1) texts.push(text.slice(0, length));
  };
  for (let index = 0; index < people; index += 1) {
    const [row] = bare.all('select * from patient where number = ?', draw.int(1, count));
    const name = String(row?.['birth_name']).toLowerCase();
    const given = String(row?.['first_given_name']).toLowerCase();
    keys(name, 1, 12);
    keys(`${name} ${given}`, name.length + 2, name.length + 5);
    const [year = '', month = '', day = ''] = String(row?.['birth_day']).split('-');
    keys(`${day}/${month}/${year}`, 2, 10);
    if (row?.['phone_mobile'] != null) keys(String(row['phone_mobile']), 6, 10);
  }
  return texts;
}

interface Plan {
  terms: BareTerm[];
  letters: (string | null)[];
}

/**
 * The term whose order the list follows: found beforehand, by trying each, so that choosing costs the bare side nothing.
 * The first one that gives the core's list is kept; when none does, the comparison fails later, in full.
 */
async function planOf(bare: Bare, seat: Seat, text: string): Promise<Plan> {
  const terms = searchTerms(text);
  const { results } = await seat.client.patients.search({ text, limit: shown });
  const wanted = results.filter((line) => line.match === 'prefix').map((line) => line.number);
  const orders = terms.map((lead) => [lead, ...terms.filter((other) => other !== lead)]);
  const plans = orders.map((order): Plan => ({
    terms: order.map(({ ranges }) => ({ ranges, words: [] })),
    letters: order.map(({ letters }) => letters),
  }));
  const found =
    plans.length < 2
      ? plans[0]
      : plans.find((plan) => distinct(bareBeginning(bare, plan.terms)).slice(0, shown).join() === wanted.join());
  return found ?? plans[0] ?? { terms: [], letters: [] };
}

const distinct = (rows: readonly BareRow[]) => [...new Set(rows.map((row) => Number(row['number'])))];

function bareSearch(bare: Bare, { terms, letters }: Plan): { first: BareRow[]; alike: number[]; total: number } {
  const numbers = distinct(bareBeginning(bare, terms));
  let alike: number[] = [];
  if (numbers.length < shortList) {
    const resembling = terms.map((term, index) => {
      const typed = letters[index];
      const words =
        typed == null || typed.length < 3
          ? []
          : bareWords(bare, typed, phoneticKey(typed)).map((row) => String(row['word']));
      return { ...term, words: [...new Set(words)] };
    });
    if (resembling.some((term) => term.words.length > 0))
      alike = distinct(bareResembling(bare, resembling)).filter((number) => !numbers.includes(number));
  }
  const kept = [...numbers.slice(0, shown), ...alike.slice(0, shown - Math.min(shown, numbers.length))];
  const lines = bareLines(bare, kept, benchDay);
  return {
    first: lines.slice(0, Math.min(shown, numbers.length)),
    alike: lines.slice(numbers.length).map((row) => Number(row['number'])),
    total: numbers.length,
  };
}

export async function measureSearch(seat: Seat): Promise<Line> {
  const bare = openBare(seat.core, true);
  const texts = typedTexts(bare);
  const plans: Plan[] = [];
  for (const text of texts) plans.push(await planOf(bare, seat, text));
  bare.texts();
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  for (const round of [0, 1]) {
    for (const [index, text] of texts.entries()) {
      const plan = plans[index];
      if (plan === undefined) continue;
      const plain = await timed(round === 0 ? [] : bareTimes, () => bareSearch(bare, plan));
      const answer = await timed(round === 0 ? [] : coreTimes, () =>
        serialised(seat.client.patients.search({ text, limit: shown })),
      );
      const found = answer.results.filter((line) => line.match === 'prefix');
      mustEqual(
        `search « ${text} »`,
        plain.first.map((row) => [
          row['number'],
          row['birth_name'],
          row['first_given_name'],
          row['birth_day'],
          row['city'],
          row['homonym'],
        ]),
        found.map((line) => [
          line.number,
          line.birthName,
          line.firstGivenName,
          line.birthDay,
          line.city,
          line.homonym ? 1 : 0,
        ]),
      );
      // What only resembles is shown in another order: letters first, then sounds.
      if (plan.terms.length === 1)
        mustEqual(
          `resembling « ${text} »`,
          [...plain.alike].sort(),
          answer.results
            .filter((line) => line.match !== 'prefix')
            .map((line) => line.number)
            .sort(),
        );
    }
  }
  const sql = bare.texts();
  await bare.base.close();
  return compared({
    name: 'Recherche, par touche',
    bare: spreadOf(bareTimes),
    core: spreadOf(coreTimes),
    limit: 3,
    target: '0,25 / 0,74 ms',
    sql,
  });
}

export async function measureBoard(seat: Seat): Promise<Line> {
  const bare = openBare(seat.core, true);
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 220; turn += 1) {
    const warm = turn < 20;
    const plain = await timed(warm ? [] : bareTimes, () => bareBoard(bare, benchDay, addMonths(benchDay, -12)));
    const board = await timed(warm ? [] : coreTimes, () => serialised(seat.client.visits.board({ day: benchDay })));
    if (turn !== 0) continue;
    if (plain.visits.length !== 200) throw new Error(`the day has ${plain.visits.length} visits, 200 expected`);
    mustEqual(
      'board',
      plain.visits.map((row) => [
        row['id'],
        row['stage'],
        row['birth_name'],
        row['first_given_name'],
        row['start_minute'],
        row['homonym_signalled'],
        row['seen_before'],
      ]),
      board.visits.map((visit) => [
        visit.id,
        visit.stage,
        visit.patient.birthName,
        visit.patient.firstGivenName,
        visit.startMinute,
        visit.patient.homonymSignalled ? 1 : 0,
        visit.newPatient ? 0 : 1,
      ]),
    );
    const alertIds = Map.groupBy(plain.alerts, (row) => row['patient_id']);
    mustEqual(
      'alerts of the board',
      plain.visits.map((row) => (alertIds.get(row['patient_id'] ?? null) ?? []).map((alert) => alert['id'])),
      board.visits.map((visit) => visit.alerts.map((alert) => alert.id)),
    );
  }
  const sql = bare.texts();
  await bare.base.close();
  return compared({
    name: 'Tableau d’une journée de 200 visites',
    bare: spreadOf(bareTimes),
    core: spreadOf(coreTimes),
    limit: 3,
    target: '0,56 / 1,3 ms',
    sql,
  });
}

/** Bare: the reads and one durable insert, as opening a file is journaled before the data leave (settled point 6). */
export async function measureFile(seat: Seat): Promise<Line> {
  const bare = openBare(seat.core, false);
  bare.base.raw.exec(
    'create table bench_opening (id integer primary key, patient_id text not null, account_id text not null, at text not null) strict',
  );
  const draw = createDraw('mesures/dossiers');
  const count = Number(bare.all('select max(number) as n from patient')[0]?.['n']);
  const ids = [...new Set(Array.from({ length: 330 }, () => draw.int(1, count)))].map((number) =>
    String(bare.all('select id from patient where number = ?', number)[0]?.['id']),
  );
  bare.texts();
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  for (const [turn, patientId] of ids.entries()) {
    const warm = turn < 20;
    const readBare = () => {
      bare.run(
        'insert into bench_opening (patient_id, account_id, at) values (?, ?, ?)',
        patientId,
        seat.accountId,
        seat.core.clock.now(),
      );
      return bareFile(bare, patientId, benchDay, seat.accountId);
    };
    const readCore = () => serialised(seat.client.patients.get({ patientId }));
    // Who goes first finds the pages cold: each in turn.
    const early = turn % 2 === 0 ? await timed(warm ? [] : bareTimes, readBare) : null;
    const file = await timed(warm ? [] : coreTimes, readCore);
    const plain = early ?? (await timed(warm ? [] : bareTimes, readBare));
    mustEqual(
      `file ${turn}, visits`,
      plain.visits.map((row) => [row['id'], row['day'], row['stage'], row['label']]),
      file.visits.map((visit) => [visit.id, visit.day, visit.stage, visit.reasonLabel]),
    );
    mustEqual(
      `file ${turn}, constantes`,
      plain.points.map((row) => row['id']),
      (file.clinical?.measures ?? []).flatMap((series) => series.points.map((point) => point.id)),
    );
    mustEqual(
      `file ${turn}, alerts`,
      plain.alerts.map((row) => row['id']).sort(),
      file.alerts.map((alert) => alert.id).sort(),
    );
    mustEqual(
      `file ${turn}, homonyms`,
      plain.lines.slice(1).map((row) => row['number']),
      file.homonyms.map((line) => line.number),
    );
  }
  const sql = bare.texts();
  await bare.base.close();
  return compared({
    name: 'Ouverture d’un dossier (20 visites, constantes, journal)',
    bare: spreadOf(bareTimes),
    core: spreadOf(coreTimes),
    limit: 3,
    target: '0,44 / 1,1 ms',
    sql,
  });
}
