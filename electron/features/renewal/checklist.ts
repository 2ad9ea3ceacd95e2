import { addDays, addYears, formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { STANDS_FOR, type ChecklistLine } from '#shared/domain/renewal.ts';
import { profileOn } from '#shared/contract/doctor-profile.ts';
import { attachable } from './attachable.ts';
import { comparedIn } from './gather/compared.ts';
import type { Gathered } from './gather/gathered.ts';
import { statementDelay } from './gather/scope.ts';
import { beforeProof, countGesture, gestureOfMissing, profileGesture, trainingGesture } from './gestures.ts';

type Line = Omit<ChecklistLine, 'origin' | 'state' | 'attach'> & {
  attach?: ChecklistLine['attach'];
  state: 'done' | 'missing' | 'later';
};

/** Everything the file asks for, present or not, in the order of the steps. */
export function checklistOf(gathered: Gathered): ChecklistLine[] {
  const report = [
    ...contractLines(gathered),
    ...aidLines(gathered),
    ...statementLines(gathered),
    ...assistantLines(gathered),
    ...informationLines(gathered),
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
      gesture: profileGesture(id, known?.id ?? null),
    },
  ];
}

/** What the contract's own screen says is missing, for this year. Statements have their own lines. */
function aidLines(gathered: Gathered): Line[] {
  const { contract, scope } = gathered;
  // `3`, or `3.1` for the first payment of the year.
  const ofYear = (field: string | null): boolean => {
    const year = /^(\d+)(?:\.\d+)?$/u.exec(field ?? '')?.[1];
    return scope.contractYear === null || year === undefined || Number(year) === scope.contractYear;
  };
  return contract.missing.flatMap((one): Line[] => {
    const found = gestureOfMissing(one, gathered);
    if (found === null) return [];
    if ((one.gesture === 'year' || one.gesture === 'payment') && !ofYear(one.field)) return [];
    return [
      {
        id: ['aid', one.code, one.field, one.targetId].filter(Boolean).join(':'),
        step: found.step,
        label: one.words,
        detail: '',
        state: 'missing',
        blocking: one.severity === 'blocking',
        gesture: found.gesture,
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
        (one) =>
          comparedIn(contract, metric, one) &&
          first !== null &&
          end !== null &&
          one.onDay > first &&
          one.onDay <= addDays(end, statementDelay),
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
        gesture: countGesture('Saisir', metric, card.doctorId),
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
      gesture: trainingGesture(assistant.id, training !== null),
    });
  }
  return lines;
}

/** Whose own figures are in the file, asked for or because they work alone: told in writing beforehand. */
function informationLines({ person, alone }: Gathered): Line[] {
  const asked = person?.informed ?? null;
  const persons = [asked, alone === null || alone.assistantId === asked?.assistantId ? null : alone];
  return persons
    .filter((one) => one !== null)
    .map((one) => ({
      id: `information:${one.assistantId}`,
      step: 'assistant',
      label: `Information écrite du salarié, ${one.name}`,
      detail:
        one.informedOn !== null
          ? `Remise le ${formatDay(one.informedOn)}`
          : one === asked
            ? 'Sans elle, ses chiffres ne sont pas joints'
            : one.linked
              ? 'Seul assistant compté sur la période, les chiffres d’ensemble sont aussi les siens'
              : `Seul assistant compté sur la période${NBSP}: relier son compte à sa fiche pour la dater`,
      state: one.informedOn === null ? 'missing' : 'done',
      blocking: false,
      gesture:
        one.linked || one === asked ? { label: 'Dater l’information', place: 'information', target: null } : null,
    }));
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
        gesture: to.length > 0 ? null : beforeProof(piece.kind, gathered),
        attach: to.length > 0 ? { kind: piece.kind, to } : null,
      };
    });
}
