export { readDocuments } from './document.repository.ts';
export { documentsHandlers } from './documents.handlers.ts';
export { createUploads } from './uploads.ts';
