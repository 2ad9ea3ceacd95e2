import { z } from 'zod';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { daySchema, percentSchema, ruleEntry } from '../kernel/index.ts';
import { postLimits } from './post-limits.ts';
import { DEVICES, KIT_ANSWERS, type Device, type KitAnswers } from './types.ts';
import { ACTS, actVerdict, type ActAnswer, type ActCode } from './verdict.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => z.enum(Object.keys(record) as Key[]);

const conditions = {
  device: keysOf<Device>(DEVICES).exactOptional(),
  doctorPresent: z.boolean().exactOptional(),
  delegation: z.boolean().exactOptional(),
  kitAnswers: keysOf<KitAnswers>(KIT_ANSWERS).exactOptional(),
  careDiploma: z.boolean().exactOptional(),
};

const actSituation = z.strictObject({ act: keysOf<ActCode>(ACTS), ...conditions });

const workDay = daySchema.refine((day) => !isDay(day) || (day >= '1950-01-01' && day <= '2199-12-31'), {
  message: 'Année de 1950 à 2199.',
});

const postSituation = z
  .strictObject({
    remoteShare: percentSchema.exactOptional(),
    remoteTasks: z.enum(['administrative_or_coordination', 'other']).exactOptional(),
    homeOnly: z.boolean().exactOptional(),
    mileageAllowances: z.boolean().exactOptional(),
    replacesProfession: z.boolean().exactOptional(),
    newPost: z.boolean().exactOptional(),
    formerSecretary: z.boolean().exactOptional(),
    secretaryReplaced: z.boolean().exactOptional(),
    postTakenOn: workDay.exactOptional(),
  })
  .check(({ value, issues }) => {
    if (value.formerSecretary !== false || value.secretaryReplaced === undefined) return;
    const message = 'Sans objet\u00A0: l’assistant n’était pas secrétaire du cabinet.';
    issues.push({ code: 'custom', input: value.secretaryReplaced, path: ['secretaryReplaced'], message });
  });

/** Every act with its verdict under the same stated conditions, in the order of the catalogue. */
export function actCatalogue(stated: Omit<Parameters<typeof actVerdict>[0], 'act'>, day: Day): readonly ActAnswer[] {
  return (Object.keys(ACTS) as ActCode[]).map((act) => actVerdict({ ...stated, act }, day));
}

/** Rules on the acts that a case, a screen or the core can call by name. */
export const ACT_ENTRIES = {
  verdict: ruleEntry({
    id: 'acts.verdict',
    title: 'Suis-je autorisé à…',
    situation: actSituation,
    run: actVerdict,
  }),
  catalogue: ruleEntry({
    id: 'acts.catalogue',
    title: 'Catalogue des actes',
    situation: z.strictObject(conditions),
    run: (stated, day) => ({ acts: actCatalogue(stated, day) }),
  }),
  postLimits: ruleEntry({
    id: 'acts.post_limits',
    title: 'Limites du poste',
    situation: postSituation,
    run: postLimits,
  }),
} as const;
