export { retentionRuleSet } from './book.ts';
export { retentionProposal } from './proposal.ts';
export {
  PROPOSALS,
  RETAINED,
  type Proposal,
  type Retained,
  type RetentionAnswer,
  type RetentionSituation,
} from './types.ts';
