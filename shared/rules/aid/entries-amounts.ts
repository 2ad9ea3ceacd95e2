import { ruleEntry } from '../kernel/index.ts';
import { contractAmount } from './amount.ts';
import { contractCalendar } from './calendar.ts';
import { modulatedAmount } from './modulation.ts';
import { contractObjectives } from './objectives.ts';
import { yearPayments } from './payments.ts';
import { contractSchedule } from './schedule.ts';
import {
  amountSituation,
  calendarSituation,
  modulationSituation,
  objectiveSituation,
  paymentsSituation,
  scheduleSituation,
} from './situation-amounts.ts';

/** Full amount of one contract year, in cents. */
export const amountEntry = ruleEntry({
  id: 'aid.amount',
  title: 'Montant de l’aide pour une année de contrat',
  situation: amountSituation,
  run: (situation) => contractAmount(situation),
});

export const objectiveEntry = ruleEntry({
  id: 'aid.objective',
  title: 'Objectifs d’un contrat',
  situation: objectiveSituation,
  run: (situation) => contractObjectives(situation),
});

export const modulationEntry = ruleEntry({
  id: 'aid.modulation',
  title: 'Montant dû selon les résultats',
  situation: modulationSituation,
  run: (situation) => modulatedAmount(situation),
});

export const calendarEntry = ruleEntry({
  id: 'aid.calendar',
  title: 'Calendrier d’un contrat',
  situation: calendarSituation,
  run: (situation, day) => contractCalendar(situation, day),
});

export const paymentsEntry = ruleEntry({
  id: 'aid.payments',
  title: 'Versements d’une année de contrat',
  situation: paymentsSituation,
  run: (situation) => yearPayments(situation, contractAmount(situation)),
});

export const scheduleEntry = ruleEntry({
  id: 'aid.schedule',
  title: 'Contrat entier, année par année',
  situation: scheduleSituation,
  run: (situation, day) => contractSchedule(situation, day),
});
