// `npm run bench`: the measured promises, on a generated practice. Absolute times are printed beside their target and
// never asserted; `-- --check` fails on a missed ratio to the bare engine;
// `-- --small` tries it on a small practice. Rules: see the settled point on measures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { largePractice, smallSize, wholeSize } from '../seed/large-practice.ts';
import { calibrate, type Line, type Spread } from './figures.ts';
import { measureHost } from './host.ts';
import { measureImport } from './import.ts';
import { measurePerson, measurePractice } from './prevention.ts';
import { measureBoard, measureFile, measureSearch } from './reads.ts';
import { measureRenewal } from './renewal.ts';
import { openSeat } from './seat.ts';
import { measureStall } from './stall.ts';
import { measureWire } from './wire.ts';
import { measureBooking, measureMove } from './writes.ts';

const root = join(import.meta.dirname, '..', '..');
const { values: flags } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    sql: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const groups = [
  'recherche',
  'tableau',
  'dossier',
  'rendez-vous',
  'etape',
  'autre-poste',
  'import',
  'arret',
  'application',
  'prevention',
  'renouvellement',
] as const;
type Group = (typeof groups)[number];
if (flags.only !== undefined && !flags.only.split(',').every((name) => (groups as readonly string[]).includes(name))) {
  console.error(`--only attend, séparés par des virgules : ${groups.join(', ')}.`);
  process.exit(2);
}
const wanted = (group: Group) => flags.only === undefined || flags.only.split(',').includes(group);

const practice = await largePractice(flags.small ? smallSize : wholeSize);
const lines: Line[] = calibrate(practice);
const seat = await openSeat(practice);
try {
  if (wanted('recherche')) lines.push(await measureSearch(seat));
  if (wanted('tableau')) lines.push(await measureBoard(seat));
  if (wanted('dossier')) lines.push(await measureFile(seat));
  if (wanted('rendez-vous')) lines.push(await measureBooking(seat));
  if (wanted('autre-poste')) lines.push(...(await measureWire(seat)));
  if (wanted('etape')) lines.push(await measureMove(seat));
} finally {
  await seat.close();
}
if (wanted('import')) lines.push(await measureImport(practice));
if (wanted('arret')) lines.push(...(await measureStall(practice)));
if (wanted('application')) lines.push(...(await measureHost(practice)));
if (wanted('prevention')) lines.push(await measurePerson(), ...(await measurePractice(practice)));
if (wanted('renouvellement')) lines.push(...(await measureRenewal(practice)));

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2)).replace('.', ',');
const pair = (spread?: Spread) =>
  spread === undefined
    ? ''
    : spread.count === 1
      ? `${figure(spread.p50)} ms`
      : `${figure(spread.p50)} / ${figure(spread.p95)} ms`;
const missed = lines.filter((line) => line.ratio !== undefined && line.limit !== undefined && line.ratio > line.limit);
const cells = lines.map((line) => [
  line.name,
  pair(line.bare),
  line.value === undefined ? pair(line.core) : `${figure(line.value.figure)} ${line.value.unit}`,
  line.ratio === undefined ? '' : `${figure(line.ratio)} × (≤ ${line.limit})${missed.includes(line) ? ' MANQUÉ' : ''}`,
  line.target,
]);
const head = ['Mesure (p50 / p95)', 'Moteur nu', 'Cœur', 'Rapport au p95', 'Cible'];
const widths = head.map((title, index) => Math.max(title.length, ...cells.map((row) => row[index]?.length ?? 0)));
const row = (texts: readonly string[]) =>
  texts
    .map((text, index) => text.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: cpus().length,
  system: `${platform()} ${release()} ${arch()}`,
  node: process.version,
};

if (flags.sql) for (const line of lines) for (const text of line.sql ?? []) console.log(`[${line.name}] ${text}`);
console.log(`\n${machine.processor}, ${machine.cores} cœurs, ${machine.system}, Node ${machine.node}`);
console.log([row(head), row(widths.map((width) => '-'.repeat(width))), ...cells.map(row)].join('\n'));
for (const line of lines) if (line.note !== undefined) console.log(`${line.name} : ${line.note}.`);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(
  join(root, 'dist', 'bench.json'),
  `${JSON.stringify({ machine, lines, missed: missed.map((line) => line.name) }, null, 1)}\n`,
);
console.log(
  missed.length === 0
    ? '\nTous les rapports sont tenus. Détail : dist/bench.json'
    : `\nRapports manqués : ${missed.map((line) => line.name).join(' ; ')}.`,
);
process.exit(flags.check && missed.length > 0 ? 1 : 0);
