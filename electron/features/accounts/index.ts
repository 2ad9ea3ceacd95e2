export { accountsHandlers } from './accounts.handlers.ts';
export { vaultHandlers } from './vault.handlers.ts';
export { personOf } from './account.repository.ts';
