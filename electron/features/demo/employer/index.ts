export { inventEmployer } from './invent-employer.ts';
export { keepProofs } from './proofs.ts';
