import type { Contract } from '#shared/contract/contract.ts';
import type { Client, TestPractice } from '../support/practice.ts';

/** Input of a procedure less its idempotency key. */
type InputOf<A extends keyof Contract, P extends keyof Contract[A]> = P extends keyof Client[A]
  ? Client[A][P] extends (input: infer I, ...rest: never[]) => unknown
    ? Omit<I, 'idempotencyKey'>
    : never
  : never;

/** Prepares what the command needs and gives an input that changes something, sent by Dr Lemoine. */
export type Example<I> = (practice: TestPractice) => I | Promise<I>;

/**
 * Examples of the commands of one area. Not exhaustive for the compiler, so that a command can be written
 * before its example; the walk of the contract fails on a command without one.
 */
export type AreaExamples<A extends keyof Contract> = { [P in keyof Contract[A]]?: Example<InputOf<A, P>> };
