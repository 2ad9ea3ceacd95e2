import { ORPCError } from '@orpc/client';
import { QueryClient, useMutation, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { Contract } from '#shared/contract/contract.ts';
import type { ErrorCode, ErrorDataOf } from '#shared/contract/errors.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import { client } from './connection.ts';

type InputOf<P> = P extends { '~orpc': { inputSchema?: infer S } }
  ? NonNullable<S> extends { _input: infer I }
    ? I
    : never
  : never;
type OutputOf<P> = P extends { '~orpc': { outputSchema?: infer S } }
  ? NonNullable<S> extends { _output: infer O }
    ? O
    : never
  : never;
type Named<A extends keyof Contract, K extends string> = {
  [P in keyof Contract[A]]: Contract[A][P] extends { callKind?: infer C } ? (K extends C ? P : never) : never;
}[keyof Contract[A]] &
  string;

export type Area = keyof Contract;
export type Output<A extends Area, P extends keyof Contract[A]> = OutputOf<Contract[A][P]>;
export type Input<A extends Area, P extends keyof Contract[A]> = Omit<InputOf<Contract[A][P]>, 'idempotencyKey'>;

/** A refusal of the core: its code, its data and its French sentence. */
export type CoreError = { [C in ErrorCode]: { code: C; data: ErrorDataOf<C>; message: string } }[ErrorCode];

/** The refusal behind an error, or null when it is not one (a bug, a lost link). */
export function refusalIn(error: unknown): CoreError | null {
  return error instanceof ORPCError ? (error as unknown as CoreError) : null;
}

/** What to tell the person: always a sentence. */
export function sentenceOf(error: unknown): string {
  return (
    refusalIn(error)?.message ??
    'La liaison avec le poste principal est interrompue. Les saisies sont gardées à l’écran. Réessayer.'
  );
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type AnyCalls = Record<
  string,
  Record<string, (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>>
>;
const calls = client as unknown as AnyCalls;

/** Calls a procedure once. Commands get their idempotency key here: one key a gesture, whatever the retries of the wire. */
export async function call<A extends Area, P extends Named<A, 'gate'> | Named<A, 'query'> | Named<A, 'command'>>(
  area: A,
  name: P,
  input: Input<A, P>,
  options: { command?: boolean; signal?: AbortSignal } = {},
): Promise<Output<A, P>> {
  const sent = options.command === true ? { ...input, idempotencyKey: crypto.randomUUID() } : input;
  const { signal } = options;
  const output = (await calls[area]?.[name]?.(sent, signal === undefined ? undefined : { signal })) as Output<A, P>;
  // What can be undone has changed, whoever made the call.
  if (options.command === true) void queryClient.invalidateQueries({ queryKey: ['session', 'undoable'] });
  return output;
}

/** The key under which an answer is cached: `[area, name, input]`. */
export const keyOf = (area: Area, name: string, input: unknown) => [area, name, input] as const;

/** Reads, and keeps up to date through the live feed. */
export function useRead<A extends Area, P extends Named<A, 'query'>>(
  area: A,
  name: P,
  input: Input<A, P>,
  options: Pick<UseQueryOptions<Output<A, P>>, 'enabled' | 'placeholderData' | 'refetchInterval' | 'gcTime'> = {},
) {
  return useQuery<Output<A, P>>({
    queryKey: keyOf(area, name, input),
    queryFn: ({ signal }) => call(area, name, input, { signal }),
    ...options,
  });
}

/** Gestures sent and not yet answered. */
const inFlight = new Map<string, Promise<unknown>>();

/** Leaving a field saves it: a lock waits for what was just sent, one second at most. The screen is already empty. */
export async function commandsAnswered(): Promise<void> {
  await new Promise((resume) => setTimeout(resume));
  const enough = new Promise((resume) => setTimeout(resume, 1000));
  await Promise.race([Promise.allSettled(inFlight.values()), enough]);
}

/** A double click is one gesture: the same call with the same content, while it is under way, is not sent twice. */
function onceAtATime<A extends Area, P extends Named<A, 'command'>>(area: A, name: P, input: Input<A, P>) {
  const key = JSON.stringify([area, name, input]);
  const under = inFlight.get(key) as Promise<Output<A, P>> | undefined;
  if (under !== undefined) return under;
  const sent = call(area, name, input, { command: true }).finally(() => inFlight.delete(key));
  inFlight.set(key, sent);
  return sent;
}

/** A changing call. The answer of the live feed refreshes the screens, this one's included. */
export function useCommand<A extends Area, P extends Named<A, 'command'>>(
  area: A,
  name: P,
  options: {
    onDone?: (output: Output<A, P>, input: Input<A, P>) => void;
    onRefused?: (error: unknown, input: Input<A, P>) => void;
  } = {},
) {
  return useMutation<Output<A, P>, unknown, Input<A, P>>({
    mutationFn: (input) => onceAtATime(area, name, input),
    onSuccess: (output, input) => options.onDone?.(output, input),
    onError: (error, input) => options.onRefused?.(error, input),
  });
}

/** Which cached answers a topic makes stale. */
const staleBy: Record<Topic, readonly Area[]> = {
  accounts: ['accounts'],
  board: ['visits', 'patients'],
  drafts: ['session'],
  employer: ['aid', 'counters', 'deadlines', 'documents', 'employer', 'renewal', 'time', 'training', 'visits'],
  imports: ['imports', 'patients'],
  messages: [],
  patients: ['counters', 'patients', 'visits', 'preparation'],
  practice: ['aid', 'counters', 'deadlines', 'practice', 'renewal', 'rules', 'time', 'training', 'visits'],
  preparation: ['preparation', 'visits', 'patients'],
};

/** Refetches what is shown and touched by these topics. Lists keep their old rows meanwhile. */
export function refreshTopics(topics: ReadonlySet<Topic>): void {
  const areas = new Set([...topics].flatMap((topic) => staleBy[topic]));
  for (const area of areas) void queryClient.invalidateQueries({ queryKey: [area] });
}
