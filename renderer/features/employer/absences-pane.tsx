import { ABSENCE_KINDS } from '#shared/domain/employer.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { useCommand } from '../../api/queries.ts';
import { Button, Pane, Tag } from '../../ui/index.ts';
import { IconAbsent, IconAdd } from '../../ui/icons.ts';
import { ABSENCE_ACTIONS } from '#shared/rules/aid/index.ts';
import { useEmployerAddress } from './address.ts';
import { Line, type RecordProps } from './contracts-pane.tsx';
import styles from './employer.module.css';
import { ToldLine } from './verdict-line.tsx';

/** Absences, the latest first, with what each asks towards the CPAM. */
export function AbsencesPane({ assistant, manages, onRefused }: RecordProps) {
  const { open } = useEmployerAddress();
  const remove = useCommand('employer', 'removeAbsence', { onRefused });
  return (
    <Pane
      title="Absences"
      icon={IconAbsent}
      {...(manages && assistant.employments.length > 0
        ? {
            aside: (
              <Button size="toolbar" icon={IconAdd} onClick={() => open('absence', { dans: assistant.id })}>
                Noter une absence
              </Button>
            ),
          }
        : {})}
    >
      {assistant.absences.length === 0 && <p className={styles['quiet']}>Aucune absence notée.</p>}
      <ul className={styles['list']}>
        {assistant.absences.toReversed().map((absence) => {
          const told = assistant.told.absences.find(({ absenceId }) => absenceId === absence.id);
          const until = absence.toDay === null ? 'fin inconnue' : `au ${formatDay(absence.toDay)}`;
          const words = `${ABSENCE_KINDS[absence.kind]}, du ${formatDay(absence.fromDay)} ${until}`;
          if (told === undefined) return null;
          const { action } = told;
          return (
            <ToldLine
              key={absence.id}
              label={words}
              tag={
                <Tag
                  tone={action.value === 'NONE' ? 'neutral' : 'warn'}
                  look={action.value === 'NONE' ? 'outline' : 'loud'}
                >
                  {action.value === null ? 'À compléter' : ABSENCE_ACTIONS[action.value]}
                </Tag>
              }
              answer={action}
            >
              <Line
                words={[action.reasons[0]?.words, absence.note].filter(Boolean).join(' ')}
                about={words}
                manages={manages}
                onEdit={() => open('absence', { objet: absence.id, dans: assistant.id })}
                onRemove={() => remove.mutate({ id: absence.id })}
              />
            </ToldLine>
          );
        })}
      </ul>
    </Pane>
  );
}
