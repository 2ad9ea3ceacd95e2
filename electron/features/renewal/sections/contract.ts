import { formatDay } from '#shared/kernel/day.ts';
import { AID_EVENT_KINDS } from '#shared/domain/aid.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import { profileOn } from '#shared/contract/doctor-profile.ts';
import { CONTRACT_KINDS, SECTORS, SPECIALITIES, TIER_LABELS, ZONES } from '#shared/rules/aid/index.ts';
import type { Gathered } from '../gather/gathered.ts';
import {
  computedCell,
  dayCell,
  factIf,
  factsBlock,
  measureCell,
  note,
  periodWords,
  tableBlock,
  words,
} from './cells.ts';

const VERDICTS = { met: 'rempli', not_met: 'non rempli', undetermined: 'indéterminé' } as const;

/** Who signs, what was signed, and what happened since. */
export function contractSection(gathered: Gathered): ReportSection {
  const { contract } = gathered;
  const { fields } = contract;
  const tier = contract.tier?.value;
  const blocks: ReportBlock[] = [
    ...doctorBlocks(gathered),
    factsBlock([
      ['Nature du contrat', words(CONTRACT_KINDS[fields.kind])],
      ['Numéro', words(fields.number)],
      ['Caisse', words(fields.cpam)],
      ['Texte', words(contract.ruleSetLabel)],
      ['Option', words(contract.optionLabel)],
      ...factIf(fields.fundedEtp !== null, 'ETP financés', () => measureCell(fields.fundedEtp, 'ETP')),
      ['Tranche', words(tier == null ? null : TIER_LABELS[tier])],
      ['Signé le', dayCell(fields.signedOn)],
      ['Début', dayCell(fields.startsOn)],
      ['Terme', computedCell(contract.term)],
      ...factIf(contract.ended !== null, 'Fin', () => dayCell(contract.ended?.on ?? null)),
      ...factIf(contract.renews !== null, 'Renouvelle', () => words(contract.renews?.name)),
    ]),
    ...contract.calendarReasons.map(({ words: text }) => note('missing', text)),
    ...contract.contradictions.map(({ words: text }) =>
      note('missing', `À vérifier, des données se contredisent. ${text}`),
    ),
  ];
  if (contract.events.length > 0) blocks.push(eventsTable(gathered));
  if (contract.conditions.length > 0) {
    blocks.push(
      tableBlock(
        'Conditions du contrat',
        ['Condition', 'Verdict', 'Motif'],
        contract.conditions.map(({ label, verdict }) => [
          words(label),
          words(VERDICTS[verdict.outcome]),
          words(verdict.reasons.map((reason) => reason.words).join(' ')),
        ]),
      ),
    );
  }
  return { id: 'contract', title: 'Médecin et contrat', blocks };
}

function doctorBlocks({ contract, practice, profiles }: Gathered): ReportBlock[] {
  return contract.doctors.map(({ id, name }) => {
    const doctor = practice.doctors.find((one) => one.id === id);
    const lines = profiles.find(({ doctorId }) => doctorId === id)?.lines ?? [];
    const profile = profileOn(lines, contract.fields.signedOn) ?? lines[0] ?? null;
    const member = contract.members.find(({ doctorId }) => doctorId === id);
    return factsBlock([
      ['Médecin', words(doctor?.displayName ?? name)],
      ['RPPS', words(doctor?.rpps)],
      ['Secteur', words(profile?.sector == null ? null : SECTORS[profile.sector])],
      ['Spécialité', words(profile?.speciality == null ? null : SPECIALITIES[profile.speciality])],
      ['Zone', words(profile?.zone == null ? null : ZONES[profile.zone])],
      ...factIf(profile?.installedOn != null, 'Installé le', () => dayCell(profile?.installedOn ?? null)),
      ...factIf(member !== undefined, 'Adhésion au contrat collectif', () =>
        words(periodWords(member?.joinedOn ?? null, member?.leftOn ?? null)),
      ),
    ]);
  });
}

function eventsTable({ contract }: Gathered): ReportBlock {
  return tableBlock(
    'Vie du contrat',
    ['Date', 'Fait', 'Précision'],
    contract.events
      .toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1))
      .map(({ kind, onDay, toDay, words: text }) => [
        dayCell(onDay),
        words(AID_EVENT_KINDS[kind]),
        words(
          [toDay === null ? null : `jusqu’au ${formatDay(toDay)}`, text].filter(Boolean).join(', ') || 'sans précision',
        ),
      ]),
  );
}
