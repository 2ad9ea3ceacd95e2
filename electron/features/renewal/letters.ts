import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { Letter } from '#shared/domain/renewal-report.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import type { Gathered } from './gather/gathered.ts';

const blank = '………………………';

/** The letters a file may need, written from its figures, to be read again and signed by the doctor. */
export function lettersOf(gathered: Gathered): Letter[] {
  const { contract, scope, practice } = gathered;
  const placeAndDay = [practice.practice.city, `le ${formatDay(scope.today)}`].filter(Boolean).join(', ');
  const recipient = [
    contract.fields.cpam ?? `Caisse primaire d’assurance maladie${NBSP}: ${blank}`,
    'Service des relations avec les professionnels de santé',
  ];
  const period = scope.contractYear === null ? 'du contrat entier' : `de la ${ordinal(scope.contractYear)} année`;
  const close = 'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.';
  return [
    {
      code: 'CALCULATION',
      recipient,
      placeAndDay,
      object: `détail du calcul de l’aide à l’emploi d’un assistant médical, au titre ${period}`,
      paragraphs: [
        'Madame, Monsieur,',
        `Je vous remercie de bien vouloir me communiquer le détail du calcul de l’aide au titre ${period} du contrat cité en référence${NBSP}: patientèle et file active retenues, date de mesure, objectif appliqué, règle appliquée lorsque l’objectif n’est atteint qu’en partie, et date de chaque versement.`,
        ...figures(gathered),
        'Les éléments dont je dispose sont dans le dossier joint, avec les pièces et leurs empreintes.',
        close,
      ],
    },
    {
      code: 'CLAIM',
      recipient,
      placeAndDay,
      object: `votre courrier du ${received(gathered)}`,
      paragraphs: [
        'Madame, Monsieur,',
        `Par votre courrier cité en objet, vous m’interrogez sur l’aide à l’emploi d’un assistant médical, au titre ${period}. Voici les éléments enregistrés par le cabinet.`,
        ...figures(gathered),
        ...presenceWords(gathered),
        `Précisions du médecin${NBSP}: ${blank}${blank}${blank}`,
        'Je joins le dossier et ses pièces, et reste à votre disposition pour un échange avant toute décision.',
        close,
      ],
    },
    {
      code: 'AVENANT',
      recipient,
      placeAndDay,
      object: 'demande d’avenant au contrat d’aide à l’emploi d’un assistant médical',
      paragraphs: [
        'Madame, Monsieur,',
        `Je souhaite que le contrat cité en référence fasse l’objet d’un avenant. Motif${NBSP}: ${blank}${blank}`,
        `Date d’effet souhaitée${NBSP}: ${blank}`,
        `Situation actuelle${NBSP}: option ${contract.optionLabel}${assistantsWords(gathered)}.`,
        'Je vous remercie de me confirmer par écrit l’effet de cet avenant sur les dates anniversaires, les objectifs et les versements.',
        close,
      ],
    },
  ];
}

const ordinal = (year: number): string => (year === 1 ? 'première' : `${year}e`);

function figures({ contract, scope }: Gathered): string[] {
  const counted = contract.objectives.flatMap(({ label, latest, target }) =>
    latest === null
      ? []
      : [
          `${label}${NBSP}: ${formatNumber(latest.value)} au ${formatDay(latest.on)}${target.value === null ? '' : `, pour un objectif de ${formatNumber(target.value)}`}`,
        ],
  );
  const year = contract.years.find(({ contractYear }) => contractYear === scope.contractYear);
  const money = [
    year?.notified == null ? null : `montant notifié ${euros(year.notified.cents)}`,
    year?.receivedCents == null ? null : `montant reçu ${euros(year.receivedCents)}`,
  ].filter((one) => one !== null);
  return [
    ...(counted.length === 0 ? [] : [`${counted.join('. ')}.`]),
    ...(money.length === 0 ? [] : [`Pour cette année${NBSP}: ${money.join(', ')}.`]),
  ];
}

function received({ contract }: Gathered): string {
  const last = contract.events
    .filter(({ kind }) => kind === 'LETTER_RECEIVED')
    .toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1))
    .at(-1);
  return last === undefined ? blank : formatDay(last.onDay);
}

function assistantsWords({ assistants }: Gathered): string {
  const names = assistants.map(({ record }) => `${record.givenName} ${record.familyName}`);
  return names.length === 0 ? '' : `, assistant médical ${names.join(' et ')}`;
}

const presenceWords = (gathered: Gathered): string[] =>
  gathered.assistants.map(({ on, record }) => {
    const from =
      on.toDay === null
        ? `depuis le ${formatDay(on.fromDay)}`
        : `du ${formatDay(on.fromDay)} au ${formatDay(on.toDay)}`;
    return `${record.givenName} ${record.familyName} occupe le poste prévu au contrat ${from}.`;
  });
