import { alertKindLabels, alertSourceLabels, type AlertKind } from '#shared/domain/patient.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { AlertItem } from '../../../ui/index.ts';
import type { File } from './file-page.tsx';

type Alert = File['alerts'][number];

/** « déclaré le 17/02/2026, Nadia Ferrand, confirmé par Dr Lemoine ». */
export function originOf(alert: Alert): string {
  const confirmed = alert.confirmedBy === null ? '' : `, confirmé par ${alert.confirmedBy}`;
  return `${alertSourceLabels[alert.source]} le ${formatDay(alert.statedOn)}, ${alert.by}${confirmed}`;
}

/** The words of one alert: the kind is said where the label alone would not tell it. */
export function wordsOf(alert: Alert): string {
  if (alert.noneKnown) return alert.label;
  return alert.kind === 'allergy' || alert.kind === 'ald'
    ? `${alertKindLabels[alert.kind]}${NBSP}: ${alert.label}`
    : alert.label;
}

/** The row of the band. Allergies never recorded are said « non renseigné », unlike « aucune connue ». */
export function alertItems(file: File): AlertItem[] {
  const items: AlertItem[] = file.alerts.map((alert) => ({
    id: alert.id,
    kind: alert.noneKnown ? 'unknown' : alert.kind,
    label: wordsOf(alert),
    origin: originOf(alert),
  }));
  const silent = (kind: AlertKind) =>
    file.alertKindsSeen.includes(kind) && !file.alerts.some((alert) => alert.kind === kind);
  if (silent('allergy'))
    items.push({ id: 'allergy-unknown', kind: 'unknown', label: `Allergies${NBSP}: non renseigné` });
  return items;
}
