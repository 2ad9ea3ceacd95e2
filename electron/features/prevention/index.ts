export { evaluatePractice, type EvaluationProgress } from './evaluate-practice.ts';
