export { accountsHandlers } from './accounts.handlers.ts';
export { vaultHandlers } from './vault.handlers.ts';
