import type { AssistantTraining } from '#shared/contract/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { IconClock, IconDone, IconInfo, IconLate, IconTraining } from '../../ui/icons.ts';
import { Tag } from '../../ui/index.ts';

const ROUTE_WORDS = { CQP: 'CQP', VAE: 'VAE', FAE: 'FAE' } as const;

/** Do the texts read disagree on a date of this assistant? */
export const diverges = ({ answers }: AssistantTraining): boolean =>
  (['start', 'complete'] as const).some((kind) => answers.deadlines[kind].alternatives.length > 0);

/** Route, where the training stands, and how long remains. */
export function PaneTags({ view, today }: { view: AssistantTraining; today: Day }) {
  const { training, answers } = view;
  const route = training?.facts.route ?? (answers.route.route === 'CERTIFIED' ? null : answers.route.route);
  return (
    <>
      {route !== null && (
        <Tag tone="primary" icon={IconTraining}>
          {ROUTE_WORDS[route]}
        </Tag>
      )}
      <StandingTag view={view} today={today} />
      <DeadlineTag view={view} />
      {diverges(view) && (
        <Tag look="outline" icon={IconInfo}>
          Textes divergents
        </Tag>
      )}
    </>
  );
}

function StandingTag({ view: { training, answers }, today }: { view: AssistantTraining; today: Day }) {
  if (answers.route.route === 'CERTIFIED') return null;
  const start = answers.watch.dates.find(({ kind, followed }) => kind === 'start' && followed);
  const facts = training?.facts;
  const begun = facts?.startedOn != null && facts.startedOn <= today;
  if (begun && start?.state === 'kept_late') {
    return (
      <Tag tone="warn" icon={IconLate}>
        Formation engagée en retard
      </Tag>
    );
  }
  if (begun) {
    return (
      <Tag tone="ok" icon={IconDone}>
        {start?.state === 'kept'
          ? 'Formation engagée dans les délais'
          : `Formation engagée le ${formatDay(facts.startedOn ?? today)}`}
      </Tag>
    );
  }
  if (facts?.registeredOn != null || facts?.startedOn != null) {
    return (
      <Tag tone="primary" icon={IconDone}>
        {facts.startedOn === null ? 'Inscription faite' : `Début le ${formatDay(facts.startedOn)}`}
      </Tag>
    );
  }
  return (
    <Tag tone="warn" icon={IconLate}>
      Inscription à faire
    </Tag>
  );
}

const days = (count: number): string => `${formatNumber(count)}\u00a0${count > 1 ? 'jours' : 'jour'}`;

function DeadlineTag({ view: { answers } }: { view: AssistantTraining }) {
  const complete = answers.watch.dates.find(({ kind, followed }) => kind === 'complete' && followed);
  if (complete === undefined) {
    return (
      <Tag look="outline" icon={IconInfo}>
        Délais indéterminés
      </Tag>
    );
  }
  const { state, daysLeft } = complete;
  switch (state) {
    case 'kept':
      return (
        <Tag tone="ok" icon={IconDone}>
          Qualification dans les délais
        </Tag>
      );
    case 'kept_late':
      return (
        <Tag tone="warn" icon={IconLate}>
          Qualification obtenue en retard
        </Tag>
      );
    case 'late':
      return (
        <Tag tone="bad" icon={IconLate}>
          {`Échéance dépassée de ${days(-daysLeft)}`}
        </Tag>
      );
    case 'due':
      return (
        <Tag tone="warn" icon={IconClock}>
          {daysLeft === 0 ? 'À obtenir aujourd’hui' : `À obtenir dans ${days(daysLeft)}`}
        </Tag>
      );
    case 'ahead':
      return (
        <Tag look="outline" icon={IconClock}>
          {`À obtenir dans ${days(daysLeft)}`}
        </Tag>
      );
  }
}
