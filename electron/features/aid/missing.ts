import type { AidContractView, AidYearView } from '#shared/contract/aid-views.ts';
import type { AidGesture } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { missingOfConditions, type Missing } from './missing-conditions.ts';

type Known = Omit<AidContractView, 'missing'>;

/** What a contract waits for, what blocks an amount first, each with the gesture that fixes it. */
export function missingOf(view: Known, today: string): Missing[] {
  const { fields, conditions } = view;
  const found = [
    ...ofTheAmounts(view),
    ...ofTheObjectives(view),
    ...ofTheStatements(view),
    ...view.years.flatMap((year) => ofTheYear(year, view, today)),
    ...ofTheProofs(view),
    ...ofTheTerm(view),
    ...missingOfConditions(conditions, fields.doctorId, view.objectives),
  ];
  const distinct = [...new Map(found.map((one) => [`${one.gesture} ${one.field} ${one.targetId}`, one])).values()];
  return distinct.toSorted((a, b) => Number(a.severity === 'to_do') - Number(b.severity === 'to_do'));
}

const line = (
  severity: Missing['severity'],
  code: string,
  words: string,
  [gesture, field, targetId]: [AidGesture, (string | null)?, (string | null)?],
): Missing => ({ code, severity, words, gesture, field: field ?? null, targetId: targetId ?? null });

function ofTheAmounts({ tier, fields, years, assistants, state }: Known): Missing[] {
  const asks = (name: string) =>
    years.some(({ full, due }) => full.missing.includes(name) || due.missing.includes(name));
  const found: Missing[] = [];
  if (tier?.value === null && asks('tier')) {
    found.push(
      line(
        'blocking',
        'tier',
        `Tranche de départ à saisir${NBSP}: elle est écrite dans le contrat et fixe le montant.`,
        ['contract', 'tier'],
      ),
    );
  }
  if (fields.option === 'PER_ETP' && fields.fundedEtp === null) {
    found.push(line('blocking', 'funded_etp', `Nombre d’ETP financés à saisir.`, ['contract', 'fundedEtp']));
  }
  if (asks('policy')) {
    found.push(
      line(
        'to_do',
        'policy',
        `Règle de calcul inconnue quand l’objectif est atteint en partie${NBSP}: la lire dans le contrat ou la demander à la CPAM.`,
        ['contract', 'policy'],
      ),
    );
  }
  if (asks('cumulative')) {
    found.push(
      line('to_do', 'cumulative', `Les deux indicateurs, ou un seul${NBSP}: à lire dans le contrat.`, [
        'contract',
        'cumulative',
      ]),
    );
  }
  if (assistants.length === 0 && (state === 'running' || state === 'coming')) {
    found.push(line('blocking', 'assistant', `Assistant que ce contrat finance${NBSP}: à renseigner.`, ['assistant']));
  }
  return found;
}

/** Asked as soon as the contract is registered: an objective found late is an objective missed. */
function ofTheObjectives({ objectives, state, fields }: Known): Missing[] {
  if (state === 'ended') return [];
  const asked = (target: AidContractView['objectives'][number]['target']) =>
    fields.option === 'PER_ETP'
      ? target.reasons.map(({ words }) => words).join(' ')
      : 'objectif à saisir, il est écrit dans le contrat.';
  return objectives.flatMap(({ metric, label, typed, target }) => [
    ...(target.value === null
      ? [line('blocking', 'objective', `${label}${NBSP}: ${asked(target)}`, ['objective', metric])]
      : []),
    ...(typed.start === null && target.value !== null
      ? [line('to_do', 'start', `${label}${NBSP}: nombre de départ à saisir.`, ['objective', metric])]
      : []),
  ]);
}

/** A statement of other patients than the objective, or that does not say whom it counts: opened to be completed. */
function ofTheStatements({ objectives, state }: Known): Missing[] {
  if (state === 'ended') return [];
  return objectives.flatMap(({ unit }) =>
    unit.map(({ code, words, statementId }) => line('to_do', code, words, ['count', `PMT.${statementId}`])),
  );
}

function ofTheYear(year: AidYearView, { fields }: Known, today: string): Missing[] {
  const { contractYear, full, due, payments, results, start } = year;
  const field = String(contractYear);
  const name = contractYear === 1 ? '1re année' : `${contractYear}e année`;
  const begun = start.value === null || start.value <= today;
  const found: Missing[] = [];
  if (full.missing.includes('typedStarts') || start.missing.includes('typedStarts')) {
    found.push(
      line('to_do', 'year_start', `${name}${NBSP}: date de début à saisir d’après l’avenant de suspension.`, [
        'year',
        field,
      ]),
    );
  }
  if (full.missing.includes('typed')) {
    found.push(
      line('blocking', 'year_amount', `${name}${NBSP}: montant à saisir d’après le contrat.`, ['year', field]),
    );
  }
  if (due.value === null && due.missing.some((one) => one.endsWith('.achieved')) && begun) {
    const waited = results.filter(({ achieved }) => achieved === null).map(({ label }) => label.toLowerCase());
    found.push(
      line('to_do', 'count', `${name}${NBSP}: relevé à saisir (${waited.join(', ')}).`, [
        'count',
        results.find(({ achieved }) => achieved === null)?.metric ?? null,
        fields.doctorId,
      ]),
    );
  }
  const older = results.find(
    ({ origin, on }) => origin === 'statement' && on !== null && start.value !== null && on < start.value,
  );
  if (older?.on != null && begun && due.origin !== 'notified') {
    found.push(
      line(
        'to_do',
        'count',
        `${name}${NBSP}: estimée d’après le relevé du ${formatDay(older.on)}, en saisir un plus récent.`,
        ['count', older.metric, fields.doctorId],
      ),
    );
  }
  for (const { state, rank, due: day, amount } of payments) {
    if (state === 'late' && day.value !== null) {
      const sum =
        amount.value === null
          ? ''
          : ` de ${formatNumber(amount.value / 100, amount.value % 100 === 0 ? 0 : 2)}${NBSP}€`;
      found.push(
        line(
          'to_do',
          'late_payment',
          `Versement${sum} attendu le ${formatDay(day.value)}${NBSP}: à saisir dès qu’il est reçu, ou le réclamer.`,
          ['payment', `${field}.${rank}`],
        ),
      );
    }
    if (state === 'day_unknown' && begun && day.missing.includes('expectedDays')) {
      found.push(
        line('to_do', 'payment_day', `${name}, versement ${rank}${NBSP}: date attendue à saisir.`, [
          'payment',
          `${field}.${rank}`,
        ]),
      );
    }
  }
  return found;
}

function ofTheProofs({ id, proofs, payments, events, objectives }: Known): Missing[] {
  const kinds = new Set(['NOTIFIED', 'RECEIVED']);
  return [
    ...(proofs === 0
      ? [line('to_do', 'contract_scan', `Contrat signé${NBSP}: joindre le document.`, ['document', 'aid_contract', id])]
      : []),
    ...objectives.flatMap(({ id: objectiveId, metric, label, typed, proofs: joined }) => {
      const on = typed.notifiedOn ?? typed.thresholdOn;
      if (on === null || joined > 0) return [];
      const words = `${label}${NBSP}: joindre le courrier de la CPAM du ${formatDay(on)}.`;
      return [line('to_do', 'objective_proof', words, ['objective', metric, objectiveId])];
    }),
    ...payments
      .filter((one) => kinds.has(one.kind) && one.proofs === 0)
      .map((one) =>
        line(
          'to_do',
          'payment_proof',
          `${one.kind === 'NOTIFIED' ? 'Montant notifié' : 'Versement reçu'}${one.onDay === null ? '' : ` le ${formatDay(one.onDay)}`}${NBSP}: joindre la preuve.`,
          ['document', 'aid_payment', one.id],
        ),
      ),
    ...events
      .filter(
        ({ kind, proofs: own }) => (kind === 'AVENANT' || kind === 'SUSPENSION' || kind === 'RESUMPTION') && own === 0,
      )
      .map((one) =>
        line('to_do', 'event_proof', `Avenant du ${formatDay(one.onDay)}${NBSP}: joindre le document.`, [
          'document',
          'aid_event',
          one.id,
        ]),
      ),
  ];
}

function ofTheTerm({ state, renewedBy, term }: Known): Missing[] {
  if (state !== 'term_passed' || renewedBy !== null || term.value === null) return [];
  return [
    line(
      'blocking',
      'term_passed',
      `Terme passé le ${formatDay(term.value)}${NBSP}: enregistrer le renouvellement, ou la fin du contrat.`,
      ['renewal'],
    ),
  ];
}
