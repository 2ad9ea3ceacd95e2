import { randomUUID } from 'node:crypto';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { newId } from '#electron/platform/ids.ts';
import { foundTestPractice } from './support/practice.ts';
import { addDays } from '#shared/kernel/day.ts';

const P = 60_000, V = 600_000, today = '2026-11-17';
const practice = await foundTestPractice({ dataDir: '/tmp/h/board-bench' });
const { doctor } = practice;
const [lem = '', ben = ''] = practice.doctorIds;
const base = openSqlite(practice.core.practice.workerAccess());
const { raw } = base;
const t0 = performance.now();
raw.pragma('foreign_keys=OFF');
const account = practice.doctorAccountId;
const cols = (t: string) => (raw.pragma(`table_info(${t})`) as { name: string; type: string; notnull: number }[]);
function inserter(t: string) {
  const c = cols(t);
  const st = raw.prepare(`insert into ${t} (${c.map((x) => x.name).join(',')}) values (${c.map((x) => '@' + x.name).join(',')})`);
  const blank = Object.fromEntries(c.map((x) => [x.name, x.notnull ? (x.type === 'INTEGER' ? 0 : '') : null]));
  return (row: object) => st.run({ ...blank, ...row });
}
const names = ['MARTIN', 'BERNARD', 'PETIT', 'DURAND', 'LEROY', 'MOREAU', 'SIMON', 'LAURENT', 'MICHEL', 'GARCIA'];
const patient = inserter('patient'), visit = inserter('visit'), obs = inserter('observation'), alert = inserter('alert_item'), block = inserter('patient_block'), item = inserter('finalise_item'), prep = inserter('preparation');
const ids: string[] = [];
raw.transaction(() => {
  for (let i = 0; i < P; i++) {
    const id = newId(); ids.push(id);
    const name = `${names[i % 10]}${i % 3000 < 1500 ? '' : String.fromCharCode(65 + (i % 26)) + String.fromCharCode(65 + (i % 17))}`;
    patient({ id, number: i + 1, birth_name: name, first_given_name: `JEANNE${i % 400}`, sex: i % 2 ? 'F' : 'M', birth_day: addDays('1940-01-01', (i * 37) % 28000), birth_precision: 'day', identity_status: i % 5 ? 'VALI' : 'PROV', ald: i % 4 ? null : 'oui', name_key: name, given_key: 'jeanne', version: 1 });
    block({ key: `h:${name.toLowerCase()}|jeanne${i % 400}`, number: i + 1 });
    block({ key: `d:${i}`, number: i + 1 });
    if (i % 3 === 0) alert({ id: newId(), patient_id: id, kind: 'allergy', label: 'pénicilline', source: 'declare', stated_on: today, account_id: account, version: 1 });
    if (i % 9 === 0) alert({ id: newId(), patient_id: id, kind: 'call', label: 'après 10 h', source: 'declare', stated_on: today, account_id: account, version: 1 });
  }
})();
const codes: [string, number, number, string][] = [['PAS', 1350, 0, 'mmHg'], ['PAD', 80, 0, 'mmHg'], ['FC', 75, 0, 'bpm'], ['POIDS', 754, 1, 'kg'], ['TAILLE', 168, 0, 'cm'], ['TEMP', 369, 1, '°C'], ['SPO2', 97, 0, '%']];
let n = 0;
raw.transaction(() => {
  for (let d = 3000; d >= 0; d--) {
    const day = addDays(today, -d);
    for (let k = 0; k < 200; k++) {
      n++;
      const id = newId();
      const p = ids[(n * 7919) % P]!;
      const stage = d > 0 ? 'left' : ['expected', 'waiting', 'preparation', 'ready', 'consultation', 'finalise', 'left'][k % 7]!;
      const min = 480 + (k >> 1) * 6;
      visit({ id, patient_id: p, doctor_id: k % 2 ? lem : ben, day, start_minute: min, end_minute: min + 6, occupies: d > 0 ? 0 : 1, stage, arrived_at: stage === 'expected' ? null : `${day}T08:00:00.000Z`, stage_at: `${day}T08:00:00.000Z`, prepared_by: account, created_at: `${day}T08:00:00.000Z`, version: 1 });
      // last year is measured; today half of the visits
      if ((d > 0 && d < 400 && k % 2 === 0) || (d === 0 && stage !== 'expected' && stage !== 'waiting')) {
        for (const [code, v, dec, unit] of codes) {
          const value = code === 'PAS' ? 118 + (n % 45) : code === 'PAD' ? 68 + (n % 28) : v + (n % 9);
          obs({ id: newId(), patient_id: p, visit_id: id, code, reading: 1, value, decimals: dec, unit, measured_at: `${day}T08:10:00.000Z`, account_id: account, context: '{"arm":"left"}', version: 1 });
          if (d === 0 && (code === 'PAS' || code === 'PAD') && k % 3 === 0) for (const r of [2, 3]) obs({ id: newId(), patient_id: p, visit_id: id, code, reading: r, value: value - r, decimals: dec, unit, measured_at: `${day}T08:12:00.000Z`, account_id: account, context: '{"arm":"left"}', version: 1 });
        }
      }
      if (d === 0 && stage === 'finalise') { item({ id: newId(), visit_id: id, patient_id: p, label: 'Ordonnance', version: 1 }); item({ id: newId(), visit_id: id, patient_id: p, label: 'Infirmière', version: 1 }); }
      if (d === 0 && k % 3 === 0) prep({ id: newId(), visit_id: id, patient_id: p, message: 'Céphalées depuis samedi.', message_at: `${day}T08:10:00.000Z`, version: 1 });
    }
  }
})();
console.log('filled', n, 'visits', ((performance.now() - t0) / 1000).toFixed(0), 's');
raw.pragma('wal_checkpoint(truncate)');
await base.close();
// Capture the compiled SQL of the board.
const { reader } = practice.core.practice.requireOpen();
const captured: { sql: string; parameters: readonly unknown[] }[] = [];
const executor = (reader as unknown as { getExecutor(): { executeQuery: (q: { sql: string; parameters: readonly unknown[] }) => unknown } }).getExecutor();
const proto = Object.getPrototypeOf(Object.getPrototypeOf(executor));
const original = proto.executeQuery;
proto.executeQuery = function (q: never, ...r: never[]) { captured.push(q); return original.call(this, q, ...r); };
const board = await doctor.visits.board({ day: today });
proto.executeQuery = original;
console.log('visits', board.visits.length, 'with measures', board.visits.filter((v) => v.measures.length).length, 'homonyms', board.visits.filter((v) => v.patient.homonymSignalled).length, 'new', board.visits.filter((v) => v.newPatient).length, 'json', JSON.stringify(board).length);
const bareBase = openSqlite({ ...practice.core.practice.workerAccess(), readonly: true });
const stmts = captured.map(({ sql, parameters }) => ({ st: bareBase.raw.prepare(sql), parameters, sql }));
const q = (xs: number[], p: number) => xs.toSorted((a, b) => a - b)[Math.floor(xs.length * p)]!.toFixed(2);
for (const { st, parameters, sql } of stmts) { const xs: number[] = []; for (let i = 0; i < 40; i++) { const t = performance.now(); st.all(...parameters); xs.push(performance.now() - t); } console.log(q(xs, 0.5), 'ms', st.all(...parameters).length, 'rows', sql.slice(0, 90)); }
const bare: number[] = [], core: number[] = [];
for (let i = 0; i < 200; i++) { let t = performance.now(); for (const { st, parameters } of stmts) st.all(...parameters); bare.push(performance.now() - t); t = performance.now(); await doctor.visits.board({ day: today }); core.push(performance.now() - t); }
console.log('bare p50', q(bare, 0.5), 'p95', q(bare, 0.95), '| core p50', q(core, 0.5), 'p95', q(core, 0.95), '| ratio p95', (Number(q(core, 0.95)) / Number(q(bare, 0.95))).toFixed(2));
const other: number[] = []; for (let i = 0; i < 60; i++) { const t = performance.now(); await doctor.visits.board({ day: addDays(today, -i * 5) }); other.push(performance.now() - t); }
console.log('other days, cold p50', q(other, 0.5), 'p95', q(other, 0.95));
const cpu = async (f: () => unknown) => { for (let i = 0; i < 20; i++) await f(); const c = process.cpuUsage(); for (let i = 0; i < 150; i++) await f(); const d = process.cpuUsage(c); return (d.user + d.system) / 150_000; }; const cb = await cpu(() => { for (const { st, parameters } of stmts) st.all(...parameters); }); const cc = await cpu(() => doctor.visits.board({ day: today })); console.log('cpu ms bare', cb.toFixed(2), 'core', cc.toFixed(2), 'ratio', (cc / cb).toFixed(2));
if (process.argv[2] === 'profile') { const t = performance.now(); for (let i = 0; i < 300; i++) await doctor.visits.board({ day: today }); console.log((performance.now() - t) / 300); }
const pv = board.visits.find((v) => v.stage === 'preparation')!; const prepx: number[] = [];
for (let i = 0; i < 100; i++) { const t = performance.now(); await doctor.preparation.get({ patientId: pv.patient.id, visitId: pv.id }); prepx.push(performance.now() - t); }
console.log('preparation.get p50', q(prepx, 0.5), 'p95', q(prepx, 0.95));
const mv: number[] = []; const w = board.visits.filter((v) => v.stage === 'waiting');
for (const v of w) { const t = performance.now(); await doctor.visits.move({ idempotencyKey: randomUUID(), visitId: v.id, from: 'waiting', to: 'preparation' }); mv.push(performance.now() - t); }
console.log('move p50', q(mv, 0.5), 'p95', q(mv, 0.95));
await bareBase.close();
await practice.close();
