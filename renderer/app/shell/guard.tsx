import { useParams, type AsyncRouteComponent } from '@tanstack/react-router';
import { can, type Permission } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { Forbidden, NotFound } from './closed-pages.tsx';

/** An opaque id, as every address carries them. */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/**
 * The page of an address, for those whose role opens it and whose ids are ids; the others read why, and nothing is
 * asked of the core in their name. With several permissions, one is enough. The core enforces all the same.
 */
export function guarded<Props extends object>(
  permission: Permission | readonly [Permission, ...Permission[]],
  Page: AsyncRouteComponent<Props>,
): AsyncRouteComponent<Props> {
  const any = typeof permission === 'string' ? ([permission] as const) : permission;
  function Guarded(props: Props) {
    const me = useMe();
    const params: Record<string, string | undefined> = useParams({ strict: false });
    if (me === null || !any.some((one) => can(me, one))) return <Forbidden permission={any[0]} />;
    if (!Object.values(params).every((value) => value === undefined || isId(value))) return <NotFound />;
    return <Page {...props} />;
  }
  return Object.assign(Guarded, Page.preload === undefined ? {} : { preload: Page.preload });
}
