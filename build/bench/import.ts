// The import of 20 000 lines with its duplicate check, beside the same rows written by prepared statements.
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
const batch = 500;
const headers = ['Nom de naissance', 'Premier prénom', 'Nom utilisé', 'Sexe', 'Date de naissance', 'Code INSEE du lieu de naissance', 'NIR', 'Téléphone mobile', 'Autre téléphone', 'Email', 'Adresse', 'Code postal', 'Commune'];

/** A list of people of another seed: new for most, some of them already known under the same number. */
export function listOfPeople(count = lines): string {
  const people = inventPeople(createDraw('mesures/liste'), { today: benchDay, doctorIds: [''], home: () => ({ postcode: '54150', city: 'Val de Briey' }) });
  const rows = [headers.join(';')];
  while (rows.length <= count) {
    const { value } = people.next();
    if (value === undefined) break;
    const { typed } = value;
    const cells = [typed.birthName, typed.firstGivenName, typed.usedName, typed.sex, typed.birthDay, typed.birthPlaceCode, typed.insuredQuality === 'assure' ? typed.insuredNir : '', typed.phoneMobile, typed.phoneOther, typed.email, typed.addressLine, typed.postcode, typed.city];
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
  const mapping = analysis.columns.flatMap(({ index, field, dates }) => (field === null ? [] : [{ column: index, field, ...(dates === null ? {} : { dateOrder: dates.order }) }]));
  return { id, mapping };
}

/** Waits for a phase; the check and the load run in their worker meanwhile. */
export async function phase(client: Client, wanted: string): Promise<void> {
  for (;;) {
    const status = await client.imports.status({});
    if (status?.phase === wanted) return;
    if (status === null || status.phase === 'failed' || status.phase === 'stopped') throw new Error(`import ${status?.phase ?? 'lost'}: ${status?.message ?? ''}`);
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
  const of = (table: string) => Map.groupBy(bare.all(`select * from ${table} where number > ? order by number`, from), (row) => Number(row['number']));
  return {
    run: bare.all('select * from import_run'),
    patients: bare.all('select * from patient where number > ? order by number', from),
    lines: bare.all('select * from import_line order by line'),
    tokens: of('patient_token'),
    blocks: of('patient_block'),
    words: bare.all('select * from patient_word'),
  };
}

/** The same check and the same rows, by lots of the same size, and nothing else. */
function byStatements(bare: Bare, written: Written, known: ReadonlySet<string>): number {
  const insert = (table: string, rows: readonly BareRow[]) => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    for (const row of rows) bare.run(sql, ...(Object.values(row) as Parameter[]));
  };
  const words = written.words.filter((row) => !known.has(`${row['kind']} ${row['fragment']} ${row['word']}`));
  const keys = written.patients.map((row) => blockingKeys(comparedOfRow(row as never)));
  const start = performance.now();
  for (const own of keys) for (const key of own) bare.all('select p.* from patient_block b join patient p on p.number = b.number where b.key = ? limit 50', key);
  insert('import_run', written.run);
  for (let at = 0; at < written.lines.length; at += batch) {
    bare.run('begin immediate');
    const lot = written.patients.slice(at, at + batch);
    insert('patient', lot);
    insert('patient_token', lot.flatMap((row) => written.tokens.get(Number(row['number'])) ?? []));
    insert('patient_block', lot.flatMap((row) => written.blocks.get(Number(row['number'])) ?? []));
    insert('patient_word', at === 0 ? words : []);
    insert('import_line', written.lines.slice(at, at + batch));
    bare.run('commit');
  }
  return performance.now() - start;
}

export async function measureImport(practice: string): Promise<Line> {
  const text = listOfPeople();
  const seat = await openSeat(practice);
  const plain = await openSeat(practice);
  try {
    const [reader, writer] = [openBare(seat.core, true), openBare(plain.core, false)];
    const before = Number(reader.all('select max(number) as n from patient')[0]?.['n']);
    const known = new Set(reader.all('select * from patient_word').map((row) => `${row['kind']} ${row['fragment']} ${row['word']}`));
    const core = await byTheCore(seat, text);
    const written = rowsLeft(reader, before);
    writer.texts();
    const bare = byStatements(writer, written, known);
    const sql = writer.texts();
    const digest = (side: Bare) => side.all('select count(*) as n, min(name_key) as low, max(name_key) as high, sum(length(birth_name)) as letters from patient where number > ?', before);
    mustEqual('import', digest(writer), digest(reader));
    await reader.base.close();
    await writer.base.close();
    const spread = (figure: number) => ({ p50: figure, p95: figure, count: 1 });
    return { name: `Import de ${lines} lignes, doublons vérifiés (${written.patients.length} créés)`, bare: spread(bare), core: spread(core), ratio: core / bare, limit: 3, target: '2 200 ms', sql };
  } finally {
    await seat.close();
    await plain.close();
  }
}
