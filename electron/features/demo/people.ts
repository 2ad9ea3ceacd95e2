import type { PatientField } from '#shared/domain/patient.ts';
import { addDays } from '#shared/kernel/day.ts';
import { birthCommunes, birthCountries, givenNames, homeCommunes, streets, surnames } from './data/names.ts';
import { inventEmail, inventFixed, inventMobile, inventNir } from './contact.ts';
import type { Draw } from './draw.ts';

/** What a person would type in the file of somebody invented, and what the practice knows beside it. */
export interface InventedPerson {
  typed: Partial<Record<PatientField, string>>;
  sex: 'F' | 'M';
  birthDay: string;
  /** Own number, for a matricule; null when none can be invented without being somebody's. */
  nir: string | null;
  twin: boolean;
  /** Index of the doctor of the practice declared as médecin traitant; null = another one, or none. */
  doctorIndex: number | null;
}

export interface PeopleSettings {
  today: string;
  doctorIds: readonly string[];
  /** Part of the households each doctor follows, all together 1; equal parts when absent. */
  households?: readonly number[];
  /** Postcode and name of a commune. */
  home(code: string): { postcode: string; city: string };
}

const families = surnames
  .trim()
  .split(/\s+/)
  .map((name) => name.replace(/^(Le|Da|Ben)-/, '$1 '));
const roads = streets.trim().split(/[|\n]/);
const given = givenNames.map(({ until, F, M }) => ({ until, F: F.split(' '), M: M.split(' ') }));

function givenName(draw: Draw, sex: 'F' | 'M', year: number): string {
  const generation = given.find(({ until }) => year <= until);
  if (generation === undefined) throw new Error('a year of birth without given names');
  return draw.frequent(generation[sex]);
}

const withoutAccents = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');
const typedDay = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** An endless list of invented households, one person at a time; the same draw gives the same people. */
export function* inventPeople(draw: Draw, settings: PeopleSettings): Generator<InventedPerson> {
  const year = Number(settings.today.slice(0, 4));
  let serial = 0;
  const birthPlace = () => (draw.chance(0.06) ? draw.frequent(birthCountries) : draw.frequent(birthCommunes));

  const person = (
    sex: 'F' | 'M',
    age: number,
    family: string,
    house: House,
    more: { usedName?: string; bornOn?: string; parent?: InventedPerson; twin?: boolean },
  ): InventedPerson => {
    const oldest = `${year - age}${settings.today.slice(4)}`;
    const drawn = addDays(oldest.endsWith('02-29') ? `${oldest.slice(0, 5)}02-28` : oldest, -draw.int(0, 364));
    const birthDay = more.bornOn ?? (age === 0 && drawn > settings.today ? settings.today : drawn);
    const place = more.parent === undefined ? birthPlace() : (more.parent.typed.birthPlaceCode ?? birthPlace());
    const born = Number(birthDay.slice(0, 4));
    const [first, second] = [givenName(draw, sex, born), givenName(draw, sex, born)];
    const nir = inventNir({ sex, birthDay, birthPlace: place, serial: serial++ });
    const child = more.parent !== undefined;
    const insured = child ? (more.parent?.typed.insuredNir ?? null) : nir;
    const doctorIndex = draw.chance(0.86) ? house.doctorIndex : null;
    const typed: InventedPerson['typed'] = {
      birthName: family,
      firstGivenName: first,
      ...(draw.chance(0.55) && second !== first ? { givenNames: second } : {}),
      ...(more.usedName === undefined ? {} : { usedName: more.usedName }),
      // Strict traits lose their accents: the name in use keeps them.
      ...(first !== withoutAccents(first) ? { usedGivenName: first } : {}),
      sex,
      birthDay: typedDay(birthDay),
      birthPlaceCode: place,
      ...(age >= 18 ? { civility: sex === 'F' ? 'Mme' : 'M.' } : {}),
      ...(insured === null || draw.chance(0.06)
        ? {}
        : { insuredNir: insured, insuredQuality: child ? 'ayant_droit' : 'assure' }),
      addressLine: house.address,
      postcode: house.postcode,
      city: house.city,
      regime: house.regime,
      ...contactOf(draw, house, age, first, family),
      ...situationOf(draw, age),
      ...(doctorIndex === null
        ? draw.chance(0.5)
          ? { gpKind: 'autre', gpName: `Dr ${draw.pick(families)}` }
          : { gpKind: 'aucun' }
        : { gpKind: 'cabinet', gpDoctorId: settings.doctorIds[doctorIndex] ?? '' }),
    };
    return { typed, sex, birthDay, nir, twin: more.twin === true, doctorIndex };
  };

  for (;;) {
    const family = draw.frequent(families);
    const house = inventHouse(draw, settings);
    const kind = draw.next();
    const age = kind < 0.45 ? draw.int(24, 96) : kind < 0.72 ? draw.int(28, 88) : draw.int(26, 48);
    const headSex = draw.chance(0.5) ? 'M' : 'F';
    const head = person(headSex, age, family, house, {});
    yield head;
    if (kind < 0.45) continue;
    const spouseAge = Math.max(20, Math.min(97, age + draw.int(-5, 5)));
    const spouseSex = headSex === 'M' ? 'F' : 'M';
    const married = spouseSex === 'F' && draw.chance(age > 60 ? 0.85 : 0.4);
    const spouse = person(spouseSex, spouseAge, draw.frequent(families), house, married ? { usedName: family } : {});
    yield spouse;
    if (kind < 0.72) continue;
    const parent = head.typed.insuredNir === undefined ? spouse : head;
    const eldest = Math.max(0, Math.min(age, spouseAge) - draw.int(22, 34));
    for (
      let left = draw.int(1, 3), childAge = Math.min(eldest, 19);
      left > 0 && childAge >= 0;
      left -= 1, childAge -= draw.int(2, 4)
    ) {
      const child = person(draw.chance(0.5) ? 'M' : 'F', childAge, family, house, { parent });
      yield child;
      if (!draw.chance(0.03)) continue;
      child.twin = true;
      let twin = person(child.sex, childAge, family, house, { parent, bornOn: child.birthDay, twin: true });
      while (twin.typed.firstGivenName === child.typed.firstGivenName)
        twin = person(child.sex, childAge, family, house, { parent, bornOn: child.birthDay, twin: true });
      yield twin;
    }
  }
}

interface House {
  address: string;
  postcode: string;
  city: string;
  phone: string | null;
  regime: string;
  doctorIndex: number;
}

/** The doctor of a household, by its place between 0 and 1. */
function doctorAt(place: number, { doctorIds, households }: PeopleSettings): number {
  if (households === undefined) return Math.min(doctorIds.length - 1, Math.floor(place * doctorIds.length));
  let sum = 0;
  return Math.max(
    0,
    households.findIndex((part) => (sum += part) > place),
  );
}

function inventHouse(draw: Draw, settings: PeopleSettings): House {
  return {
    ...settings.home(draw.frequent(homeCommunes)),
    address: `${draw.int(1, 140)} ${draw.pick(roads)}`,
    phone: draw.chance(0.6) ? inventFixed(draw) : null,
    regime: draw.chance(0.9) ? '01' : draw.pick(['02', '04', '91']),
    doctorIndex: doctorAt(draw.next(), settings),
  };
}

function contactOf(draw: Draw, house: House, age: number, first: string, family: string): InventedPerson['typed'] {
  const mobile = age >= 15 && draw.chance(age > 80 ? 0.5 : 0.92);
  return {
    ...(mobile ? { phoneMobile: inventMobile(draw) } : {}),
    ...(house.phone === null ? {} : { phoneOther: house.phone }),
    ...(mobile && draw.chance(0.5) ? { email: inventEmail(first, family) } : {}),
    ...(mobile ? { smsConsent: draw.chance(0.8) ? 'oui' : 'non' } : {}),
  };
}

function situationOf(draw: Draw, age: number): InventedPerson['typed'] {
  const ald = draw.chance(age > 65 ? 0.42 : age > 40 ? 0.15 : 0.03);
  return {
    ald: ald ? 'oui' : 'non',
    ...(draw.chance(0.08) ? { c2s: draw.chance(0.7) ? 'sans_participation' : 'avec_participation' } : { c2s: 'non' }),
    ...(draw.chance(0.02) ? { interpreter: 'oui' } : {}),
    ...(age > 75 && draw.chance(0.2) ? { reducedMobility: 'oui' } : {}),
    ...(age > 70 && draw.chance(0.3) ? { dmpConsent: 'accord' } : {}),
  };
}
