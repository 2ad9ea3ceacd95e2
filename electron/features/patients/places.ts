import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { countries } from '#shared/domain/countries.ts';
import type { PlaceView } from '#shared/contract/patient-views.ts';
import { foldKey } from '#shared/kernel/text.ts';
import { departmentOf, isPlaceCode, UNKNOWN_PLACE } from '#shared/rules/identity/index.ts';

interface Place extends PlaceView {
  key: string;
  population: number;
}

interface CommuneRecord {
  code: string;
  nom: string;
  type: string;
  chefLieu?: string;
  commune?: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
  population?: number;
}

const unknown: Place = {
  code: UNKNOWN_PLACE,
  label: 'Inconnu',
  department: null,
  postcodes: [],
  kind: 'inconnu',
  former: false,
  key: 'inconnu',
  population: 0,
};
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

function placesOfCommune(record: CommuneRecord): Place[] {
  const department = departmentOf(record.code);
  const label = `${record.nom} (${department})`;
  const of = (code: string, shown: string, former: boolean): Place => ({
    code,
    label: shown,
    department: departmentOf(code),
    postcodes: record.codesPostaux ?? [],
    kind: 'commune',
    former,
    key: foldKey(record.nom),
    population: record.population ?? 0,
  });
  // An associated or delegated commune keeps its old code, unless it is the seat, which the commune of today already is.
  const dormant = record.type === 'commune-deleguee' || record.type === 'commune-associee';
  if (dormant) return record.code === record.chefLieu ? [] : [of(record.code, `${label}, ancienne commune`, true)];
  return [
    of(record.code, label, false),
    ...(record.anciensCodes ?? []).map((code) => of(code, `${label}, ancien code ${code}`, true)),
  ];
}

/** Reads the table a slice at a time: the thread that answers is never held for the whole file. */
async function readPlaces(): Promise<Map<string, Place>> {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  const lines = (await readFile(file, 'utf8')).split('\n');
  const places = new Map<string, Place>([[unknown.code, unknown]]);
  for (const { code, name, former } of countries) {
    places.set(code, {
      code,
      label: name,
      department: '99',
      postcodes: [],
      kind: 'pays',
      former,
      key: foldKey(name),
      population: former ? 0 : 1_000_000,
    });
  }
  for (const [index, line] of lines.entries()) {
    if (index % 1500 === 1499) await breathe();
    if (!line.startsWith('{')) continue;
    // A former name is better than the name of today for the same old code.
    for (const place of placesOfCommune(JSON.parse(line.replace(/,$/, '')) as CommuneRecord)) {
      const known = places.get(place.code);
      if (known === undefined || (known.former && known.label.includes('ancien code'))) places.set(place.code, place);
    }
  }
  return places;
}

let loading: Promise<Map<string, Place>> | null = null;
const loaded = () => (loading ??= readPlaces());

const view = ({ code, label, department, postcodes, kind, former }: Place): PlaceView => ({
  code,
  label,
  department,
  postcodes,
  kind,
  former,
});

/** The place of this code; a well-formed code of no table is « non vérifié »; null for a text that is no code. */
export async function placeOf(code: string): Promise<PlaceView | null> {
  const wanted = code.trim().toUpperCase();
  const known = (await loaded()).get(wanted);
  if (known !== undefined) return view(known);
  if (!isPlaceCode(wanted)) return null;
  return {
    code: wanted,
    label: `Code ${wanted}, non vérifié`,
    department: departmentOf(wanted),
    postcodes: [],
    kind: 'non_verifie',
    former: false,
  };
}

const limit = 12;

/** Places by code, postcode or name (each typed word begins a word of the name), the most peopled first. */
export async function searchPlaces(text: string): Promise<PlaceView[]> {
  const exact = await placeOf(text);
  const typed = foldKey(text)
    .split(' ')
    .filter((word) => word !== '');
  if (typed.length === 0) return [];
  const places = (await loaded()).values();
  const digits = /^\d{2,5}$/.test(text.trim()) ? text.trim() : null;
  const found: { place: Place; rank: number }[] = [];
  for (const place of places) {
    if (place.code === exact?.code) continue;
    if (digits !== null) {
      if (place.postcodes.some((postcode) => postcode.startsWith(digits)))
        found.push({ place, rank: place.former ? 3 : 1 });
      continue;
    }
    const words = ` ${place.key}`;
    if (!typed.every((word) => words.includes(` ${word}`))) continue;
    const rank = place.key === typed.join(' ') ? 0 : place.key.startsWith(typed.join(' ')) ? 1 : 2;
    found.push({ place, rank: rank + (place.former ? 0.5 : 0) });
  }
  found.sort(
    (a, b) => a.rank - b.rank || b.place.population - a.place.population || (a.place.key < b.place.key ? -1 : 1),
  );
  const others = found.slice(0, limit).map(({ place }) => view(place));
  if (exact === null) return others;
  // Five figures may be a postcode: a code of no table is proposed last.
  return exact.kind === 'non_verifie' ? [...others, exact] : [exact, ...others];
}
