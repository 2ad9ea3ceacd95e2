import type { PreparationView } from '#shared/contract/preparation.ts';
import { CONTEXT_LABELS, LINE_LABELS, type ObservationContext } from '#shared/domain/observation.ts';
import { alertKindLabels, alertKinds, alertSourceLabels, type AlertSource } from '#shared/domain/patient.ts';
import { ageLabel, formatDay, isDay } from '#shared/kernel/day.ts';
import { formatTime, frenchTypography } from '#shared/kernel/format.ts';

/** What the summary needs beside the page: the words of the practice. */
export interface SummaryNames {
  doctor: string;
  reason: string | null;
}

/**
 * The preparation in plain text, always in the same order: whom and when, alert row, measures with their thresholds,
 * what was not done or is missing, the assistant's words. Figures and thresholds, no conclusion; refused figures are
 * not in it.
 */
export function summaryText(view: PreparationView, names: SummaryNames): string {
  const { patient, visit } = view;
  const name = `${patient.usedName ?? patient.birthName} ${patient.usedGivenName ?? patient.firstGivenName}`;
  const birth = isDay(patient.birthDay)
    ? `${formatDay(patient.birthDay)}, ${ageLabel(patient.birthDay, visit.day)}`
    : patient.birthDay;
  const hour = visit.startMinute === null ? 'sans rendez-vous' : formatTime(visit.startMinute);
  const lines = [
    `Préparation du ${formatDay(visit.day)}, ${hour}, ${names.doctor}${visit.preparedBy === null ? '' : ` (préparée par ${visit.preparedBy})`}`,
    `${name}, ${patient.sex}, ${birth}`,
    ...(names.reason === null ? [] : [`Motif : ${names.reason}`]),
    `Alertes : ${alertText(view)}`,
    'Mesures :',
    ...measureLines(view),
    ...(view.missing.length === 0 ? [] : [`Il manque : ${view.missing.join(', ')}`]),
    ...(view.message === null ? [] : [`Message de ${view.message.by} : « ${view.message.text} »`]),
  ];
  return lines.map(frenchTypography).join('\n');
}

function alertText(view: PreparationView): string {
  const said = alertKinds.flatMap((kind) =>
    view.alerts
      .filter((alert) => alert.kind === kind)
      .map(
        (alert) =>
          `${alert.noneKnown ? alert.label : `${alertKindLabels[kind]} : ${alert.label}`} (${alertSourceLabels[alert.source as AlertSource]}${alert.confirmed ? ', confirmé' : ''})`,
      ),
  );
  const allergies = view.alerts.some((alert) => alert.kind === 'allergy') ? [] : ['allergies non renseignées'];
  return [...said, ...allergies].join(' ; ');
}

function measureLines(view: PreparationView): string[] {
  const lines = view.lines.flatMap((line) => {
    const done = line.readings.filter((reading) => reading.notDone === null);
    const refused = line.readings.filter((reading) => reading.notDone !== null).map((reading) => reading.words);
    const figures =
      done.length > 0 ? [done.map((reading) => `${reading.text}${contextText(reading.context)}`).join(', ')] : [];
    const retained =
      line.retained === null
        ? []
        : line.code === 'PA' && done.length > 1
          ? [`retenu ${line.retained.words}`]
          : done.length === 0
            ? [line.retained.text]
            : [];
    const parts = [
      ...figures,
      ...retained,
      ...(line.words === '' || done.length + retained.length === 0 ? [] : [line.words]),
      ...refused,
    ];
    return parts.length === 0 ? [] : [`- ${LINE_LABELS[line.code].label} : ${unitOnce(parts.join(' ; '), line)}`];
  });
  return lines.length === 0 ? ['- aucune'] : lines;
}

/** The unit after the figures as typed, unless the words already carry it. */
function unitOnce(text: string, line: PreparationView['lines'][number]): string {
  const [figures = '', ...rest] = text.split(' ; ');
  if (line.readings.every((reading) => reading.notDone !== null) || figures.includes(line.unit)) return text;
  return [`${figures}${line.unit.startsWith('/') ? '' : ' '}${line.unit}`, ...rest].join(' ; ');
}

function contextText(context: ObservationContext): string {
  const said = [
    context.arm === undefined ? null : `bras ${CONTEXT_LABELS.arm[context.arm].toLowerCase()}`,
    context.position === undefined ? null : CONTEXT_LABELS.position[context.position],
    context.site === undefined ? null : CONTEXT_LABELS.site[context.site],
    context.glucoseMoment === undefined ? null : CONTEXT_LABELS.glucoseMoment[context.glucoseMoment],
    context.oxygenLitres === undefined
      ? null
      : context.oxygenLitres === 0
        ? 'air ambiant'
        : `oxygène ${context.oxygenLitres} L/min`,
  ].filter((words) => words !== null);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
