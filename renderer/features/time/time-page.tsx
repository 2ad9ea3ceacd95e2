import { can } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { TimeGivenBack } from './time-given-back.tsx';

/** Temps rendu, as a page of its own: an assistant has no access to the aid. */
export function TimePage() {
  const me = useMe();
  const practice = me !== null && can(me, 'employer.read');
  return (
    <PageLayout>
      <PageHead
        title="Temps rendu"
        context={practice ? 'Tous les assistants du cabinet' : 'Mes chiffres, réservés à ma lecture'}
      />
      <TimeGivenBack />
    </PageLayout>
  );
}
