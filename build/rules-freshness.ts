// `npm run rules:freshness [-- MOIS]`: figures of the book nobody compared with their source for that many months.
import { addMonths, formatDay } from '../shared/kernel/day.ts';
import { staleParameters } from '../shared/rules/freshness.ts';

const DEFAULT_MONTHS = 12;
const asked = process.argv[2];
const months = asked === undefined ? DEFAULT_MONTHS : Number(asked);
if (!Number.isInteger(months) || months < 0 || months > 600) {
  console.error('Usage : npm run rules:freshness -- MOIS (un nombre entier de mois)');
  process.exit(2);
}
const today = Temporal.Now.plainDateISO().toString();
const stale = staleParameters(today, months);
for (const { id, label, checkedOn } of stale) console.log(`${formatDay(checkedOn)}  ${id}  ${label}`);
const limit = formatDay(addMonths(today, -months));
console.log(`${stale.length} valeur${stale.length > 1 ? 's' : ''} sans vérification depuis le ${limit}.`);
