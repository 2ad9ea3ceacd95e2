import { useParams, type AsyncRouteComponent } from '@tanstack/react-router';
import { can, type Permission } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { Forbidden, NotFound } from './closed-pages.tsx';

/** An opaque id, as every address carries them. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/**
 * The page of an address, for those whose role opens it and whose ids are ids; the others read why, and nothing is
 * asked of the core in their name. The core enforces all the same.
 */
export function guarded<Props extends object>(
  permission: Permission,
  Page: AsyncRouteComponent<Props>,
): AsyncRouteComponent<Props> {
  function Guarded(props: Props) {
    const me = useMe();
    const params: Record<string, string | undefined> = useParams({ strict: false });
    if (me === null || !can(me, permission)) return <Forbidden permission={permission} />;
    if (!Object.values(params).every((value) => value === undefined || isId(value))) return <NotFound />;
    return <Page {...props} />;
  }
  return Object.assign(Guarded, Page.preload === undefined ? {} : { preload: Page.preload });
}
