import type { AidContractView } from '#shared/contract/aid-views.ts';
import type { DocumentView } from '#shared/contract/documents.ts';
import type { AssistantView } from '#shared/contract/employer.ts';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/documents.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { holderOf } from './aid-dues.ts';
import { toFill, type Due } from './deadline.ts';

/** Kinds of file that prove one record; one of them is enough. */
type Has = (aboutId: string, ...kinds: readonly DocumentKind[]) => boolean;

interface ProofContext {
  readonly assistants: readonly AssistantView[];
  readonly trainings: readonly AssistantTraining[];
  readonly contracts: readonly AidContractView[];
  readonly counts: readonly { id: string; doctorId: string; onDay: Day }[];
  readonly documents: readonly DocumentView[];
  readonly nameOf: (doctorId: string | null) => string | null;
}

const UNKNOWN_LIST =
  'La liste des pièces demandées par la caisse n’a pas été lue\u00a0: celle-ci est un choix de Prélude.';

/** Facts already typed whose proof was not joined. Facts not typed are asked elsewhere. */
export function proofDues({ assistants, trainings, contracts, counts, documents, nameOf }: ProofContext): Due[] {
  const has: Has = (aboutId, ...kinds) => documents.some((one) => one.aboutId === aboutId && kinds.includes(one.kind));
  return [
    ...contracts.flatMap(aidProofs),
    ...assistants.filter(({ archivedAt }) => archivedAt === null).flatMap((one) => employmentProofs(one, has)),
    ...trainings.flatMap((one) => trainingProofs(one, has)),
    ...counts
      .filter(({ id }) => !has(id, 'STATEMENT'))
      .map(({ id, doctorId, onDay }) =>
        proof('STATEMENT', `Relevé au ${formatDay(onDay)} saisi sans sa pièce.`, {
          whom: nameOf(doctorId),
          place: 'counters',
          recordId: id,
        }),
      ),
  ];
}

function proof(kind: DocumentKind, words: string, about: Pick<Due, 'whom' | 'place' | 'recordId'>, part?: string): Due {
  const why = toFill(DOCUMENT_KINDS[kind], words);
  return {
    ...about,
    kind: 'PROOF',
    title: `${DOCUMENT_KINDS[kind]}, pièce à joindre`,
    day: null,
    why: { ...why, reasons: [...why.reasons, { code: 'own_list', words: UNKNOWN_LIST }] },
    part: `${kind} ${part ?? ''}`,
  };
}

function aidProofs(view: AidContractView): Due[] {
  const { id, fields, payments, objectives, proofs } = view;
  const about = { whom: holderOf(view), place: 'aid', recordId: id } as const;
  const received = payments.filter((one) => one.kind === 'RECEIVED' && one.proofs === 0);
  return [
    ...(proofs > 0
      ? []
      : [proof('AID_CONTRACT', `Contrat signé le ${formatDay(fields.signedOn)}, saisi sans sa copie.`, about)]),
    ...received.map(({ id: paymentId, onDay, contractYear }) => {
      const day = onDay === null ? 'sans date' : `du ${formatDay(onDay)}`;
      return proof('PAYMENT_PROOF', `Versement ${day}, année ${contractYear}, saisi sans sa preuve.`, about, paymentId);
    }),
    ...objectives.flatMap(({ id: objectiveId, label, typed, proofs: joined }) => {
      const on = typed.notifiedOn ?? typed.thresholdOn;
      if (objectiveId === null || on === null || joined > 0) return [];
      const words = `${label}, courrier de la CPAM du ${formatDay(on)}, saisi sans sa copie.`;
      return [proof('CPAM_LETTER', words, about, objectiveId)];
    }),
  ];
}

const CARE_PROFILES: readonly string[] = ['IDE', 'AS', 'AP'];

function employmentProofs({ id, givenName, familyName, profile, employments }: AssistantView, has: Has): Due[] {
  const about = { whom: `${givenName} ${familyName}`, place: 'employer', recordId: id } as const;
  return [
    ...employments
      .filter((one) => !has(one.id, 'EMPLOYMENT_CONTRACT'))
      .map((one) =>
        proof(
          'EMPLOYMENT_CONTRACT',
          `Contrat de travail du ${formatDay(one.startDay)}, saisi sans sa copie.`,
          about,
          one.id,
        ),
      ),
    ...(CARE_PROFILES.includes(profile) && !has(id, 'DIPLOMA')
      ? [proof('DIPLOMA', 'Le diplôme décide de la formation exigée\u00a0: en joindre la copie.', about)]
      : []),
  ];
}

function trainingProofs({ assistant, training, past }: AssistantTraining, has: Has): Due[] {
  const about = {
    whom: `${assistant.givenName} ${assistant.familyName}`,
    place: 'training',
    recordId: assistant.id,
  } as const;
  return [training, ...past].flatMap((one): Due[] => {
    if (one === null || one.facts.abandonedOn !== null) return [];
    const { registeredOn, certifiedOn } = one.facts;
    const validated = one.modules.filter(({ id, facts }) => facts.state === 'validated' && !has(id, 'ATTESTATION'));
    return [
      ...(registeredOn !== null && certifiedOn === null && !has(one.id, 'REGISTRATION')
        ? [proof('REGISTRATION', `Inscription du ${formatDay(registeredOn)}, saisie sans sa pièce.`, about, one.id)]
        : []),
      ...(certifiedOn === null
        ? validated.map(({ id, facts }) =>
            proof('ATTESTATION', `Module «\u00a0${facts.label}\u00a0» validé, attestation à joindre.`, about, id),
          )
        : []),
      ...(certifiedOn !== null && !has(one.id, 'CERTIFICATE', 'ATTESTATION')
        ? [proof('CERTIFICATE', `Certificat du ${formatDay(certifiedOn)}, saisi sans sa copie.`, about, one.id)]
        : []),
    ];
  });
}
