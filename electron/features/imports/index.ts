export { createImportDesk, type ImportDesk } from './import-desk.ts';
export { importsHandlers } from './imports.handlers.ts';
