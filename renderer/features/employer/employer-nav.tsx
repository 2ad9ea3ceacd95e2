import type { AssistantView } from '#shared/contract/employer.ts';
import type { Day } from '#shared/kernel/day.ts';
import { SideGroup, SideLink, SideNav } from '../../app/frame/index.ts';
import type { EmployerSearch } from './address.ts';
import { departureWords } from './employment-words.ts';

interface EmployerNavProps {
  assistants: readonly AssistantView[];
  doctors: readonly { id: string; displayName: string }[];
  current: EmployerSearch;
  today: Day;
}

/** Has this person left, or is the record put away? */
const isFormer = ({ archivedAt, employments }: AssistantView, today: Day): boolean =>
  archivedAt !== null ||
  (employments.length > 0 && employments.every(({ endDay }) => endDay !== null && endDay < today));

/** Assistants, those who left, then doctors. */
export function EmployerNav({ assistants, doctors, current, today }: EmployerNavProps) {
  const former = assistants.filter((one) => isFormer(one, today));
  const present = assistants.filter((one) => !former.includes(one));
  const people = (title: string, list: readonly AssistantView[]) =>
    list.length > 0 && (
      <SideGroup title={title}>
        {list.map((one) => (
          <SideLink
            key={one.id}
            to="/employeur"
            search={{ assistant: one.id }}
            aria-current={current.assistant === one.id ? 'page' : undefined}
          >
            {nameWords(one, today)}
          </SideLink>
        ))}
      </SideGroup>
    );
  return (
    <SideNav label="Assistants et médecins">
      {people('Assistants', present)}
      {people('Anciens assistants', former)}
      <SideGroup title="Médecins">
        {doctors.map(({ id, displayName }) => (
          <SideLink
            key={id}
            to="/employeur"
            search={{ medecin: id }}
            aria-current={current.medecin === id ? 'page' : undefined}
          >
            {displayName}
          </SideLink>
        ))}
      </SideGroup>
    </SideNav>
  );
}

/** `Julien Thévenin`, `Aurélie Masson, départ le 31/07/2025`. */
function nameWords({ givenName, familyName, employments }: AssistantView, today: Day): string {
  return [`${givenName} ${familyName}`, departureWords(employments, today)].filter(Boolean).join(', ');
}
