export { createImportDesk } from './import-desk.ts';
export { importsHandlers } from './imports.handlers.ts';
