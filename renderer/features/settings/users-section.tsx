import { useState } from 'react';
import type { AccountView } from '#shared/contract/accounts.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe, useSession } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import {
  ActionMenu,
  Avatar,
  Button,
  ConfirmDialog,
  DataTable,
  LoadingArea,
  Note,
  Pane,
  Tag,
  type Column,
  type MenuEntry,
} from '../../ui/index.ts';
import { IconAdd, IconDone, IconKey, IconPatients } from '../../ui/icons.ts';
import { showIssuedCode } from './issued-code.ts';
import { newItem, recoveryItem, useOpenItem } from './open-item.ts';
import { RightsTable } from './rights-table.tsx';
import { accessOf, lastSeen, roleOf } from './user-access.ts';
import styles from './settings.module.css';

/** Who may sign in, with which role; what each role may do; the recovery key. */
export function UsersSection() {
  const me = useMe();
  const today = useSession((store) => store.state?.today) ?? '';
  // A sign-in is no change of the practice: nothing announces it.
  const accounts = useRead('accounts', 'list', {}, { refetchInterval: 5000 });
  const { openId, open } = useOpenItem();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<AccountView | null>(null);
  const onRefused = (error: unknown) => {
    setLeaving(null);
    setRefusal(sentenceOf(error));
  };
  const show = (accountId: string, code: string) => {
    setRefusal(null);
    showIssuedCode(accountId, code);
    open(accountId);
  };
  const issue = useCommand('accounts', 'issueCode', {
    onDone: ({ oneTimeCode }, { id }) => show(id, oneTimeCode),
    onRefused,
  });
  const reopen = useCommand('accounts', 'reopen', {
    onDone: ({ oneTimeCode }, { id }) => show(id, oneTimeCode),
    onRefused,
  });
  const close = useCommand('accounts', 'close', {
    onDone: () => {
      setLeaving(null);
      setRefusal(null);
    },
    onRefused,
  });
  const manages = me !== null && can(me, 'account.manage');
  const add = () => open(newItem);
  useActions('Réglages', [
    {
      id: 'settings.add',
      label: 'Ajouter un utilisateur',
      icon: IconAdd,
      keys: ['Ctrl+Enter'],
      isAvailable: () => manages && openId === null,
      run: add,
    },
  ]);
  if (accounts.data === undefined) return <LoadingArea />;

  const entriesOf = (account: AccountView): MenuEntry[] =>
    account.closedAt !== null
      ? [{ id: 'reopen', label: 'Rouvrir l’accès', onSelect: () => reopen.mutate({ id: account.id }) }]
      : [
          { id: 'edit', label: 'Modifier', onSelect: () => open(account.id) },
          {
            id: 'code',
            label: 'Émettre un code à usage unique',
            icon: IconKey,
            onSelect: () => issue.mutate({ id: account.id }),
          },
          { id: 'close', label: 'Fermer l’accès…', danger: true, separated: true, onSelect: () => setLeaving(account) },
        ];

  const columns: Column<AccountView>[] = [
    {
      id: 'name',
      head: 'Nom',
      rowHead: true,
      cell: (account) => (
        <span className={styles['person']}>
          <Avatar initials={account.initials} size="small" />
          {account.displayName}
        </span>
      ),
    },
    { id: 'role', head: 'Rôle', cell: roleOf },
    {
      id: 'seen',
      head: 'Dernière connexion',
      cell: (account) => (
        <span className={styles['quiet']}>
          {account.lastSignInAt === null ? 'jamais' : lastSeen(account.lastSignInAt, today)}
        </span>
      ),
    },
    { id: 'post', head: 'Poste', cell: (account) => <span className={styles['quiet']}>{account.lastPost ?? ''}</span> },
    {
      id: 'access',
      head: 'Accès',
      cell: (account) => {
        const { words, tone, look } = accessOf(account, today);
        return (
          <Tag tone={tone} look={look} {...(tone === 'ok' ? { icon: IconDone } : {})}>
            {words}
          </Tag>
        );
      },
    },
    ...(manages
      ? [
          {
            id: 'menu',
            head: 'Actions',
            hideHead: true,
            align: 'end' as const,
            width: '48px',
            cell: (account: AccountView) => (
              <span onClick={(event) => event.stopPropagation()}>
                <ActionMenu
                  label={`Autres actions, ${account.displayName}`}
                  size="inline"
                  entries={entriesOf(account)}
                />
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title="Réglages"
        context="Utilisateurs et rôles"
        primaryAction={
          manages && (
            <Button
              kind={openId === null ? 'primary' : 'secondary'}
              icon={IconAdd}
              onClick={add}
              {...(openId === null ? { keyCap: 'Ctrl ↵', keyShortcut: 'Control+Enter' } : {})}
            >
              Ajouter un utilisateur
            </Button>
          )
        }
      />
      {!manages && <Note tone="neutral">Lecture seule. Réservé au responsable.</Note>}
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      <Pane
        title="Utilisateurs"
        icon={IconPatients}
        count={<Tag look="outline">{accounts.data.filter((account) => account.closedAt === null).length}</Tag>}
        flush
      >
        <div className={styles['scroll']} tabIndex={-1}>
          <DataTable
            caption="Utilisateurs"
            columns={columns}
            groups={[{ id: 'all', label: '', rows: accounts.data }]}
            rowKey={(account) => account.id}
            openKey={openId}
            {...(manages ? { onOpen: (account: AccountView) => open(account.id) } : {})}
          />
        </div>
      </Pane>
      <RightsTable />
      {manages && (
        <Pane
          title="Clé de secours"
          icon={IconKey}
          aside={
            <Button size="toolbar" onClick={() => open(recoveryItem)}>
              Remplacer la clé…
            </Button>
          }
        >
          <p className={styles['text']}>
            Elle ouvre le coffre quand aucun responsable ne le peut. La remplacer si le papier est perdu, ou si
            quelqu’un d’autre a pu le lire{'\u00a0'}: l’ancienne cesse aussitôt d’ouvrir.
          </p>
        </Pane>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={`Fermer l’accès de ${leaving?.displayName ?? ''}\u00a0?`}
        confirmLabel="Fermer l’accès"
        safeLabel="Ne pas fermer"
        onConfirm={() => {
          if (leaving !== null) close.mutate({ id: leaving.id });
        }}
        onLeave={() => setLeaving(null)}
        danger
        {...(close.isPending ? { working: 'Fermeture…' } : {})}
      >
        Ses sessions se ferment à l’instant sur tous les postes, et sa phrase de passe n’ouvre plus le coffre. Ses actes
        restent au journal. L’accès pourra être rouvert avec un nouveau code.
      </ConfirmDialog>
    </>
  );
}
