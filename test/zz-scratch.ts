import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { migrate } from '#electron/storage/migrations/migration.ts';
import { bulkWriter } from '#electron/storage/bulk.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { newId } from '#electron/platform/ids.ts';
import { blockingKeys } from '#shared/rules/identity/index.ts';
import { rmSync } from 'node:fs';
const N = 20000;
const mode = process.argv[2] ?? 'one';
rmSync('/tmp/imp/a.db', { force: true }); rmSync('/tmp/imp/a.db-wal', { force: true });
const base = openSqlite({ file: '/tmp/imp/a.db', key: Buffer.alloc(32, 7) });
await migrate(base.db, 'sqlite', fixedClock('2026-11-17T07:00:00Z'));
const names = 'martin bernard petit durand leroy moreau simon laurent lefebvre michel garcia david bertrand roux vincent fournier morel girard andre mercier'.split(' ');
const patients = [], tokens = [], blocks = [];
const rnd = (n: number) => Math.floor(Math.random() * n);
for (let i = 0; i < N; i++) {
  const id = newId();
  const nom = names[rnd(20)]! + names[rnd(20)], prenom = names[rnd(20)]!;
  const d = `${1930 + rnd(90)}-${String(1 + rnd(12)).padStart(2, '0')}-${String(1 + rnd(28)).padStart(2, '0')}`;
  patients.push([id, nom, prenom, 'F', d, 'day', 0, 'PROV', 0, 0, 0, nom, prenom, i + 1, 'x', 'x', 1]);
  for (const [k, t] of [['name', nom], ['name', prenom], ['birth', d], ['sound', nom.slice(0, 6)], ['sound', prenom.slice(0, 4)], ['phone', `06${rnd(1e8)}`], ['nir', `${rnd(1e13)}`], ['used', names[rnd(20)]!]]) tokens.push([t!, k!, prenom.slice(0,6), i + 1]);
  for (const k of blockingKeys({ birthName: nom, firstGivenName: prenom, birthDate: d, matricule: `${1e12 + rnd(1e12)}`, phones: [`06${1e7+rnd(1e7)}`] })) blocks.push([k, i + 1]);
}
const bulk = bulkWriter(base);
if (mode !== 'wal0') base.raw.pragma('wal_autocheckpoint=1000');
const ip = bulk.inserter('patient', ['id', 'birth_name', 'first_given_name', 'sex', 'birth_day', 'birth_precision', 'birth_place_checked', 'identity_status', 'homonym', 'doubtful', 'fictitious', 'name_key', 'given_key', 'number', 'created_at', 'updated_at', 'version']);
const it = bulk.inserter('patient_token', ['token', 'kind', 'sort', 'number']);
const ib = bulk.inserter('patient_block', ['key', 'number']);
console.log(tokens.length, blocks.length);
const t0 = performance.now();
const lap = (s: string) => console.log(s, Math.round(performance.now() - t0));
if (mode === 'one') {
  // file order
  bulk.transaction(() => { for (let i = 0; i < N; i++) ip([patients[i]!]); lap('p'); const tp = tokens.length / N; for (let i = 0; i < tokens.length; i++) it([tokens[i]!]); lap('t'); for (const b of blocks) ib([b]); lap('b'); });
  lap('commit');
} else {
  const step = Number(process.argv[3] ?? 500);
  if (mode === 'sorted') {
    const by = (i: number) => (a: string[], b: string[]) => (a[i]! < b[i]! ? -1 : 1);
    tokens.sort(by(0)); blocks.sort(by(0)); lap('sort');
  }
  let longest = 0;
  const go = (rows: unknown[][], ins: (r: never) => void, s: number) => { for (let i = 0; i < rows.length; i += s) { const a = performance.now(); bulk.transaction(() => ins(rows.slice(i, i + s) as never)); longest = Math.max(longest, performance.now() - a); } };
  go(patients, ip as never, step); lap('p');
  go(tokens, it as never, step * 8); lap('t');
  go(blocks, ib as never, step * 8); lap('b');
  console.log('longest', longest);
}
bulk.checkpoint(); lap('checkpoint');
await base.close();
