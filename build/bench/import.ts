// The import of 20 000 lines with its duplicate check, beside the same rows written by prepared statements.
import { createHash } from 'node:crypto';
import { createDraw, inventPeople } from '../../electron/features/demo/index.ts';
import { blockingKeys } from '../../shared/rules/identity/index.ts';
import { comparedOfRow } from '../../electron/features/patients/index.ts';
import { importLimits } from '../../shared/domain/import-fields.ts';
import { defaultImportChoices } from '../../shared/contract/imports.ts';
import { benchDay } from '../seed/large-practice.ts';
import { openBare, type Bare, type BareRow, type Parameter } from './bare.ts';
import { mustEqual, type Line } from './figures.ts';
import { openSeat, type Client, type Seat } from './seat.ts';

const lines = 20_000;
const batch = 5000;
const headers = [
  'Nom de naissance',
  'Premier prénom',
  'Nom utilisé',
  'Sexe',
  'Date de naissance',
  'Code INSEE du lieu de naissance',
  'NIR',
  'Téléphone mobile',
  'Autre téléphone',
  'Email',
  'Adresse',
  'Code postal',
  'Commune',
];

/** A list of people of another seed: new for most, some of them already known under the same number. */
export function listOfPeople(count = lines): string {
  const people = inventPeople(createDraw('mesures/liste'), {
    today: benchDay,
    doctorIds: [''],
    home: () => ({ postcode: '54150', city: 'Val de Briey' }),
  });
  const rows = [headers.join(';')];
  while (rows.length <= count) {
    const { value } = people.next();
    if (value === undefined) break;
    const { typed } = value;
    const cells = [
      typed.birthName,
      typed.firstGivenName,
      typed.usedName,
      typed.sex,
      typed.birthDay,
      typed.birthPlaceCode,
      typed.insuredQuality === 'assure' ? typed.insuredNir : '',
      typed.phoneMobile,
      typed.phoneOther,
      typed.email,
      typed.addressLine,
      typed.postcode,
      typed.city,
    ];
    rows.push(cells.map((cell) => cell ?? '').join(';'));
  }
  return `${rows.join('\r\n')}\r\n`;
}

/** Sends a list up to the point where it can be checked. */
export async function sendList(client: Client, text: string) {
  const bytes = Buffer.from(text);
  const { id, chunks } = await client.imports.begin({ fileName: 'liste.csv', size: bytes.length });
  for (let index = 0; index < chunks; index += 1) {
    const piece = bytes.subarray(index * importLimits.chunkBytes, (index + 1) * importLimits.chunkBytes);
    await client.imports.chunk({ id, index, base64: piece.toString('base64') });
  }
  const analysis = await client.imports.analyse({ id });
  const mapping = analysis.columns.flatMap(({ index, field, dates }) =>
    field === null ? [] : [{ column: index, field, ...(dates === null ? {} : { dateOrder: dates.order }) }],
  );
  return { id, mapping };
}

/** Waits for a phase; the check and the load run in their worker meanwhile. */
export async function phase(client: Client, wanted: string): Promise<void> {
  for (;;) {
    const status = await client.imports.status({});
    if (status?.phase === wanted) return;
    if (status === null || status.phase === 'failed' || status.phase === 'stopped')
      throw new Error(`import ${status?.phase ?? 'lost'}: ${status?.message ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function byTheCore(seat: Seat, text: string): Promise<number> {
  const start = performance.now();
  const { id, mapping } = await sendList(seat.client, text);
  await seat.client.imports.check({ id, mapping, choices: defaultImportChoices });
  await phase(seat.client, 'checked');
  await seat.client.imports.start({ id });
  await phase(seat.client, 'published');
  return performance.now() - start;
}

interface Written {
  run: BareRow[];
  patients: BareRow[];
  lines: BareRow[];
  tokens: Map<number, BareRow[]>;
  blocks: Map<number, BareRow[]>;
  words: BareRow[];
}

/** The rows the import has left, as they are. */
function rowsLeft(bare: Bare, from: number): Written {
  const of = (table: string) =>
    Map.groupBy(bare.all(`select * from ${table} where number > ? order by number`, from), (row) =>
      Number(row['number']),
    );
  return {
    run: bare.all('select * from import_run'),
    patients: bare.all('select * from patient where number > ? order by number', from),
    lines: bare.all('select * from import_line order by line'),
    tokens: of('patient_token'),
    blocks: of('patient_block'),
    words: bare.all('select * from patient_word'),
  };
}

const compared =
  'number, birth_name, first_given_name, used_name, used_given_name, sex, birth_day, birth_place_code, matricule, insured_nir, insured_quality, phone_mobile, phone_other, city';
const marks = (count: number) => Array.from({ length: count }, () => '?').join(',');

/** The reads of a duplicate check: the keys of the list, then the files that share one, each once. */
function readResemblances(bare: Bare, keys: readonly string[]): void {
  const numbers = new Set<number>();
  const lots = <T>(all: readonly T[], size: number) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
  for (const lot of lots(keys, 400))
    for (const row of bare.all(`select key, number from patient_block where key in (${marks(lot.length)})`, ...lot))
      numbers.add(Number(row['number']));
  for (const lot of lots([...numbers], 400))
    bare.all(`select ${compared} from visible_patient where number in (${marks(lot.length)})`, ...lot);
}

/** The same check and the same rows, by durable lots in the order of the keys, and nothing else. */
function byStatements(bare: Bare, written: Written, known: ReadonlySet<string>): number {
  const insert = (table: string, rows: readonly BareRow[]) => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    for (let at = 0; at < rows.length; at += batch) {
      bare.run('begin immediate');
      for (const row of rows.slice(at, at + batch)) bare.run(sql, ...(Object.values(row) as Parameter[]));
      bare.run('commit');
    }
  };
  const inOrder = (rows: Map<number, BareRow[]>, column: string) =>
    [...rows.values()].flat().sort((a, b) => (String(a[column]) < String(b[column]) ? -1 : 1));
  const words = written.words.filter((row) => !known.has(`${row['kind']} ${row['fragment']} ${row['word']}`));
  const keys = [...new Set(written.patients.flatMap((row) => blockingKeys(comparedOfRow(row as never))))].sort();
  const [tokens, blocks] = [inOrder(written.tokens, 'token'), inOrder(written.blocks, 'key')];
  const start = performance.now();
  readResemblances(bare, keys);
  insert('import_run', written.run);
  insert('patient', written.patients);
  insert('patient_token', tokens);
  insert('patient_block', blocks);
  insert('patient_word', words);
  insert('import_line', written.lines);
  return performance.now() - start;
}

/** Every row left by an import, whole. */
function digestOf(bare: Bare, from: number): string {
  const digest = createHash('sha256');
  const tables = [
    ['patient where number > ? order by number', from],
    ['patient_token where number > ? order by token, kind, sort, number', from],
    ['patient_block where number > ? order by key, number', from],
    ['import_line where line > ? order by line', -1],
    ['patient_word where ? = 0 order by kind, fragment, word', 0],
  ] as const;
  for (const [table, bound] of tables)
    for (const row of bare.all(`select * from ${table}`, bound)) digest.update(JSON.stringify(row));
  return digest.digest('hex');
}

export async function measureImport(practice: string): Promise<Line> {
  const text = listOfPeople();
  const seat = await openSeat(practice);
  const plain = await openSeat(practice);
  try {
    const [reader, writer] = [openBare(seat.core, true), openBare(plain.core, false)];
    const before = Number(reader.all('select max(number) as n from patient')[0]?.['n']);
    const known = new Set(
      reader.all('select * from patient_word').map((row) => `${row['kind']} ${row['fragment']} ${row['word']}`),
    );
    const core = await byTheCore(seat, text);
    const written = rowsLeft(reader, before);
    writer.texts();
    const bare = byStatements(writer, written, known);
    const sql = writer.texts();
    mustEqual('import', digestOf(writer, before), digestOf(reader, before));
    await reader.base.close();
    await writer.base.close();
    const spread = (figure: number) => ({ p50: figure, p95: figure, count: 1 });
    return {
      name: `Import de ${lines} lignes, doublons vérifiés (${written.patients.length} créés)`,
      bare: spread(bare),
      core: spread(core),
      ratio: core / bare,
      limit: 3,
      target: '2 200 ms',
      sql,
    };
  } finally {
    await seat.close();
    await plain.close();
  }
}
