import { WebSocket } from 'ws';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import type { Me, VaultState } from '#shared/contract/vault.ts';

type Calls = ContractRouterClient<Contract>;

/** Calls of a new post, over the guarded socket. */
async function onANewPost<Answer>(address: string, act: (calls: Calls) => Promise<Answer>): Promise<Answer> {
  const cookie = (await fetch(address)).headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { origin } = new URL(address);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, { headers: { Cookie: cookie }, origin });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  try {
    return await act(createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })));
  } finally {
    socket.close();
  }
}

/** What a post that arrives is told. */
export const stateAt = (address: string): Promise<VaultState> => onANewPost(address, (calls) => calls.vault.state({}));

/** Who is signed in once this person has typed this phrase on a post of their own. */
export const signedInBy = (address: string, accountId: string, phrase: string): Promise<Me | null> =>
  onANewPost(address, async (calls) => {
    await calls.vault.signIn({ accountId, phrase });
    return (await calls.vault.state({})).me;
  });
