export { readDocuments } from './document.repository.ts';
export { documentsHandlers } from './documents.handlers.ts';
export { isOwnKind } from './own-documents.ts';
export { createUploads } from './uploads.ts';
