import { can } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { SideGroup, SideLink, SideNav } from '../../app/frame/index.ts';
import { IconPerson, IconRules } from '../../ui/icons.ts';
import { canOpen, sectionGroups, type SectionId } from './section-list.ts';

/** List of the sections this person can open. */
export function SectionNav({ current }: { current: SectionId }) {
  const me = useMe();
  const groups = sectionGroups
    .map((group) => group.filter((section) => me !== null && canOpen(me, section)))
    .filter((group) => group.length > 0);
  return (
    <SideNav label="Sections des réglages">
      {groups.map((group, index) => (
        <SideGroup key={group[0]?.id} line={index > 0}>
          {group.map(({ id, label, icon }) => (
            <SideLink
              key={id}
              to="/reglages/$section"
              params={{ section: id }}
              icon={icon}
              aria-current={id === current ? 'page' : undefined}
            >
              {label}
            </SideLink>
          ))}
        </SideGroup>
      ))}
      <SideGroup line>
        <SideLink to="/regles" icon={IconRules}>
          Livre des règles
        </SideLink>
        {me !== null && can(me, 'employer.read') && (
          <SideLink to="/employeur" icon={IconPerson}>
            Assistants et employeur
          </SideLink>
        )}
      </SideGroup>
    </SideNav>
  );
}
