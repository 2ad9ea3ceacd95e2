import * as z from 'zod';
import type { Day } from '#shared/kernel/day.ts';
import {
  areHomonyms,
  birthDateWarning,
  blockingKeys,
  changeIdentity,
  checkFiness,
  checkNir,
  checkRpps,
  compareNames,
  documentAccepted,
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_DOCUMENTS,
  IDENTITY_STATUSES,
  matriculeMayLeave,
  oidAllowed,
  samePlace,
  scoreDuplicate,
  STRICT_TRAITS,
  usableBirthDate,
} from '#shared/rules/identity/index.ts';
import {
  childReference,
  computeBmi,
  evaluate,
  evaluateBloodPressure,
  parseMeasure,
  PRESSURE_PROTOCOLS,
  retainedPressure,
  standingDrop,
  VITAL_SIGN_CODES,
} from '#shared/rules/vital-signs/index.ts';

/** A rule a case can call: its input is checked (unknown fields are refused), its answer is plain JSON. */
export interface CallableRule {
  readonly call: (input: unknown, day: Day) => unknown;
}

function callable<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, day: Day) => unknown,
): CallableRule {
  return { call: (input, day) => run(schema.parse(input), day) };
}

const keysOf = <T extends Record<string, unknown>>(record: T): z.ZodEnum<{ [K in keyof T & string]: K }> =>
  z.enum(Object.keys(record)) as unknown as z.ZodEnum<{ [K in keyof T & string]: K }>;

const day = z.string();
const sex = z.enum(['M', 'F']);
const value = z.union([z.number(), z.enum(['LO', 'HI'])]);
const code = z.enum(VITAL_SIGN_CODES);
const patient = z.strictObject({ birthDate: day, sex });
const thresholds = z.record(z.string(), z.union([z.number(), z.null()]));
const overrides = z.strictObject({ practice: thresholds.exactOptional(), patient: thresholds.exactOptional() });
const history = z.array(z.strictObject({ code, day, value }));
const reading = z.strictObject({ systolic: z.number(), diastolic: z.number() });

const measure = z.strictObject({
  code,
  value,
  patient,
  history: history.exactOptional(),
  context: z
    .strictObject({
      paired: z.number().exactOptional(),
      glucoseMoment: z.enum(['a_jeun', 'avant_repas', 'apres_repas', 'inconnu']).exactOptional(),
      heartFailure: z.boolean().exactOptional(),
      personalBest: z.number().exactOptional(),
    })
    .exactOptional(),
  overrides: overrides.exactOptional(),
});

const person = z.strictObject({
  birthName: z.string().exactOptional(),
  firstGivenName: z.string().exactOptional(),
  usedName: z.string().exactOptional(),
  usedGivenName: z.string().exactOptional(),
  sex: sex.exactOptional(),
  birthDate: day.exactOptional(),
  birthPlace: z.string().exactOptional(),
  matricule: z.string().exactOptional(),
  phones: z.array(z.string()).exactOptional(),
  city: z.string().exactOptional(),
});
const pair = z.strictObject({ typed: person, existing: person });

const trust = z.strictObject({
  status: keysOf(IDENTITY_STATUSES),
  attributes: z.array(keysOf(IDENTITY_ATTRIBUTES)),
  documentSeen: keysOf(IDENTITY_DOCUMENTS).nullable(),
});
const documentSituation = z.strictObject({
  age: z.number().nullable(),
  country: z.string().exactOptional(),
  parentDocumentSeen: z.boolean().exactOptional(),
  enteringEhpad: z.boolean().exactOptional(),
});
const event = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('document_seen'),
    document: keysOf(IDENTITY_DOCUMENTS),
    situation: documentSituation,
  }),
  z.strictObject({
    type: z.literal('attest'),
    attestation: z.strictObject({
      status: z.enum(['RECUP', 'QUAL']),
      software: z.string(),
      channel: keysOf(IDENTITY_CHANNELS),
      day,
      secondReading: z.boolean(),
    }),
  }),
  z.strictObject({ type: z.literal('strict_trait_changed'), trait: keysOf(STRICT_TRAITS) }),
  z.strictObject({ type: z.literal('attribute_set'), attribute: keysOf(IDENTITY_ATTRIBUTES) }),
  z.strictObject({ type: z.literal('attribute_removed'), attribute: keysOf(IDENTITY_ATTRIBUTES) }),
]);

/** Every rule by the name a case gives it. Fields are described in README.md. */
export const CALLABLE_RULES: Readonly<Record<string, CallableRule>> = {
  'identity.nir': callable(
    z.strictObject({
      raw: z.string(),
      sex: sex.exactOptional(),
      birthDate: day.exactOptional(),
      birthPlace: z.string().exactOptional(),
    }),
    ({ raw, ...known }) => {
      const check = checkNir(raw, known);
      return { ...check, marks: Object.fromEntries(check.marks.map((mark) => [mark.check, mark])) };
    },
  ),
  'identity.rpps': callable(z.strictObject({ raw: z.string() }), ({ raw }) => checkRpps(raw)),
  'identity.finess': callable(z.strictObject({ raw: z.string() }), ({ raw }) => checkFiness(raw)),
  'identity.status': callable(z.strictObject({ trust, event }), (input) => {
    const next = changeIdentity(input.trust, input.event);
    return next.ok ? { ...next, matriculeMayLeave: matriculeMayLeave(next.trust) } : next;
  }),
  'identity.document': callable(
    z.strictObject({ code: keysOf(IDENTITY_DOCUMENTS), situation: documentSituation }),
    (input) => documentAccepted(input.code, input.situation),
  ),
  'identity.oid': callable(
    z.strictObject({ oid: z.string(), base: z.enum(['real', 'demonstration']) }),
    ({ oid, base }) => ({ allowed: oidAllowed(oid, base) }),
  ),
  'identity.names': callable(z.strictObject({ left: z.string(), right: z.string() }), ({ left, right }) => ({
    result: compareNames(left, right),
  })),
  'identity.place': callable(z.strictObject({ left: z.string(), right: z.string() }), ({ left, right }) => ({
    same: samePlace(left, right),
  })),
  'identity.birth_date': callable(z.strictObject({ birthDate: day }), ({ birthDate }, today) => ({
    warning: birthDateWarning(birthDate, today),
  })),
  'identity.partial_date': callable(
    z.strictObject({ year: z.number(), month: z.number().nullable(), day: z.number().nullable(), raw: z.string() }),
    (input) => usableBirthDate(input.year, input.month, input.day, input.raw),
  ),
  'identity.duplicate': callable(pair, ({ typed, existing }) => {
    const score = scoreDuplicate(typed, existing);
    const keys = new Set(blockingKeys(typed));
    return {
      ...score,
      traits: Object.fromEntries(score.traits.map((line) => [line.trait, line])),
      homonyms: areHomonyms(typed, existing),
      sharedKey: blockingKeys(existing).some((key) => keys.has(key)),
    };
  }),
  'vital.parse': callable(z.strictObject({ code, raw: z.string() }), (input) => parseMeasure(input.code, input.raw)),
  'vital.evaluate': callable(measure, (input, today) => evaluate({ ...input, day: today })),
  'vital.pressure': callable(
    z.strictObject({ reading, patient, overrides: overrides.exactOptional() }),
    ({ reading: figures, ...situation }, today) => evaluateBloodPressure(figures, { ...situation, day: today }),
  ),
  'vital.retained': callable(
    z.strictObject({
      readings: z.array(reading),
      protocol: keysOf(PRESSURE_PROTOCOLS),
      patient,
      overrides: overrides.exactOptional(),
    }),
    ({ readings, protocol, ...situation }, today) => retainedPressure(readings, protocol, { ...situation, day: today }),
  ),
  'vital.standing': callable(
    z.strictObject({ resting: reading, standing: reading, overrides: overrides.exactOptional() }),
    ({ resting, standing, ...situation }, today) => standingDrop(resting, standing, { ...situation, day: today }),
  ),
  'vital.bmi': callable(
    z.strictObject({
      weight: z.number().exactOptional(),
      height: z.number().exactOptional(),
      birthDate: day,
      history: history.exactOptional(),
      overrides: overrides.exactOptional(),
    }),
    (input, today) => computeBmi({ ...input, day: today }),
  ),
  'vital.child_reference': callable(
    z.strictObject({ code: z.enum(['FC', 'FR', 'SPO2']), birthDate: day }),
    (input, today) => childReference(input.code, input.birthDate, today) ?? { value: null },
  ),
};
