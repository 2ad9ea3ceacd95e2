import { implement, ORPCError, type Router } from '@orpc/server';
import { contract, type Contract } from '#shared/contract/contract.ts';
import { DomainError, type ErrorCode, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { ProcedureMeta } from '#shared/contract/procedure.ts';
import { errorSentence } from '#shared/contract/wording.ts';
import { can } from '#shared/permissions/roles.ts';
import type { ChangeFeed } from '#electron/events/change-feed.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { newId } from '#electron/platform/ids.ts';
import type { Log } from '#electron/platform/log.ts';
import type { Person, Sessions } from '#electron/security/sessions.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { Handlers, PostRef } from '#electron/security/call.ts';
import { runCommand } from './command.ts';
import { createOpenings } from './opening.ts';
import type { OpenPractice } from '#electron/security/open-practice.ts';

export interface RouterContext {
  post: PostRef;
  /** Filled by the permission check. */
  person?: Person;
}

export interface RouterParts {
  clock: Clock;
  log: Log;
  sessions: Sessions;
  feed: ChangeFeed;
  handlers: Handlers;
  /** The open base. @throws VAULT_CLOSED, DATA_DAMAGED */
  practice(): OpenPractice;
  /** The storage said the file is damaged: the rescue screen takes over. */
  damaged(): void;
}

/** What the contract holds of a procedure, as the wiring reads it. */
interface Described {
  meta: ProcedureMeta;
  outputSchema: { '~standard': { validate(value: unknown): Promise<{ issues?: unknown }> | { issues?: unknown } } };
}
type AnyHandler = (call: never, input: never) => Promise<unknown>;

/** Wires every procedure of the contract to its handler, with what its kind demands. No handler can forget a step. */
export function createRouter(parts: RouterParts) {
  const { clock, sessions, feed } = parts;
  const openings = createOpenings();
  const builder = implement(contract).$context<RouterContext>();

  const guarded = builder.use(async ({ context, next, procedure, path }) => {
    try {
      const meta = procedure['~orpc'].meta as ProcedureMeta;
      if (meta.kind === 'gate') return await next();
      const person = sessions.require(context.post.id);
      if (!can(person, meta.permission)) throw new DomainError('NOT_ALLOWED', { permission: meta.permission });
      return await next({ context: { person } });
    } catch (error) {
      throw refusal(error, path.join('.'));
    }
  });

  const refusal = (error: unknown, procedure: string): unknown => {
    if (error instanceof DomainError) return asWire(error.code, error.data as never);
    if (error instanceof StorageFailure && error.kind !== 'other' && error.kind !== 'conflict') {
      if (error.kind === 'corrupted' || error.kind === 'wrong_key') parts.damaged();
      return asWire('STORAGE', { kind: error.kind === 'wrong_key' ? 'corrupted' : error.kind });
    }
    if (error instanceof ORPCError) {
      const issues = (error.data as { issues?: { path?: unknown[]; message: string }[] } | undefined)?.issues;
      if (error.code !== 'BAD_REQUEST' || issues === undefined) return error;
      return asWire('INVALID', {
        problems: issues.map((issue) => ({ field: (issue.path ?? []).join('.'), message: issue.message })),
      });
    }
    const incident = newId().slice(0, 8).toUpperCase();
    // The stack says where; the message could carry a value, so it stays out of the log.
    parts.log.error(
      { incident, procedure, kind: error instanceof Error ? error.name : typeof error, where: stackOf(error) },
      'incident',
    );
    return asWire('INCIDENT', { incident });
  };

  const implemented: Record<string, Record<string, unknown>> = {};
  const areas = contract as unknown as Record<string, Record<string, { '~orpc': Described }>>;
  for (const [area, procedures] of Object.entries(areas)) {
    implemented[area] = {};
    for (const [name, procedure] of Object.entries(procedures)) {
      const path = `${area}.${name}`;
      const handler = (parts.handlers as unknown as Record<string, Record<string, AnyHandler>>)[area]?.[name];
      if (handler === undefined) throw new Error(`no handler for ${path}`);
      const target = (guarded as unknown as Record<string, Record<string, { handler(f: unknown): unknown }>>)[area]?.[
        name
      ];
      implemented[area][name] = target?.handler(run(path, procedure['~orpc'], handler));
    }
  }

  function run(path: string, { meta, outputSchema }: Described, handler: AnyHandler) {
    const checked = async (output: unknown): Promise<unknown> => {
      const answer = await outputSchema['~standard'].validate(output);
      if (answer.issues !== undefined) throw new Error(`the answer of ${path} is outside its contract`);
      return output;
    };
    return async ({
      context,
      input,
      signal,
    }: {
      context: Required<RouterContext>;
      input: Record<string, unknown>;
      signal?: AbortSignal;
    }) => {
      const { post, person } = context;
      if (meta.kind === 'gate') return handler({ clock, post } as never, input as never);
      const open = parts.practice();
      const base = { clock, post, person };
      if (meta.kind === 'stream') return handler({ ...base, db: open.reader } as never, signal as never);
      if (meta.kind === 'query') {
        if (meta.opens === 'patient') {
          const entry = await openings.record(open.writer, base, path, String(input['patientId']));
          if (entry !== null) open.committed(entry);
        }
        return handler({ ...base, db: open.reader } as never, input as never);
      }
      const result = await runCommand(open.writer, base, path, meta, handler as never, input as never, checked);
      if (result.committed !== null) {
        const { seq, topics, ids } = result.committed;
        open.committed(result.committed);
        for (const topic of topics)
          feed.publish({ topic, ids, seq, by: person.initials, postId: post.id, at: clock.now() });
      }
      for (const step of result.later) await step();
      return result.output;
    };
  }

  return implemented as unknown as Router<Contract, RouterContext>;
}

function asWire<C extends ErrorCode>(code: C, data: ErrorDataOf<C>): ORPCError<C, ErrorDataOf<C>> {
  return new ORPCError(code, { status: 400, data, message: errorSentence(code, data) });
}

function stackOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
}
