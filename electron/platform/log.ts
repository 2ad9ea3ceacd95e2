import { pino, type Logger } from 'pino';
import { PassThrough } from 'node:stream';

export type Log = Logger;

/**
 * Technical log on stderr, without transport. Callers log codes, durations and incident numbers;
 * fields that could carry a person are redacted if a mistake brings them here.
 */
export function createLog(options: { level?: string; silent?: boolean } = {}): Log {
  const settings = {
    level: options.silent === true ? 'silent' : (options.level ?? 'info'),
    base: null,
    redact: {
      paths: [
        'input',
        'output',
        'data',
        '*.input',
        '*.data',
        'name',
        '*.name',
        'text',
        '*.text',
        'error.message',
        'passphrase',
        '*.passphrase',
      ],
      remove: true,
    },
  };
  return options.silent === true
    ? pino(settings, new PassThrough())
    : pino(settings, pino.destination({ dest: 2, sync: true }));
}
