import { addDays, addYears, formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { AidGesture } from '#shared/domain/aid.ts';
import { STANDS_FOR, type ChecklistLine, type RenewalPlace, type RenewalStep } from '#shared/domain/renewal.ts';
import { profileOn } from '#shared/contract/doctor-profile.ts';
import { attachable, PLACE_OF } from './attachable.ts';
import type { Gathered } from './gather/gathered.ts';
import { statementDelay } from './gather/scope.ts';

type Line = Omit<ChecklistLine, 'origin' | 'state' | 'attach'> & {
  attach?: ChecklistLine['attach'];
  state: 'done' | 'missing' | 'later';
};

/** The step each gesture of the aid's own screen belongs to, and what its link says. */
const BY_GESTURE: Readonly<Record<AidGesture, { step: RenewalStep; place: RenewalPlace; label: string } | null>> = {
  contract: { step: 'contract', place: 'contract', label: 'Compléter le contrat' },
  event: { step: 'contract', place: 'event', label: 'Noter' },
  year: { step: 'contract', place: 'year', label: 'Compléter l’année' },
  member: { step: 'contract', place: 'member', label: 'Compléter' },
  payment: { step: 'contract', place: 'payment', label: 'Saisir le versement' },
  profile: { step: 'contract', place: 'profile', label: 'Compléter le profil' },
  objective: { step: 'patients', place: 'objective', label: 'Saisir l’objectif' },
  // Statements have their own lines.
  count: null,
  assistant: { step: 'assistant', place: 'assistant', label: 'Rattacher un assistant' },
  employment: { step: 'assistant', place: 'employment', label: 'Voir le contrat de travail' },
  // The practice's list of pieces.
  document: null,
  // This very file.
  renewal: null,
};

/** Everything the file asks for, present or not, in the order of the steps. */
export function checklistOf(gathered: Gathered): ChecklistLine[] {
  const report = [
    ...contractLines(gathered),
    ...aidLines(gathered),
    ...statementLines(gathered),
    ...assistantLines(gathered),
  ];
  return [
    ...report.map((line) => settled(line, 'report', gathered)),
    ...pieceLines(gathered).map((line) => settled(line, 'practice', gathered)),
  ];
}

function settled(line: Line, origin: ChecklistLine['origin'], { setAside }: Gathered): ChecklistLine {
  const reason = setAside.get(line.id);
  const attach = line.attach ?? null;
  if (reason === undefined || line.state === 'done') return { ...line, attach, origin };
  return { ...line, attach, origin, state: 'set_aside', detail: `Sans objet${NBSP}: ${reason}` };
}

function contractLines(gathered: Gathered): Line[] {
  const { contract, practice, scope } = gathered;
  const { number, cpam } = contract.fields;
  const address = [practice.practice.address, practice.practice.city].filter(Boolean).join(', ');
  const located = (practice.practice.address ?? '') !== '';
  const dated = scope.from !== null && scope.to !== null;
  return [
    {
      id: 'period',
      step: 'contract',
      label: 'Période du dossier',
      detail: dated
        ? `Du ${formatDay(scope.from)} au ${formatDay(scope.to)}`
        : 'Dates incertaines après une suspension. Saisir le début de l’année écrit dans l’avenant.',
      state: dated ? 'done' : 'missing',
      blocking: true,
      gesture: {
        label: 'Compléter l’année',
        place: 'year',
        target: scope.contractYear === null ? null : String(scope.contractYear),
      },
    },
    {
      id: 'contract-reference',
      step: 'contract',
      label: 'Numéro du contrat et caisse',
      detail: number === null || cpam === null ? 'À recopier du contrat signé' : `${number}, ${cpam}`,
      state: number === null || cpam === null ? 'missing' : 'done',
      blocking: true,
      gesture: { label: 'Compléter', place: 'contract', target: contract.id },
    },
    {
      id: 'practice-address',
      step: 'contract',
      label: 'Adresse du cabinet',
      detail: located ? address : 'Imprimée en tête du dossier',
      state: located ? 'done' : 'missing',
      blocking: false,
      gesture: { label: 'Compléter', place: 'practice', target: null },
    },
    ...contract.doctors.flatMap(({ id, name }) => doctorLines(gathered, id, name)),
  ];
}

function doctorLines({ contract, practice, profiles }: Gathered, id: string, name: string): Line[] {
  const doctor = practice.doctors.find((one) => one.id === id);
  const known = profileOn(profiles.find(({ doctorId }) => doctorId === id)?.lines ?? [], contract.fields.signedOn);
  const said = known !== null && known.sector !== null && known.speciality !== null;
  return [
    {
      id: `rpps:${id}`,
      step: 'contract',
      label: `Numéro RPPS, ${doctor?.displayName ?? name}`,
      detail: doctor?.rpps ?? 'Non renseigné',
      state: doctor?.rpps == null ? 'missing' : 'done',
      blocking: false,
      gesture: { label: 'Compléter', place: 'doctor', target: id },
    },
    {
      id: `profile:${id}`,
      step: 'contract',
      label: `Secteur et spécialité à la signature, ${doctor?.displayName ?? name}`,
      detail: said ? `Connus depuis le ${formatDay(known.fromDay)}` : 'Non renseignés à cette date',
      state: said ? 'done' : 'missing',
      blocking: false,
      gesture: { label: 'Compléter', place: 'profile', target: id },
    },
  ];
}

/** What the contract's own screen says is missing, for this year. Statements have their own lines. */
function aidLines({ contract, scope }: Gathered): Line[] {
  const ofYear = (field: string | null): boolean =>
    scope.contractYear === null || field === null || !/^\d+$/u.test(field) || Number(field) === scope.contractYear;
  return contract.missing.flatMap((one): Line[] => {
    const target = BY_GESTURE[one.gesture];
    if (target === null) return [];
    if ((one.gesture === 'year' || one.gesture === 'payment') && !ofYear(one.field)) return [];
    return [
      {
        id: ['aid', one.code, one.field, one.targetId].filter(Boolean).join(':'),
        step: target.step,
        label: one.words,
        detail: '',
        state: 'missing',
        blocking: one.severity === 'blocking',
        gesture: { label: target.label, place: target.place, target: one.targetId ?? one.field },
      },
    ];
  });
}

/** One statement of the year for each counter the contract follows; within the last twelve months for the renewal. */
function statementLines({ contract, counters, scope }: Gathered): Line[] {
  const followed = new Set(contract.objectives.map(({ metric }) => (metric === 'FILE_ACTIVE' ? 'FA' : 'PMT')));
  const end = scope.contractYear === null ? scope.today : scope.to;
  const first = scope.contractYear === null ? addYears(scope.today, -1) : scope.from;
  return counters
    .filter(({ metric }) => followed.has(metric))
    .map(({ metric, card, curve, doctorName }): Line => {
      const found = curve.officials.findLast(
        ({ onDay }) => first !== null && end !== null && onDay > first && onDay <= addDays(end, statementDelay),
      );
      const early = found === undefined && end !== null && end >= scope.today && scope.contractYear !== null;
      return {
        id: `statement:${metric}:${card.doctorId}`,
        step: 'patients',
        label: `Relevé ${metric === 'PMT' ? 'de la patientèle médecin traitant' : 'de la file active'}, ${doctorName}`,
        detail:
          found !== undefined
            ? `${formatNumber(found.value)} patients au ${formatDay(found.onDay)}`
            : early
              ? `À saisir à partir du ${formatDay(end)}, ou dès le relevé reçu`
              : 'Aucun relevé de l’Assurance Maladie pour cette période',
        state: found !== undefined ? 'done' : early ? 'later' : 'missing',
        blocking: true,
        gesture: { label: 'Saisir', place: 'count', target: metric },
      };
    });
}

function assistantLines({ assistants, trainings, scope }: Gathered): Line[] {
  const named = assistants.map(({ record }) => `${record.givenName} ${record.familyName}`);
  const lines: Line[] = [
    {
      id: 'assistant',
      step: 'assistant',
      label: 'Assistant rattaché au contrat',
      detail: named.length > 0 ? named.join(', ') : 'Aucun sur cette période',
      state: named.length > 0 ? 'done' : 'missing',
      blocking: true,
      gesture: { label: 'Rattacher', place: 'assistant', target: null },
    },
  ];
  for (const { assistant, training, answers } of trainings) {
    const due = answers.deadlines.complete.value;
    const certified = training?.facts.certifiedOn ?? null;
    const late = certified === null && due !== null && due < scope.today;
    lines.push({
      id: `training:${assistant.id}`,
      step: 'assistant',
      label: `Formation, ${assistant.givenName} ${assistant.familyName}`,
      detail:
        certified !== null
          ? `Certificat du ${formatDay(certified)}`
          : due === null
            ? 'Date limite indéterminée'
            : `À obtenir au plus tard le ${formatDay(due)}`,
      state: training === null || late ? 'missing' : 'done',
      blocking: training === null || late,
      gesture: { label: 'Ouvrir la formation', place: 'training', target: assistant.id },
    });
  }
  return lines;
}

/** The practice's own list against the proofs that go with the file. */
function pieceLines(gathered: Gathered): Line[] {
  const { pieces, documents, scope } = gathered;
  return pieces
    .filter((one) => one.for === 'both' || (one.for === 'year') === (scope.contractYear !== null))
    .map((piece): Line => {
      const kinds = [piece.kind, ...(STANDS_FOR[piece.kind] ?? [])];
      const found = documents.filter(({ kind }) => kinds.includes(kind));
      const done = found.length >= piece.count;
      const to = attachable(piece.kind, gathered);
      const counted = piece.count > 1 ? `${found.length} sur ${piece.count}` : '';
      const named = found.length > 0 && found.length <= 2 ? found.map(({ name }) => name).join(', ') : '';
      return {
        id: `piece:${piece.id}`,
        step: 'proofs',
        label: piece.label,
        detail:
          [counted, named].filter(Boolean).join(', ') || (done ? `${found.length} pièces` : 'Aucune pièce jointe'),
        state: done ? 'done' : 'missing',
        blocking: piece.required,
        // Nothing to join it to yet: what it proves comes first.
        gesture: to.length > 0 ? null : PLACE_OF[piece.kind],
        attach: to.length > 0 ? { kind: piece.kind, to } : null,
      };
    });
}
